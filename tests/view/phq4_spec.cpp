// The PHQ-4: the words of the scale itself, a reading for every score, and no say in the result.
#include "app/update.h"
#include "base/text.h"
#include "support/shipped_library.h"
#include "support/walk.h"
#include "view/build_screen.h"

#include <catch_amalgamated.hpp>

using namespace tautline;

namespace {

const app::Library& library = test::shipped_library();
constexpr const char* items[] = {"phq4-nervous", "phq4-worry", "phq4-interest", "phq4-down"};
constexpr const char* options[] = {"not-at-all", "several-days", "more-than-half",
                                   "nearly-every-day"};

view::Screen result_of(const std::array<int, 4>& scores) {
    app::AppState state = app::initial_state(library);
    for (std::size_t i = 0; i < 4; ++i)
        if (scores[i] >= 0)
            state =
                app::update(library, state, test::answer(library, items[i], options[scores[i]]));
    state = app::update(library, state, app::ShowResult{});
    state = app::update(library, state, app::OpenDrawer{"result/phq4"});
    return view::build_screen(library, state);
}

std::string label(const view::Screen& screen, std::string_view key) {
    const view::Node* node = view::find(screen, key);
    return node ? node->label : "";
}

} // namespace

TEST_CASE("The PHQ-4 is asked word for word, on a page of its own, with its credit",
          "[view][phq4]") {
    const std::pair<const char*, const char*> words[] = {
        {"phq4.stem",
         "Over the last 2 weeks, how often have you been bothered by the following problems?"},
        {"item.phq4-nervous.question", "Feeling nervous, anxious or on edge"},
        {"item.phq4-worry.question", "Not being able to stop or control worrying"},
        {"item.phq4-interest.question", "Little interest or pleasure in doing things"},
        {"item.phq4-down.question", "Feeling down, depressed, or hopeless"},
        {"item.phq4-worry.option.not-at-all", "Not at all"},
        {"item.phq4-worry.option.several-days", "Several days"},
        {"item.phq4-worry.option.more-than-half", "More than half the days"},
        {"item.phq4-worry.option.nearly-every-day", "Nearly every day"}};
    for (const auto& [key, text] : words)
        CHECK(library.words.text(key) == text);
    const app::Library::CheckPage& page = library.pages.back();
    CHECK(page.optional);
    CHECK(page.items.size() == 4);
    app::AppState state = app::initial_state(library);
    state = app::update(library, state,
                        app::OpenPage{static_cast<std::uint32_t>(library.pages.size() - 1)});
    const view::Screen screen = view::build_screen(library, state);
    CHECK(label(screen, "check/stem") == library.words.text("phq4.stem"));
    CHECK(label(screen, "check/credit").find("Spitzer") != std::string::npos);
}

TEST_CASE("Every PHQ-4 score has its published range and a way to go on; the result stays the same",
          "[view][phq4]") {
    const view::Screen without = result_of({-1, -1, -1, -1});
    CHECK(view::find(without, "result/phq4") == nullptr);
    for (int a = 0; a < 4; ++a)
        for (int b = 0; b < 4; ++b)
            for (int c = 0; c < 4; ++c)
                for (int d = 0; d < 4; ++d) {
                    const view::Screen screen = result_of({a, b, c, d});
                    const int total = a + b + c + d;
                    INFO(a << b << c << d);
                    // Kroenke 2009: 0-2, 3-5, 6-8, 9-12; 3 or more in a half.
                    const char* range = total < 3   ? "normal"
                                        : total < 6 ? "mild"
                                        : total < 9 ? "moderate"
                                                    : "severe";
                    CHECK(label(screen, "result/phq4/reading/1") ==
                          library.words.text(std::string("phq4.reading.") + range));
                    CHECK(label(screen, "result/phq4") ==
                          fill(library.words.text("phq4.total"), {{"n", std::to_string(total)}}));
                    CHECK((view::find(screen, "result/phq4/raised/1") != nullptr) ==
                          (a + b >= 3 || c + d >= 3));
                    CHECK(view::find(screen, "result/phq4/where/1") != nullptr);
                    CHECK(view::find(screen, "result/phq4/unsafe/1") != nullptr);
                    for (const char* key : {"title", "result/pattern/title"})
                        CHECK(label(screen, key) == label(without, key));
                }
}

TEST_CASE("A PHQ-4 with an answer missing has no total, and a half only when it is whole",
          "[view][phq4]") {
    const view::Screen screen = result_of({3, -1, 2, 1});
    CHECK(label(screen, "result/phq4") == library.words.text("phq4.heading"));
    CHECK(view::find(screen, "result/phq4/incomplete/1") != nullptr);
    CHECK(view::find(screen, "result/phq4/anxiety") == nullptr);
    CHECK(view::find(screen, "result/phq4/low-mood") != nullptr);
}
