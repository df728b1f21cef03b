#include "semantics/names.h"

#include <cstddef>
#include <iterator>

namespace tautline::semantics {
namespace {

constexpr std::string_view roles[] = {
    "banner", "navigation",  "main",        "footer", "section", "group",    "list",
    "item",   "radio-group", "check-group", "table",  "row",     "heading",  "paragraph",
    "cell",   "header-cell", "button",      "link",   "radio",   "checkbox", "slider",
    "figure", "hotspot",     "progress",    "status", "alert",   "dialog"};
constexpr std::string_view looks[] = {
    "plain",    "eyebrow", "lead", "small", "quote",     "primary", "secondary", "quiet",  "danger",
    "chip",     "pill",    "icon", "card",  "emergency", "today",   "soon",      "crisis", "calm",
    "research", "why",     "note", "panel", "controls",  "words",   "dot",       "drawer", "cover"};
constexpr std::string_view arranges[] = {"stack", "row", "grid", "split", "stage", "ends"};
constexpr std::string_view accents[] = {"none", "alarm",    "muscles", "cortisol", "sensitivity",
                                        "feel", "patterns", "check",   "helps"};
constexpr std::string_view icons[] = {
    "none",   "play",    "pause",     "step",     "reset",   "slow", "back",
    "next",   "warning", "text-view", "settings", "sources", "home", "check",
    "change", "phone",   "body",      "breath",   "moon",    "walk", "talk",
    "heat",   "bolt",    "wave",      "plus",     "close",   "open", "link-out"};

static_assert(std::size(roles) == static_cast<std::size_t>(view::Role::dialog) + 1);
static_assert(std::size(looks) == static_cast<std::size_t>(view::Look::cover) + 1);
static_assert(std::size(arranges) == static_cast<std::size_t>(view::Arrange::ends) + 1);
static_assert(std::size(accents) == static_cast<std::size_t>(view::Accent::helps) + 1);
static_assert(std::size(icons) == static_cast<std::size_t>(view::Icon::link_out) + 1);

} // namespace

std::string_view name(view::Role role) {
    return roles[static_cast<std::size_t>(role)];
}
std::string_view name(view::Look look) {
    return looks[static_cast<std::size_t>(look)];
}
std::string_view name(view::Arrange arrange) {
    return arranges[static_cast<std::size_t>(arrange)];
}
std::string_view name(view::Accent accent) {
    return accents[static_cast<std::size_t>(accent)];
}
std::string_view name(view::Icon icon) {
    return icons[static_cast<std::size_t>(icon)];
}

} // namespace tautline::semantics
