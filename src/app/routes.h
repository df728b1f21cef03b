// The screens that there are, a row for each: what everybody else must know of a screen without
// showing it. What a screen shows is view/build_screen.cpp's. The page's script and the tests read
// the same rows (build/generated/protocol.mjs, src/page/protocol/).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tautline::app {

// In the order in which the page without a script has them.
enum class Route : std::uint8_t {
    home,
    warning_signs,
    warning_signs_in_english,
    story, // a hard week, in ten scenes
    chapter_alarm,
    chapter_muscles,
    chapter_cortisol,
    chapter_sensitivity,
    chapter_feel,
    chapter_patterns,
    check, // the self-check; AppState::check says which page
    review,
    result,
    own_body, // "How could this work in a body?"
    summary,  // what a person takes along from the result
    what_helps,
    breathing,
    relaxation,
    sources,
    settings,
    about,
    gallery,
    country, // which one a person is in, for the number to call
};
inline constexpr int route_count = 23;

// The chapters are screens one behind the other.
inline constexpr std::size_t chapter_count = 6;
constexpr Route chapter(std::size_t number) {
    return static_cast<Route>(static_cast<std::size_t>(Route::chapter_alarm) + number);
}
static_assert(chapter(chapter_count - 1) == Route::chapter_patterns);

// How much of a screen comes only when the page is ready, because hardly anybody begins there.
// `part`: the rest of the screen is whole.
enum class Later : std::uint8_t { nothing, part, all };

struct RouteEntry {
    std::string_view name;         // in addresses: "#/what-helps"
    std::string_view title;        // words key: what it is called where it is not shown
    Later words = Later::nothing;  // whether it waits for words/<language>/later/
    Later engine = Later::nothing; // build-scripts/lib/split.mjs
    // Shows what a person answered: nobody outside the page may know more of it than that it is
    // open, and after a reload there is nothing to show.
    bool answers = false;
    bool body = false;    // shows the body's figure, which travels from one to the next
    bool article = false; // a section of the page without a script
    bool listed = false;  // among all pages that About lists
};

const RouteEntry& entry(Route route);
std::optional<Route> route_named(std::string_view name);

using ChapterNames = std::array<std::string_view, chapter_count>;
ChapterNames chapter_names(); // as their addresses have them

} // namespace tautline::app
