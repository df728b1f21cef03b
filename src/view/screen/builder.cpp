#include "view/screen/builder.h"

#include "view/screen/call.h"
#include "view/screen/languages.h"

namespace tautline::view {

Node& Builder::leaf(Role role, std::string key, std::string label) {
    Node node;
    node.id = node_id(key);
    node.key = std::move(key);
    node.parent = open_.empty() ? -1 : open_.back();
    node.role = role;
    node.label = std::move(label);
    if (words != &library.words) node.lang = english;
    screen.nodes.push_back(std::move(node));
    return screen.nodes.back();
}

Builder::Scope Builder::box(Role role, std::string key, Look look, Arrange arrange,
                            std::string label) {
    Node& node = leaf(role, std::move(key), std::move(label));
    node.look = look;
    node.arrange = arrange;
    open_.push_back(static_cast<int>(screen.nodes.size()) - 1);
    return Scope{*this};
}

std::string Builder::word(std::string_view key) const {
    return marked(key, with_call(*this, words->text(key)));
}

std::string Builder::word(std::string_view key, const Places& places) const {
    return marked(key, fill(with_call(*this, words->text(key)), places));
}

std::vector<std::string> Builder::list(std::string_view key) const {
    std::vector<std::string> texts = words->list(key);
    for (std::string& text : texts)
        text = marked(key, with_call(*this, std::move(text)));
    return texts;
}

std::string Builder::marked(std::string_view key, std::string text) const {
    return words->is_borrowed(key) ? marked_as_english(text) : text;
}

Node& Builder::heading(int level, std::string key, std::string label, Look look) {
    Node& node = leaf(Role::heading, std::move(key), std::move(label));
    node.level = static_cast<std::uint8_t>(level);
    node.look = look;
    return node;
}

Node& Builder::paragraph(std::string key, std::string label, Look look) {
    Node& node = leaf(Role::paragraph, std::move(key), std::move(label));
    node.look = look;
    return node;
}

void Builder::paragraphs(const std::string& key, std::string_view words_key, Look look) {
    int number = 0;
    for (std::string& text : list(words_key))
        paragraph(key + "/" + std::to_string(++number), std::move(text), look);
}

void Builder::bullets(const std::string& key, std::string_view words_key) {
    bullets(key, list(words_key));
}

void Builder::bullets(const std::string& key, const std::vector<std::string>& points) {
    if (points.empty()) return;
    const auto all = box(Role::list, key);
    int number = 0;
    for (const std::string& point : points) {
        const std::string point_key = key + "/" + std::to_string(++number);
        const auto item = box(Role::item, point_key);
        paragraph(point_key + "/text", point);
    }
}

Node& Builder::button(std::string key, std::string label, app::Action action, Look look,
                      Icon icon) {
    Node& node = leaf(Role::button, std::move(key), std::move(label));
    node.look = look;
    node.icon = icon;
    node.action = std::move(action);
    return node;
}

Node& Builder::link(std::string key, std::string label, app::Route route, Look look, Icon icon) {
    Node& node = leaf(Role::link, std::move(key), std::move(label));
    node.look = look;
    node.icon = icon;
    node.href = address(route);
    node.action = app::GoTo{route};
    return node;
}

Node& Builder::outside_link(std::string key, std::string label, std::string where) {
    // Where nothing leads outside, an address is only to be read.
    if (state.decided.closed) return paragraph(std::move(key), std::move(label), Look::small);
    Node& node = leaf(Role::link, std::move(key), std::move(label));
    node.look = Look::quiet;
    node.icon = Icon::link_out;
    node.href = std::move(where);
    return node;
}

bool Builder::disclosure(const std::string& key, std::string label) {
    const bool is_open = state.open.count(key) > 0;
    Node& node = button(key, std::move(label), app::Toggle{key}, Look::quiet,
                        is_open ? Icon::close : Icon::open);
    node.expanded = is_open ? Expanded::yes : Expanded::no;
    return is_open;
}

std::string chapter_number(const Builder& build, app::Route chapter) {
    const int number = static_cast<int>(chapter) - static_cast<int>(app::chapter(0)) + 1;
    return build.word("chapter.number", {{"n", std::to_string(number)}});
}

std::string address(app::Route route) {
    return "#/" + std::string(app::entry(route).name);
}

void make_paintable(const Builder& build, std::vector<std::string>& labels) {
    if (app::has_text_view_only(build.library, build.state)) labels.clear();
    for (std::string& label : labels)
        label = without_marks(label);
}

} // namespace tautline::view
