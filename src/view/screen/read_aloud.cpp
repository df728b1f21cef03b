#include "view/screen/read_aloud.h"

#include "app/action.h"
#include "base/text.h"

namespace tautline::view {
namespace {

bool is_question(const Node& node) {
    return node.role == Role::radio_group || node.role == Role::check_group;
}

bool is_read_button(const Node& node) {
    return std::holds_alternative<app::ReadAloud>(node.action);
}

bool is_inside(const Screen& screen, std::size_t index, std::size_t container) {
    for (int at = static_cast<int>(index); at >= 0;
         at = screen.nodes[static_cast<std::size_t>(at)].parent)
        if (static_cast<std::size_t>(at) == container) return true;
    return false;
}

// Boxes repeat as their name what a heading in them says.
bool has_words_of_its_own(const Node& node) {
    switch (node.role) {
    case Role::banner:
    case Role::navigation:
    case Role::main:
    case Role::footer:
    case Role::section:
    case Role::group:
    case Role::hotspot:
    case Role::dialog:
        return false;
    default:
        return !is_read_button(node);
    }
}

std::string words_of(const Node& node) {
    const bool instead = node.role == Role::link || node.role == Role::heading;
    if (instead && !node.value_text.empty()) return node.value_text;
    std::string text = node.label;
    for (const std::string* more : {&node.value_text, &node.description}) {
        if (more->empty()) continue;
        if (!text.empty()) text += ". ";
        text += *more;
    }
    return text;
}

std::size_t index_of(const Screen& screen, std::string_view key) {
    for (std::size_t i = 0; i < screen.nodes.size(); ++i)
        if (screen.nodes[i].key == key) return i;
    return screen.nodes.size();
}

Node read_button(std::string key, std::string label, std::string part, bool stops) {
    Node button;
    button.key = std::move(key);
    button.id = node_id(button.key);
    button.role = Role::button;
    button.look = Look::quiet;
    button.icon = stops ? Icon::pause : Icon::talk;
    button.label = std::move(label);
    button.action = app::ReadAloud{stops ? std::string{} : std::move(part)};
    return button;
}

} // namespace

std::vector<std::string> spoken(const Screen& screen, std::string_view part) {
    std::vector<std::string> texts;
    const std::size_t from = index_of(screen, part);
    if (from == screen.nodes.size()) return texts;
    const Node& first = screen.nodes[from];
    const bool heading = first.role == Role::heading;
    if (!heading && !is_question(first) && first.role != Role::main) return texts;
    // A heading's part ends with what it stands in: the screen's main part, or a drawer.
    std::size_t whole = from;
    for (int at = first.parent; heading && at >= 0;
         at = screen.nodes[static_cast<std::size_t>(at)].parent)
        whole = static_cast<std::size_t>(at);
    for (std::size_t i = from; i < screen.nodes.size(); ++i) {
        const Node& node = screen.nodes[i];
        if (!is_inside(screen, i, whole)) break;
        if (heading && i > from && node.role == Role::heading && node.level <= first.level) break;
        if (!has_words_of_its_own(node)) continue;
        std::string text = words_of(node);
        if (!text.empty()) texts.push_back(std::move(text));
    }
    return texts;
}

void add_read_buttons(Screen& screen, const ReadAloudWords& words, std::string_view reading) {
    const std::vector<Node> old = std::move(screen.nodes);
    screen.nodes.clear();
    std::vector<int> moved_to(old.size(), -1); // old index → new one
    int main = -1;
    bool first_heading = true;
    const auto add = [&](const char* prefix, const std::string& part, const std::string& label,
                         int parent) {
        const bool stops = reading == part;
        screen.nodes.push_back(read_button(prefix + part, stops ? words.stop : label, part, stops));
        screen.nodes.back().parent = parent;
    };
    for (std::size_t i = 0; i < old.size(); ++i) {
        Node node = old[i];
        if (node.parent >= 0) node.parent = moved_to[static_cast<std::size_t>(node.parent)];
        moved_to[i] = static_cast<int>(screen.nodes.size());
        const bool drawer = node.role == Role::dialog && node.look == Look::drawer;
        if (node.role == Role::main || drawer) main = moved_to[i];
        if (node.role == Role::footer || (node.role == Role::dialog && !drawer)) main = -1;
        const Node& placed = screen.nodes.emplace_back(std::move(node));
        if (main < 0) continue;
        const std::string key = placed.key, label = placed.label;
        const int parent = placed.parent;
        if (placed.role == Role::heading && first_heading) {
            first_heading = false;
            add("read/", "main", words.screen, parent);
        } else if (placed.role == Role::heading) {
            add("read/", key, fill(words.part, {{"part", label}}), parent);
        } else if (is_question(placed)) {
            add("read/", key, fill(words.part, {{"part", label}}), moved_to[i]);
        }
    }
}

} // namespace tautline::view
