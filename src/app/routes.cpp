#include "app/routes.h"

#include <iterator>

namespace tautline::app {

namespace {

constexpr Later part = Later::part, all = Later::all;

constexpr RouteEntry rows[] = {
    {.name = "home", .title = "home.title", .article = true, .listed = true},
    {.name = "warning-signs", .title = "nav.warning_signs", .article = true, .listed = true},
    {.name = "warning-signs-in-english",
     .title = "nav.english_signs",
     .words = part,
     .article = true},
    {.name = "story",
     .title = "story.title",
     .words = all,
     .engine = all,
     .body = true,
     .article = true,
     .listed = true},
    {.name = "alarm",
     .title = "chapter.alarm.title",
     .words = part,
     .body = true,
     .article = true,
     .listed = true},
    {.name = "muscles",
     .title = "chapter.muscles.title",
     .words = all,
     .engine = all,
     .body = true,
     .article = true,
     .listed = true},
    {.name = "cortisol",
     .title = "chapter.cortisol.title",
     .words = all,
     .engine = all,
     .body = true,
     .article = true,
     .listed = true},
    {.name = "sensitivity",
     .title = "chapter.sensitivity.title",
     .words = all,
     .engine = all,
     .body = true,
     .article = true,
     .listed = true},
    {.name = "feel",
     .title = "chapter.feel.title",
     .words = all,
     .engine = all,
     .article = true,
     .listed = true},
    {.name = "patterns",
     .title = "chapter.patterns.title",
     .words = all,
     .engine = all,
     .article = true,
     .listed = true},
    {.name = "check",
     .title = "home.check.title",
     .words = part,
     .engine = part,
     .answers = true,
     .article = true,
     .listed = true},
    {.name = "review", .title = "check.review.title", .answers = true},
    {.name = "result", .title = "", .words = part, .engine = part, .answers = true},
    {.name = "own-body", .title = "own.title", .words = all, .engine = all, .answers = true},
    {.name = "summary", .title = "nav.summary", .words = all, .engine = all, .answers = true},
    {.name = "what-helps",
     .title = "helps.title",
     .words = all,
     .engine = all,
     .article = true,
     .listed = true},
    {.name = "breathing", .title = "pacer.title", .words = all, .engine = all, .listed = true},
    {.name = "relaxation", .title = "relax.title", .words = all, .engine = all, .listed = true},
    {.name = "sources", .title = "sources.title", .words = all, .engine = all, .article = true},
    {.name = "settings", .title = "nav.settings", .listed = true},
    {.name = "about", .title = "about.title", .words = all, .engine = all, .article = true},
    {.name = "gallery", .title = "gallery.title", .engine = all},
    {.name = "country", .title = "country.title", .engine = all},
};
static_assert(std::size(rows) == route_count);

} // namespace

const RouteEntry& entry(Route route) {
    return rows[static_cast<std::size_t>(route)];
}

ChapterNames chapter_names() {
    ChapterNames names;
    for (std::size_t i = 0; i < chapter_count; ++i)
        names[i] = entry(chapter(i)).name;
    return names;
}

std::optional<Route> route_named(std::string_view name) {
    for (std::size_t i = 0; i < std::size(rows); ++i)
        if (rows[i].name == name) return static_cast<Route>(i);
    return std::nullopt;
}

} // namespace tautline::app
