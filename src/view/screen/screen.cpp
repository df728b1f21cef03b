#include "view/screen/screen.h"

#include "base/text.h"

namespace tautline::view {

namespace {

std::string_view role_name(Role role) {
    static constexpr std::string_view names[] = {
        "banner", "navigation",  "main",        "footer", "section", "group",    "list",
        "item",   "radio-group", "check-group", "table",  "row",     "heading",  "paragraph",
        "cell",   "header-cell", "button",      "link",   "radio",   "checkbox", "slider",
        "figure", "hotspot",     "progress",    "status", "alert",   "dialog"};
    return names[static_cast<std::size_t>(role)];
}

} // namespace

bool Node::interactive() const {
    switch (role) {
    case Role::button:
    case Role::link:
    case Role::radio:
    case Role::checkbox:
    case Role::slider:
        return true;
    default:
        return false;
    }
}

const Node* find(const Screen& screen, NodeId id) {
    for (const Node& node : screen.nodes)
        if (node.id == id) return &node;
    return nullptr;
}

const Node* find(const Screen& screen, std::string_view key) {
    return find(screen, node_id(key));
}

std::string to_text(const Screen& screen) {
    std::string text = "# " + screen.title + "\n";
    std::vector<int> depth(screen.nodes.size(), 0);
    for (std::size_t i = 0; i < screen.nodes.size(); ++i) {
        const Node& node = screen.nodes[i];
        if (node.parent >= 0) depth[i] = depth[static_cast<std::size_t>(node.parent)] + 1;
        text.append(static_cast<std::size_t>(depth[i]) * 2, ' ');
        text += role_name(node.role);
        if (node.role == Role::heading) text += " " + std::to_string(node.level);
        if (!node.label.empty()) text += " \"" + node.label + "\"";
        if (!node.value_text.empty()) text += " = " + node.value_text;
        if (node.role == Role::radio || node.role == Role::checkbox)
            text += node.checked ? " [x]" : " [ ]";
        if (node.expanded != Expanded::none)
            text += node.expanded == Expanded::yes ? " (open)" : " (closed)";
        if (node.disabled) text += " (disabled)";
        if (node.current) text += " (current)";
        text += "  <" + node.key + ">\n";
    }
    return text;
}

} // namespace tautline::view
