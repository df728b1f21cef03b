#include "semantics/diff.h"
#include "semantics/order.h"
#include "semantics/page_model.h"

#include <catch_amalgamated.hpp>
#include <random>
#include <set>

using namespace tautline;
using semantics::diff;
using semantics::Rect;
using semantics::Surface;
using view::Node;
using view::Role;

namespace {

Node node(const std::string& key, int parent, Role role, const std::string& label = {}) {
    Node n;
    n.id = view::node_id(key);
    n.key = key;
    n.parent = parent;
    n.role = role;
    n.label = label;
    return n;
}

Surface surface(std::vector<Node> nodes) {
    Surface s;
    s.screen.nodes = std::move(nodes);
    s.screen.title = "Title";
    for (std::size_t i = 0; i < s.screen.nodes.size(); ++i)
        s.rects.push_back({static_cast<float>(i), static_cast<float>(i) * 2, 10, 5});
    return s;
}

// A random tree over a small pool of keys, so that two trees share many nodes in other places and
// orders. A key has one role unless `roles_change`.
Surface random_surface(std::mt19937& random, bool roles_change) {
    const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
    std::vector<int> keys;
    for (int i = 0; i < 24; ++i)
        if (below(4) != 0) keys.push_back(i);
    for (std::size_t i = keys.size(); i > 1; --i)
        std::swap(keys[i - 1], keys[random() % i]);
    std::vector<Node> nodes;
    std::vector<int> containers{-1};
    for (const int key : keys) {
        const bool container = roles_change ? below(2) == 0 : key % 2 == 0;
        Node n = node("k" + std::to_string(key), containers[random() % containers.size()],
                      container ? Role::group : Role::slider, "label " + std::to_string(below(3)));
        n.checked = below(2) != 0;
        n.disabled = below(2) != 0;
        n.value = static_cast<float>(below(3));
        n.max = 10;
        n.value_text = std::to_string(below(3));
        n.description = below(3) == 0 ? "hint" : "";
        n.href = below(3) == 0 ? "#/x" : "";
        n.lang = below(5) == 0 ? "de" : "";
        n.look = static_cast<view::Look>(below(20));
        n.described_by = below(4) == 0 ? view::node_id("k1") : 0;
        if (container) containers.push_back(static_cast<int>(nodes.size()));
        nodes.push_back(n);
    }
    // Reading order: depth first, as builders make it.
    Surface s;
    std::vector<int> place(nodes.size(), -1);
    const auto emit = [&](const auto& self, int parent) -> void {
        for (std::size_t i = 0; i < nodes.size(); ++i)
            if (nodes[i].parent == parent && place[i] < 0) {
                place[i] = static_cast<int>(s.screen.nodes.size());
                Node n = nodes[i];
                n.parent = parent < 0 ? -1 : place[static_cast<std::size_t>(parent)];
                s.screen.nodes.push_back(n);
                self(self, static_cast<int>(i));
            }
    };
    emit(emit, -1);
    for (std::size_t i = 0; i < s.screen.nodes.size(); ++i)
        s.rects.push_back({static_cast<float>(below(50)), static_cast<float>(below(50)), 20, 10});
    s.screen.title = "T" + std::to_string(below(3));
    s.page.width = static_cast<float>(below(3));
    return s;
}

void check_equal(const semantics::model::Page& page, const Surface& wanted) {
    const std::vector<Node>& nodes = wanted.screen.nodes;
    const std::vector<Rect> rects = semantics::relative_rects(wanted.screen, wanted.rects);
    REQUIRE(page.elements.size() == nodes.size() + 1);
    CHECK(page.title == wanted.screen.title);
    CHECK(page.width == wanted.page.width);
    std::map<std::uint32_t, std::vector<std::uint32_t>> children;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const Node& n = nodes[i];
        const std::uint32_t parent =
            n.parent < 0 ? 0 : nodes[static_cast<std::size_t>(n.parent)].id;
        children[parent].push_back(n.id);
        const semantics::model::Element& e = page.elements.at(n.id);
        CHECK(e.parent == parent);
        CHECK(e.role == static_cast<unsigned>(n.role));
        CHECK(e.key == n.key);
        CHECK(e.label == n.label);
        CHECK(e.value_text == n.value_text);
        CHECK(e.description == n.description);
        CHECK(e.href == n.href);
        CHECK(e.lang == n.lang);
        CHECK(e.described_by == n.described_by);
        CHECK(e.style[0] == static_cast<unsigned>(n.look));
        CHECK(e.numbers[0] == n.value);
        CHECK(e.numbers[2] == n.max);
        CHECK(((e.flags & semantics::flag_checked) != 0) == n.checked);
        CHECK(((e.flags & semantics::flag_disabled) != 0) == n.disabled);
        CHECK(e.rect == rects[i]);
    }
    for (const auto& [id, element] : page.elements) {
        CHECK(element.children == children[id]);
        CHECK(((element.flags & semantics::flag_has_children) != 0) ==
              (id != 0 && !children[id].empty()));
    }
}

} // namespace

TEST_CASE("Ops turn the page of any screen into the page of any other", "[semantics][ops]") {
    for (unsigned seed = 0; seed < 300; ++seed) {
        CAPTURE(seed);
        std::mt19937 random{seed};
        Surface shown;
        semantics::model::Page page;
        for (int step = 0; step < 6; ++step) {
            Surface next = random_surface(random, seed % 3 == 0);
            page.apply(diff(shown, next));
            check_equal(page, next);
            shown = std::move(next);
        }
    }
}

TEST_CASE("An element that keeps its id and role is never made anew", "[semantics][ops]") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        std::mt19937 random{seed};
        const Surface first = random_surface(random, false);
        const Surface second = random_surface(random, false);
        semantics::model::Page page;
        page.apply(diff({}, first));
        std::map<std::uint32_t, int> serials;
        for (const auto& [id, element] : page.elements)
            serials[id] = element.serial;
        page.apply(diff(first, second));
        for (const Node& n : second.screen.nodes)
            if (view::find(first.screen, n.id))
                CHECK(page.elements.at(n.id).serial == serials.at(n.id));
    }
}

TEST_CASE("Equal screens give an empty op buffer", "[semantics][ops]") {
    for (unsigned seed = 0; seed < 50; ++seed) {
        std::mt19937 random{seed};
        const Surface shown = random_surface(random, true);
        CHECK(diff(shown, shown).empty());
        CHECK_FALSE(diff({}, shown).empty());
    }
}

TEST_CASE("A new value writes one op and moves nothing", "[semantics][ops]") {
    Surface before = surface({node("main", -1, Role::main), node("a", 0, Role::slider, "Tension")});
    Surface after = before;
    after.screen.nodes[1].value_text = "40 %";
    const std::vector<std::uint8_t> ops = diff(before, after);
    REQUIRE(ops.size() == 1 + 4 + 1 + 4 + 4);
    CHECK(ops[0] == static_cast<std::uint8_t>(semantics::Op::set));
    CHECK(ops[5] == static_cast<std::uint8_t>(semantics::Field::value_text));
}

TEST_CASE("A disclosure that opens moves none of its neighbours", "[semantics][ops]") {
    const Surface closed =
        surface({node("main", -1, Role::main), node("head", 0, Role::button, "More"),
                 node("after", 0, Role::paragraph, "After")});
    Surface open = surface({node("main", -1, Role::main), node("head", 0, Role::button, "More"),
                            node("text", 0, Role::paragraph, "Text"),
                            node("after", 0, Role::paragraph, "After")});
    semantics::model::Page page;
    page.apply(diff({}, closed));
    page.apply(diff(closed, open));
    check_equal(page, open);
    for (const auto& [id, element] : page.elements)
        CHECK(element.moves == 0);
    page.apply(diff(open, closed));
    check_equal(page, closed);
    for (const auto& [id, element] : page.elements)
        CHECK(element.moves == 0);
}

TEST_CASE("One child that changes its place is the only one moved", "[semantics][ops]") {
    std::vector<Node> nodes;
    for (int i = 0; i < 9; ++i)
        nodes.push_back(node("n" + std::to_string(i), -1, Role::paragraph));
    const Surface before = surface(nodes);
    std::rotate(nodes.begin(), nodes.begin() + 1, nodes.end()); // the first one goes to the end
    const Surface after = surface(nodes);
    semantics::model::Page page;
    page.apply(diff({}, before));
    page.apply(diff(before, after));
    for (const auto& [id, element] : page.elements)
        CHECK(element.moves == (id == view::node_id("n0") ? 1 : 0));
    CHECK(semantics::keep_in_place({3, 0, 1, -1, 2, 4}) ==
          std::vector<bool>{false, true, true, false, true, true});
    CHECK(semantics::keep_in_place({}).empty());
}

TEST_CASE("Focus and announcements are sent once for each new serial", "[semantics][ops]") {
    Surface before = surface({node("title", -1, Role::heading, "Home")});
    before.screen.focus = view::node_id("title");
    Surface after = before;
    after.screen.focus_serial = 1;
    after.screen.announcement = "Said";
    after.screen.announcement_serial = 1;
    semantics::model::Page page;
    page.apply(diff({}, before));
    CHECK(page.focused.empty());
    page.apply(diff(before, after));
    CHECK(page.focused == std::vector<std::uint32_t>{view::node_id("title")});
    CHECK(page.said == std::vector<std::string>{"Said"});
    CHECK(diff(after, after).empty());
    after.screen.focus = view::node_id("nowhere");
    after.screen.focus_serial = 2;
    page.apply(diff(before, after));
    CHECK(page.focused.size() == 1);
}

TEST_CASE("A language that is wanted is asked for once", "[semantics]") {
    Surface before = surface({node("main", -1, Role::main)}), after = before;
    after.screen.wanted_language = "es";
    semantics::model::Page page;
    page.apply(diff({}, before));
    CHECK(page.languages.empty());
    page.apply(diff(before, after));
    CHECK(page.languages == std::vector<std::string>{"es"});
    page.apply(diff(after, after));
    CHECK(page.languages.size() == 1);
    before.screen.language = "es"; // it came
    page.apply(diff(after, before));
    CHECK(page.languages == std::vector<std::string>{"es", ""});
    CHECK(page.language == "es");
    page.apply(diff(before, before));
    CHECK(page.languages.size() == 2);
    page.apply(diff(before, after)); // asked for again after it had not come
    CHECK(page.languages == std::vector<std::string>{"es", "", "es"});
}

TEST_CASE("The host is asked once for each errand, and never for none", "[semantics][ops]") {
    Surface before = surface({node("title", -1, Role::heading, "Home")});
    Surface after = before;
    after.screen.errand = app::Errand::save_summary;
    after.screen.errand_serial = 4;
    semantics::model::Page page;
    page.apply(diff(before, after));
    const auto save = static_cast<unsigned>(app::Errand::save_summary);
    CHECK(page.asked == std::vector<unsigned>{save});
    CHECK(diff(after, after).empty());
    Surface again = after;
    again.screen.errand_serial = 5;
    page.apply(diff(after, again));
    CHECK(page.asked == std::vector<unsigned>{save, save});
    again.screen.errand = app::Errand::none; // the person left, or started over
    again.screen.errand_serial = 0;
    CHECK(diff(after, again).empty());
}

TEST_CASE("A container's box holds its children's boxes, and theirs are measured from its corner",
          "[semantics][rects]") {
    view::Screen screen;
    screen.nodes = {node("main", -1, Role::main), node("card", 0, Role::group),
                    node("text", 1, Role::paragraph)};
    const std::vector<Rect> boxes =
        semantics::relative_rects(screen, {{0, 0, 0, 0}, {20, 100, 50, 10}, {30, 105, 90, 40}});
    CHECK(boxes[0] == Rect{20, 100, 100, 45});
    CHECK(boxes[1] == Rect{0, 0, 100, 45});
    CHECK(boxes[2] == Rect{10, 5, 90, 40});
}

TEST_CASE("Where a text is painted is told once, and again when it is painted elsewhere",
          "[semantics][texts]") {
    Surface stage = surface({node("a", -1, Role::paragraph, "Words"), node("b", -1, Role::slider)});
    stage.texts.resize(2);
    stage.texts[0].label = {3, 4, 100, 18, 27, 400, true};
    semantics::model::Page page;
    page.apply(diff({}, stage));
    const auto& words = page.elements.at(view::node_id("a"));
    CHECK(words.places == 1);
    CHECK(words.placed == 2); // a label, broken inside words
    CHECK(words.text_x == 3);
    CHECK(words.text_size == 18);
    CHECK(page.elements.at(view::node_id("b")).places == 0); // nothing is painted of it
    page.apply(diff(stage, stage));
    CHECK(words.places == 1);
    Surface moved = stage;
    moved.texts[0].label.x = 5;
    page.apply(diff(stage, moved));
    CHECK(words.places == 2);
    CHECK(words.text_x == 5);
    Surface document = moved;
    document.rects.clear();
    document.texts.clear();
    page.apply(diff(moved, document));
    page.apply(diff(document, moved));
    CHECK(words.places == 3);
}

TEST_CASE("The document skin has no rectangles, and the way back to the stage sends them all",
          "[semantics][rects]") {
    const Surface stage = surface({node("main", -1, Role::main), node("a", 0, Role::button, "A")});
    Surface document = stage;
    document.rects.clear();
    document.page.skin = semantics::Skin::document;
    semantics::model::Page page;
    page.apply(diff({}, document));
    CHECK(page.elements.at(view::node_id("a")).rect == Rect{});
    page.apply(diff(document, stage));
    check_equal(page, stage);
}

TEST_CASE("Speech is asked for once for each new serial, and silence too", "[semantics][speech]") {
    Surface first = surface({node("a", -1, Role::heading, "Title")}), second = first;
    semantics::model::Page page;
    page.apply(diff({}, first));
    CHECK(page.spoken.empty());
    second.screen.speech = {"One.", "Two."};
    second.screen.speech_serial = 1;
    page.apply(diff(first, second));
    CHECK(page.spoken == std::vector<std::string>{"One.", "Two."});
    CHECK(diff(second, second).empty());
    Surface third = second;
    third.screen.speech.clear();
    third.screen.speech_serial = 2;
    page.apply(diff(second, third));
    CHECK(page.spoken.empty());
}

TEST_CASE("Every setting of the page is told when it changes", "[semantics]") {
    const Surface plain = surface({node("a", -1, Role::heading, "Title")});
    for (bool semantics::Page::*setting :
         {&semantics::Page::second_typeface, &semantics::Page::wide_spacing,
          &semantics::Page::arrow_keys}) {
        Surface changed = plain;
        changed.page.*setting = true;
        CHECK_FALSE(diff(plain, changed).empty());
    }
}
