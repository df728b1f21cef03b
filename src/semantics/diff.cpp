#include "semantics/diff.h"

#include "semantics/bytes.h"
#include "semantics/ops.h"
#include "semantics/order.h"

#include <algorithm>
#include <map>

namespace tautline::semantics {
namespace {

using view::Node;
using view::NodeId;
using view::Role;
using view::Screen;

using Index = std::map<NodeId, std::size_t>;

Index index_of(const Screen& screen) {
    Index index;
    for (std::size_t i = 0; i < screen.nodes.size(); ++i)
        index.emplace(screen.nodes[i].id, i);
    return index;
}

// Children of each node, and of the root in slot 0: slot = index + 1.
std::vector<std::vector<std::size_t>> children_of(const Screen& screen) {
    std::vector<std::vector<std::size_t>> children(screen.nodes.size() + 1);
    for (std::size_t i = 0; i < screen.nodes.size(); ++i)
        children[static_cast<std::size_t>(screen.nodes[i].parent + 1)].push_back(i);
    return children;
}

unsigned flags_of(const Node& node, bool has_children) {
    unsigned flags = 0;
    if (node.disabled) flags |= flag_disabled;
    if (node.checked) flags |= flag_checked;
    if (node.current) flags |= flag_current;
    if (node.expanded == view::Expanded::no) flags |= flag_collapsed;
    if (node.expanded == view::Expanded::yes) flags |= flag_expanded;
    if (node.label_hidden) flags |= flag_label_hidden;
    if (has_children) flags |= flag_has_children;
    if (node.action.index() != 0) flags |= flag_acts;
    return flags;
}

void write_page(Bytes& out, const Surface& surface) {
    out.u8(static_cast<unsigned>(Op::page));
    out.text(surface.screen.title);
    out.text(surface.screen.language);
    out.text(surface.page.address);
    out.u8(surface.screen.right_to_left ? 1 : 0);
    out.u8(static_cast<unsigned>(surface.page.skin));
    out.u8(static_cast<unsigned>(surface.page.scheme));
    out.u8(surface.page.banner_sticky ? 1 : 0);
    out.u8(surface.page.second_typeface ? 1 : 0);
    out.u8(surface.page.wide_spacing ? 1 : 0);
    out.u8(surface.page.arrow_keys ? 1 : 0);
    out.f32(surface.page.width);
    out.f32(surface.page.height);
    out.f32(surface.page.banner_height);
    out.f32(surface.page.text_scale);
}

bool same_page(const Surface& a, const Surface& b) {
    return a.page == b.page && a.screen.title == b.screen.title &&
           a.screen.language == b.screen.language &&
           a.screen.right_to_left == b.screen.right_to_left;
}

void begin_set(Bytes& out, NodeId id, Field field) {
    out.u8(static_cast<unsigned>(Op::set));
    out.u32(id);
    out.u8(static_cast<unsigned>(field));
}

void set_text(Bytes& out, NodeId id, Field field, const std::string& old, const std::string& now) {
    if (old == now) return;
    begin_set(out, id, field);
    out.text(now);
}

// Flags come first: how a label is shown depends on whether it is hidden and whether children stand
// in for it.
void write_fields(Bytes& out, const Node& old, bool old_children, const Node& now,
                  bool now_children) {
    const unsigned flags = flags_of(now, now_children);
    if (flags_of(old, old_children) != flags) {
        begin_set(out, now.id, Field::flags);
        out.u8(flags);
    }
    if (old.look != now.look || old.arrange != now.arrange || old.accent != now.accent ||
        old.icon != now.icon) {
        begin_set(out, now.id, Field::style);
        out.u8(static_cast<unsigned>(now.look));
        out.u8(static_cast<unsigned>(now.arrange));
        out.u8(static_cast<unsigned>(now.accent));
        out.u8(static_cast<unsigned>(now.icon));
    }
    set_text(out, now.id, Field::label, old.label, now.label);
    set_text(out, now.id, Field::description, old.description, now.description);
    set_text(out, now.id, Field::lang, old.lang, now.lang);
    set_text(out, now.id, Field::href, old.href, now.href);
    if (old.value != now.value || old.min != now.min || old.max != now.max ||
        old.step != now.step) {
        begin_set(out, now.id, Field::numbers);
        out.f32(now.value);
        out.f32(now.min);
        out.f32(now.max);
        out.f32(now.step);
    }
    set_text(out, now.id, Field::value_text, old.value_text, now.value_text);
    if (old.described_by != now.described_by) {
        begin_set(out, now.id, Field::described_by);
        out.u32(now.described_by);
    }
}

// One comparison: what both screens know of each other's nodes.
struct Comparison {
    const Screen& old;
    const Screen& now;
    Index old_index, now_index;
    std::vector<std::vector<std::size_t>> old_children, now_children;
    std::vector<bool> replaced; // old nodes whose element can't be kept: role or level changed,
                                // on them or on a container round them

    Comparison(const Screen& a, const Screen& b)
        : old{a}, now{b}, old_index{index_of(a)}, now_index{index_of(b)},
          old_children{children_of(a)}, now_children{children_of(b)},
          replaced(a.nodes.size(), false) {
        for (std::size_t i = 0; i < old.nodes.size(); ++i) {
            const Node& node = old.nodes[i];
            const auto found = now_index.find(node.id);
            if (found != now_index.end()) {
                const Node& next = now.nodes[found->second];
                replaced[i] = next.role != node.role || next.level != node.level;
            }
            if (node.parent >= 0 && replaced[static_cast<std::size_t>(node.parent)])
                replaced[i] = true;
        }
    }

    // The old node whose element goes on as this one, or -1.
    int kept(NodeId id) const {
        const auto found = old_index.find(id);
        if (found == old_index.end() || replaced[found->second]) return -1;
        return static_cast<int>(found->second);
    }
    NodeId old_parent(std::size_t i) const {
        const int parent = old.nodes[i].parent;
        return parent < 0 ? 0 : old.nodes[static_cast<std::size_t>(parent)].id;
    }
    bool survives(std::size_t i) const {
        return !replaced[i] && now_index.count(old.nodes[i].id) != 0;
    }
    bool topmost(std::size_t i) const {
        const int parent = old.nodes[i].parent;
        return parent < 0 || survives(static_cast<std::size_t>(parent));
    }
};

void write_removals(Bytes& out, const Comparison& c, bool replaced) {
    for (std::size_t i = 0; i < c.old.nodes.size(); ++i) {
        const int parent = c.old.nodes[i].parent;
        const bool inside_replaced = parent >= 0 && c.replaced[static_cast<std::size_t>(parent)];
        const bool due = replaced ? c.replaced[i] && !inside_replaced
                                  : !c.replaced[i] && !c.survives(i) && c.topmost(i);
        if (!due) continue;
        out.u8(static_cast<unsigned>(Op::remove));
        out.u32(c.old.nodes[i].id);
    }
}

// Adds and moves, parents first, and in each parent from the last child to the first, so that the
// element to put a child before is always in its final place.
void write_structure(Bytes& out, const Comparison& c) {
    for (std::size_t slot = 0; slot < c.now_children.size(); ++slot) {
        const std::vector<std::size_t>& wanted = c.now_children[slot];
        const NodeId parent = slot == 0 ? 0 : c.now.nodes[slot - 1].id;
        std::vector<int> places;
        for (const std::size_t child : wanted) {
            const int was = c.kept(c.now.nodes[child].id);
            const bool here = was >= 0 && c.old_parent(static_cast<std::size_t>(was)) == parent &&
                              (parent == 0 || c.kept(parent) >= 0);
            places.push_back(here ? was : -1);
        }
        const std::vector<bool> stays = keep_in_place(places);
        NodeId before = 0;
        for (std::size_t i = wanted.size(); i-- > 0;) {
            const Node& node = c.now.nodes[wanted[i]];
            if (!stays[i]) {
                const bool fresh = c.kept(node.id) < 0;
                out.u8(static_cast<unsigned>(fresh ? Op::add : Op::move));
                out.u32(node.id);
                out.u32(parent);
                out.u32(before);
                if (fresh) {
                    out.u8(static_cast<unsigned>(node.role));
                    out.u8(node.level);
                    out.text(node.key);
                }
            }
            before = node.id;
        }
    }
}

void write_rects(Bytes& out, const Comparison& c, const Surface& previous, const Surface& next) {
    if (next.rects.size() != next.screen.nodes.size()) return;
    const bool comparable = previous.rects.size() == previous.screen.nodes.size();
    const std::vector<Rect> now = relative_rects(next.screen, next.rects);
    const std::vector<Rect> old =
        comparable ? relative_rects(previous.screen, previous.rects) : std::vector<Rect>{};
    for (std::size_t i = 0; i < now.size(); ++i) {
        const int was = c.kept(next.screen.nodes[i].id);
        if (comparable && was >= 0 && old[static_cast<std::size_t>(was)] == now[i]) continue;
        out.u8(static_cast<unsigned>(Op::rect));
        out.u32(next.screen.nodes[i].id);
        out.f32(now[i].x);
        out.f32(now[i].y);
        out.f32(now[i].width);
        out.f32(now[i].height);
    }
}

void write_place(Bytes& out, NodeId id, unsigned what, const TextPlace& place) {
    if (place.size <= 0) return;
    out.u8(static_cast<unsigned>(Op::place));
    out.u32(id);
    out.u8(what | (place.inside_words ? 2u : 0u));
    for (const float number :
         {place.x, place.y, place.width, place.size, place.line_height, place.weight})
        out.f32(number);
}

void write_places(Bytes& out, const Comparison& c, const Surface& previous, const Surface& next) {
    if (next.texts.size() != next.screen.nodes.size()) return;
    const bool comparable = previous.texts.size() == previous.screen.nodes.size();
    for (std::size_t i = 0; i < next.texts.size(); ++i) {
        const NodeId id = next.screen.nodes[i].id;
        const int was = c.kept(id);
        if (comparable && was >= 0 &&
            previous.texts[static_cast<std::size_t>(was)] == next.texts[i])
            continue;
        write_place(out, id, 0, next.texts[i].label);
        write_place(out, id, 1, next.texts[i].value);
    }
}

Rect united(const Rect& a, const Rect& b) {
    if (a.width <= 0 && a.height <= 0) return b;
    if (b.width <= 0 && b.height <= 0) return a;
    const float x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.x + a.width, b.x + b.width) - x,
            std::max(a.y + a.height, b.y + b.height) - y};
}

} // namespace

std::vector<Rect> relative_rects(const Screen& screen, const std::vector<Rect>& rects) {
    std::vector<Rect> boxes = rects;
    for (std::size_t i = screen.nodes.size(); i-- > 0;) {
        const int parent = screen.nodes[i].parent;
        if (parent < 0) continue;
        Rect& outer = boxes[static_cast<std::size_t>(parent)];
        outer = united(outer, boxes[i]);
    }
    std::vector<Rect> relative = boxes;
    for (std::size_t i = 0; i < screen.nodes.size(); ++i) {
        const int parent = screen.nodes[i].parent;
        if (parent < 0) continue;
        relative[i].x -= boxes[static_cast<std::size_t>(parent)].x;
        relative[i].y -= boxes[static_cast<std::size_t>(parent)].y;
    }
    return relative;
}

std::vector<std::uint8_t> diff(const Surface& previous, const Surface& next) {
    Bytes out;
    const Comparison c{previous.screen, next.screen};
    if (!same_page(previous, next)) write_page(out, next);
    write_removals(out, c, true);
    write_structure(out, c);
    write_removals(out, c, false);
    const Node blank;
    for (std::size_t i = 0; i < next.screen.nodes.size(); ++i) {
        const Node& node = next.screen.nodes[i];
        const int was = c.kept(node.id);
        const auto slot = static_cast<std::size_t>(was + 1);
        const Node& old = was < 0 ? blank : previous.screen.nodes[slot - 1];
        write_fields(out, old, was >= 0 && !c.old_children[slot].empty(), node,
                     !c.now_children[i + 1].empty());
    }
    write_rects(out, c, previous, next);
    write_places(out, c, previous, next);
    if (next.screen.focus != 0 && next.screen.focus_serial != previous.screen.focus_serial &&
        c.now_index.count(next.screen.focus) != 0) {
        out.u8(static_cast<unsigned>(Op::focus));
        out.u32(next.screen.focus);
    }
    if (!next.screen.announcement.empty() &&
        next.screen.announcement_serial != previous.screen.announcement_serial) {
        out.u8(static_cast<unsigned>(Op::say));
        out.text(next.screen.announcement);
    }
    if (next.screen.wanted_language != previous.screen.wanted_language) {
        out.u8(static_cast<unsigned>(Op::language));
        out.text(next.screen.wanted_language);
    }
    if (next.screen.errand != app::Errand::none &&
        next.screen.errand_serial != previous.screen.errand_serial) {
        out.u8(static_cast<unsigned>(Op::ask));
        out.u8(static_cast<unsigned>(next.screen.errand));
    }
    if (next.screen.speech_serial != previous.screen.speech_serial) {
        out.u8(static_cast<unsigned>(Op::speak));
        out.u32(static_cast<std::uint32_t>(next.screen.speech.size()));
        for (const std::string& text : next.screen.speech)
            out.text(text);
    }
    return out.take();
}

} // namespace tautline::semantics
