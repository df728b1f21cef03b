#include "ui/layout/tree.h"

namespace tautline::ui {
namespace {

// A screen whose main has no colour of its own takes that of the first part that has one: a
// chapter's head.
view::Accent page_accent(const view::Screen& screen) {
    for (const view::Node& node : screen.nodes) {
        if (node.parent < 0 || node.accent == view::Accent::none) continue;
        const view::Node& parent = screen.nodes[static_cast<std::size_t>(node.parent)];
        if (parent.role == view::Role::main && node.look == view::Look::plain) return node.accent;
    }
    return view::Accent::none;
}

} // namespace

using view::Look;
using view::Node;
using view::Role;

Tree::Tree(const view::Screen& screen) : screen_{screen} {
    const std::size_t count = screen.nodes.size();
    settings_.resize(count);
    starts_.assign(count + 2, 0);
    for (const Node& node : screen.nodes) {
        ++starts_[static_cast<std::size_t>(node.parent + 1) + 1];
    }
    for (std::size_t i = 1; i < starts_.size(); ++i) {
        starts_[i] += starts_[i - 1];
    }
    children_.resize(count);
    std::vector<std::size_t> next = starts_;
    bool branded = false; // the banner's first visible link is the name
    for (std::size_t i = 0; i < count; ++i) {
        const Node& node = screen.nodes[i];
        children_[next[static_cast<std::size_t>(node.parent + 1)]++] = static_cast<int>(i);
        Setting& own = settings_[i];
        if (node.parent >= 0) {
            const Node& parent = screen.nodes[static_cast<std::size_t>(node.parent)];
            own = settings_[static_cast<std::size_t>(node.parent)];
            ++own.depth;
            if (is_box(parent.look)) own.box = parent.look;
            own.exhibit = own.exhibit || parent.look == Look::panel;
        }
        if (node.role == Role::main) own.accent = page_accent(screen);
        if (node.accent != view::Accent::none) own.accent = node.accent;
        own.banner = own.banner || node.role == Role::banner;
        own.brand = own.banner && node.role == Role::link && !node.label_hidden && !branded;
        branded = branded || own.brand;
        own.footer = own.footer || node.role == Role::footer;
    }
}

std::span<const int> Tree::children(int index) const {
    const std::size_t at = static_cast<std::size_t>(index + 1);
    return std::span{children_}.subspan(starts_[at], starts_[at + 1] - starts_[at]);
}

bool is_box(Look look) {
    switch (look) {
    case Look::card:
    case Look::emergency:
    case Look::today:
    case Look::soon:
    case Look::crisis:
    case Look::calm:
    case Look::research:
    case Look::why:
    case Look::note:
    case Look::panel:
    case Look::controls:
        return true;
    default:
        return false;
    }
}

bool is_spot(const Node& node) {
    return node.look == Look::cover && node.spot >= 0;
}

bool is_control(const Node& node) {
    switch (node.role) {
    case Role::button:
    case Role::radio:
    case Role::checkbox:
    case Role::slider:
    case Role::link:
        return true;
    default:
        return false;
    }
}

bool is_text(const Node& node) {
    return node.role == Role::heading || node.role == Role::paragraph || node.role == Role::status;
}

bool is_disclosure(const Node& node) {
    return node.role == Role::button && node.expanded != view::Expanded::none;
}

} // namespace tautline::ui
