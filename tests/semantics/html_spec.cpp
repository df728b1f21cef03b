#include "semantics/html.h"
#include "semantics/names.h"

#include <catch_amalgamated.hpp>

using namespace tautline;
using semantics::render;
using view::Node;
using view::Role;
using view::Screen;

namespace {

Node node(int parent, Role role, const std::string& label = {}) {
    Node n;
    n.parent = parent;
    n.role = role;
    n.label = label;
    return n;
}

std::string one(Node n) {
    Screen screen;
    n.parent = -1;
    screen.nodes = {std::move(n)};
    return render(screen);
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("Markup in words is shown as text, wherever the words stand", "[semantics][html]") {
    const std::string evil = "<script>alert(1)</script> & \"quoted\" 'single'";
    Screen screen;
    for (int role = 0; role <= static_cast<int>(Role::dialog); ++role) {
        Node n = node(-1, static_cast<Role>(role), evil);
        n.level = 1;
        n.description = n.value_text = n.lang = evil;
        n.href = "https://example.org/?a=1&b=\"><b>";
        n.expanded = view::Expanded::yes;
        screen.nodes.push_back(n);
        Node inside = node(static_cast<int>(screen.nodes.size()) - 1, Role::paragraph, evil);
        screen.nodes.push_back(inside);
    }
    const std::string html = render(screen);
    CHECK_FALSE(has(html, "<script"));
    CHECK_FALSE(has(html, "\"quoted\""));
    CHECK_FALSE(has(html, "'single'"));
    CHECK(has(html,
              "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot; &#39;single&#39;"));
}

TEST_CASE("Every control is readable without a script, or deliberately left out",
          "[semantics][html]") {
    Node slider = node(-1, Role::slider, "Tension");
    slider.value_text = "40 %";
    CHECK(one(slider) == "<p class=setting><b>Tension</b> 40 %</p>");
    CHECK(one(node(-1, Role::radio, "Often")) == "<ul class=options><li>Often</li></ul>");
    CHECK(one(node(-1, Role::checkbox, "Neck")) == "<ul class=options><li>Neck</li></ul>");
    CHECK(one(node(-1, Role::button, "Start the alarm")).empty());
    Node disclosure = node(-1, Role::button, "What the research adds");
    disclosure.expanded = view::Expanded::yes;
    CHECK(one(disclosure) == "<p class=head>What the research adds</p>");
    Node link = node(-1, Role::link, "Dickerson 2004");
    link.href = "https://doi.org/x";
    CHECK(has(one(link),
              "<a href=\"https://doi.org/x\" rel=\"noopener noreferrer\">Dickerson 2004</a>"));
    CHECK(one(node(-1, Role::hotspot, "Neck")).empty());
}

TEST_CASE("Links between screens become links inside the page when their section is there",
          "[semantics][html]") {
    Screen screen;
    screen.nodes = {node(-1, Role::link, "Sources"), node(-1, Role::link, "Settings"),
                    node(-1, Role::link, "Skip")};
    screen.nodes[0].href = "#/sources";
    screen.nodes[1].href = "#/settings";
    screen.nodes[2].href = "#main";
    CHECK(render(screen, {0, 0, {"sources"}, {}}) ==
          "<p class=go><a href=\"#sources\">Sources</a></p>");
}

TEST_CASE("A question shows its sentence and all its options", "[semantics][html]") {
    Screen screen;
    screen.nodes = {node(-1, Role::radio_group, "How old are you?"),
                    node(0, Role::radio, "Under 18"), node(0, Role::radio, "18 to 49"),
                    node(0, Role::paragraph, "Age matters.")};
    CHECK(render(screen) ==
          "<div class=ask><p class=question>How old are you?</p><ul class=options><li>Under "
          "18</li><li>18 to 49</li></ul><p>Age matters.</p></div>");
}

TEST_CASE(
    "A section of a larger page starts one heading lower, and only what is asked for is rendered",
    "[semantics][html]") {
    Screen screen;
    screen.nodes = {node(-1, Role::banner), node(0, Role::paragraph, "Banner"),
                    node(-1, Role::main), node(2, Role::heading, "The alarm")};
    screen.nodes[2].id = 7;
    screen.nodes[3].level = 1;
    CHECK(render(screen, {7, 1, {}, {}}) == "<h2>The alarm</h2>");
    CHECK(render(screen) == "<p>Banner</p><h1>The alarm</h1>");
}

TEST_CASE("A figure is its name and its description; one that is only touched is left out",
          "[semantics][html]") {
    Node figure = node(-1, Role::figure, "A body");
    CHECK(one(figure).empty());
    figure.description = "It rests.";
    CHECK(one(figure) == "<figure><figcaption>A body</figcaption><p>It rests.</p></figure>");
    Screen screen;
    screen.nodes = {figure, node(-1, Role::hotspot)};
    CHECK(render(screen).empty());
}

TEST_CASE("Nodes are left out by their key", "[semantics][html]") {
    Screen screen;
    screen.nodes = {node(-1, Role::paragraph, "Kept"), node(-1, Role::paragraph, "Left out")};
    screen.nodes[0].key = "sort/hint";
    screen.nodes[1].key = "hint";
    CHECK(render(screen, {0, 0, {}, {"hint"}}) == "<p>Kept</p>");
    CHECK(render(screen, {0, 0, {}, {"*/hint"}}) == "<p>Left out</p>");
    CHECK(render(screen, {0, 0, {}, {"*hint"}}).empty());
}

TEST_CASE("An answered question shows its answer alone, and research needs no head",
          "[semantics][html]") {
    Screen screen;
    screen.nodes = {node(-1, Role::radio, "Yes"), node(-1, Role::radio, "No")};
    screen.nodes[1].checked = true;
    CHECK(render(screen) == "<ul class=options><li>No</li></ul>");
    Node head = node(-1, Role::button, "More");
    head.expanded = view::Expanded::yes;
    Node research = node(-1, Role::group);
    research.look = view::Look::research;
    screen.nodes = {head, research, node(1, Role::paragraph, "Text")};
    CHECK(render(screen) == "<div class=research><p>Text</p></div>");
}

TEST_CASE("Boxes without content leave no empty element", "[semantics][html]") {
    Screen screen;
    Node card = node(-1, Role::section, "Card");
    card.look = view::Look::card;
    screen.nodes = {card, node(0, Role::list), node(1, Role::item), node(2, Role::button, "Press")};
    CHECK(render(screen).empty());
}
