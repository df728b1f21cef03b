// The self-check from its first page to its result, and the three results a person most often
// meets.
#include "app/answer_words.h"
#include "app/update.h"
#include "assess/evaluate.h"
#include "support/shipped_library.h"
#include "support/walk.h"
#include "view/build_screen.h"

#include <catch_amalgamated.hpp>

using namespace tautline;
using app::Route;

namespace {

const app::Library& library = test::shipped_library();

struct Visit {
    app::AppState state = app::initial_state(library);

    void act(const app::Action& action) { state = app::update(library, std::move(state), action); }
    void use(std::string_view key) {
        const view::Screen screen = view::build_screen(library, state);
        const view::Node* node = view::find(screen, key);
        INFO("no such node: " << key << "\n" << view::to_text(screen));
        REQUIRE(node);
        act(node->action);
    }
    bool shows(std::string_view key) const {
        return view::find(view::build_screen(library, state), key) != nullptr;
    }
    std::string label(std::string_view key) const {
        const view::Screen screen = view::build_screen(library, state);
        const view::Node* node = view::find(screen, key);
        return node ? node->label : "";
    }
};

// Answers every warning sign with no, then the rest as given: "item/option".
Visit checked(const std::vector<std::string>& answers) {
    Visit visit;
    visit.use("home/check");
    visit.use("check/next");
    for (std::size_t page = 0; page < library.pages.size(); ++page) {
        if (library.pages[page].optional) continue;
        for (std::size_t item : library.pages[page].items) {
            const assess::Item& each = library.check.items[item];
            if (each.kind == assess::Kind::flag && visit.shows("check/" + each.id))
                visit.use("check/" + each.id + "/no");
            for (const std::string& answer : answers)
                if (answer.rfind(each.id + "/", 0) == 0) visit.use("check/" + answer);
        }
        visit.use("check/next");
    }
    return visit;
}

const std::vector<std::string> checked_adult{"age/18-49", "duration/months",
                                             "examined/yes-unchanged"};

std::vector<std::string> with(std::vector<std::string> answers) {
    answers.insert(answers.begin(), checked_adult.begin(), checked_adult.end());
    return answers;
}

// Whose answers look most like tension, in two places.
Visit checked_like_tension() {
    return checked(with({"location/neck", "location/shoulders", "feel/dull-ache", "spread/wide",
                         "onset/gradual", "movement/sometimes", "position-eases/no",
                         "stress-worse/often", "panic-worse/no", "calm-eases/often",
                         "moves-around/no", "body-alarm/no", "limb-numb-tingle/no"}));
}

} // namespace

TEST_CASE("A check of neck and shoulder ache that follows stress ends in the tension pattern",
          "[flow]") {
    Visit visit = checked_like_tension();
    visit.use("review/result");
    CHECK(visit.label("title") == library.words.text("care.none.title"));
    CHECK(visit.label("result/pattern/title") == library.words.text("pattern.tension-like.title"));
    visit.use("result/clues");
    CHECK(visit.shows("result/tension/matched"));
}

TEST_CASE("A check of a sharp spot after a movement ends in the movement-linked pattern",
          "[flow]") {
    Visit visit = checked(
        with({"location/low-back", "feel/sharp-spot", "spread/one-spot", "onset/after-movement",
              "movement/clearly-worse", "position-eases/yes", "stress-worse/no", "panic-worse/no",
              "calm-eases/no", "moves-around/no", "body-alarm/no", "limb-numb-tingle/no"}));
    visit.use("review/result");
    CHECK(visit.label("result/pattern/title") ==
          library.words.text("pattern.movement-linked.title"));
}

TEST_CASE("With advice for today, the pattern stands below it under For reading later",
          "[flow][safety]") {
    Visit visit =
        checked(with({"location/upper-back", "worse-at-rest-night/yes", "feel/dull-ache",
                      "spread/wide", "onset/gradual", "movement/sometimes", "position-eases/no",
                      "stress-worse/often", "panic-worse/no", "calm-eases/often", "moves-around/no",
                      "body-alarm/no", "limb-numb-tingle/no"}));
    visit.use("review/result");
    CHECK(visit.label("title") == library.words.text("care.today.title"));
    CHECK(visit.label("result/pattern/later") == library.words.text("pattern.today.heading"));
    const view::Screen screen = view::build_screen(library, visit.state);
    CHECK(screen.title.find(library.words.text("pattern.tension-like.title")) == std::string::npos);
}

TEST_CASE("An emergency result shows no pattern and no count", "[flow][safety]") {
    Visit visit;
    visit.use("home/check");
    visit.use("check/next");
    visit.use("check/chest-pain/yes");
    visit.use("check/to-result");
    CHECK(visit.label("title") == library.words.text("care.emergency.title"));
    CHECK_FALSE(visit.shows("result/tension"));
    CHECK_FALSE(visit.shows("result/change"));
    // Softer advice is there for who asks; nothing else is to be read or answered first.
    CHECK(visit.shows("result/reasons/all"));
    CHECK_FALSE(visit.shows("result/reasons/lesser"));
    visit.use("result/reasons/lesser/open");
    CHECK(visit.shows("result/reasons/lesser"));
    CHECK(visit.shows("result/wait/steps"));
    for (const char* other : {"result/open/answer", "result/left-out", "result/clues"})
        CHECK_FALSE(visit.shows(other));
    CHECK(visit.shows("result/review"));
}

TEST_CASE("While a warning sign is open no text says that none was picked", "[flow][safety]") {
    Visit visit;
    visit.act(app::ShowResult{});
    CHECK(visit.shows("result/open/answer"));
    CHECK_FALSE(visit.shows("result/care/all-no/1"));
    visit.use("result/open/answer");
    CHECK(visit.state.route == Route::check);
}

TEST_CASE("None of these answers every sign of the page with no, visibly, and nothing else",
          "[flow]") {
    Visit visit;
    visit.use("home/check");
    visit.use("check/next");
    visit.use("check/none");
    CHECK_FALSE(visit.label("check/none/done").empty());
    const view::Screen screen = view::build_screen(library, visit.state);
    for (std::size_t item : library.pages.front().items)
        CHECK(view::find(screen, "check/" + library.check.items[item].id + "/no")->checked);
    const auto answered = [&](std::string_view id) {
        return assess::is_answered(visit.state.answers, *library.check.item_index(id));
    };
    CHECK_FALSE(answered("fever-infection"));
    CHECK_FALSE(answered("self-harm"));
}

TEST_CASE(
    "Back returns through the pages with every answer kept, and the review leads back to itself",
    "[flow]") {
    Visit visit;
    visit.use("home/check");
    visit.use("check/next");
    visit.use("check/none");
    visit.use("check/next");
    visit.use("check/back");
    CHECK(view::find(view::build_screen(library, visit.state), "check/chest-pain/no")->checked);
    visit.act(app::GoTo{Route::review});
    visit.use("review/about-you/change");
    visit.use("check/age/50-plus");
    visit.use("check/next");
    CHECK(visit.state.route == Route::review);
}

TEST_CASE("The answers of one page can be taken back, and no others", "[flow]") {
    Visit visit = checked(checked_adult);
    visit.use("review/about-you/change");
    const app::AppState before = visit.state;
    visit.use("check/clear");
    CHECK(visit.state.focus_serial > before.focus_serial); // at the first question again
    CHECK_FALSE(visit.shows("check/clear"));
    for (std::size_t page = 0; page < library.pages.size(); ++page)
        for (const std::size_t item : library.pages[page].items) {
            const bool here = static_cast<int>(page) == visit.state.check.page;
            CHECK(visit.state.answers.chosen[item] == (here ? 0 : before.answers.chosen[item]));
        }
}

TEST_CASE(
    "The optional page stands in nobody’s way, is opened from the review and leads back to it",
    "[flow]") {
    Visit visit = checked(checked_adult);
    CHECK(visit.state.route == Route::review);
    CHECK(visit.label("review/phq4/change").find(library.words.text("page.phq4.title")) !=
          std::string::npos);
    visit.use("review/phq4/change");
    CHECK(visit.shows("check/phq4-nervous/not-at-all"));
    CHECK_FALSE(visit.shows("check/progress")); // it stands in no order
    visit.use("check/back");
    CHECK(visit.state.route == Route::review);
    visit.use("review/phq4/change");
    visit.use("check/phq4-nervous/not-at-all");
    visit.use("check/next");
    CHECK(visit.state.route == Route::review);
    CHECK(visit.shows("review/phq4/phq4-nervous/answer"));
    visit.use("check/back");
    CHECK(visit.shows("check/rest-medicine"));
    // Who looked elsewhere in the middle of it comes back to it, and on from it.
    const auto optional = static_cast<std::uint32_t>(library.pages.size() - 1);
    visit.act(app::OpenPage{optional, false});
    visit.use("check/next");
    CHECK(visit.state.route == Route::review);
    visit.act(app::OpenPage{optional, false});
    visit.use("check/back");
    CHECK(visit.shows("check/rest-medicine"));
}

TEST_CASE("Start over forgets every answer and keeps the settings", "[flow][privacy]") {
    Visit visit;
    visit.act(app::Set{app::Control::setting_text_percent, 150});
    visit.use("home/check");
    visit.use("check/next");
    visit.use("check/none");
    visit.act(app::StartOver{});
    CHECK(visit.state.answers == assess::no_answers(library.check));
    CHECK(visit.state.route == Route::home);
    CHECK(visit.state.settings.text_percent == 150);
}

TEST_CASE("self-harm-today is asked only while self-harm is yes or unsure", "[flow][safety]") {
    Visit visit;
    visit.act(app::GoTo{Route::check});
    visit.act(app::Next{});
    visit.act(app::Next{});
    CHECK_FALSE(visit.shows("check/self-harm-today"));
    visit.use("check/self-harm/unsure");
    CHECK(visit.shows("check/self-harm-today"));
    visit.use("check/self-harm-today/yes");
    visit.use("check/self-harm/no");
    CHECK_FALSE(visit.shows("check/self-harm-today"));
    CHECK_FALSE(
        assess::is_answered(visit.state.answers, *library.check.item_index("self-harm-today")));
}

TEST_CASE("One touch never takes back a sign that was picked", "[flow][safety]") {
    Visit visit;
    visit.use("home/check");
    visit.use("check/next");
    CHECK(visit.shows("check/none"));
    visit.use("check/chest-pain/yes");
    CHECK_FALSE(visit.shows("check/none"));
    visit.use("check/chest-pain/no");
    CHECK(visit.shows("check/none"));
}

TEST_CASE("After an emergency answer the later questions wait until it is corrected",
          "[flow][safety]") {
    Visit visit;
    visit.use("home/check");
    visit.use("check/next");
    visit.use("check/tearing-pain/unsure");
    CHECK(visit.shows("check/chest-pain"));
    CHECK_FALSE(visit.shows("check/breathless"));
    visit.use("check/tearing-pain/no");
    CHECK(visit.shows("check/breathless"));
}

TEST_CASE("Not sure about not settling is not an answer of no to every sign", "[flow][safety]") {
    Visit visit = checked(checked_adult);
    visit.use("review/result");
    CHECK(visit.shows("result/care/all-no/1"));
    visit.act(app::OpenPage{4});
    visit.use("check/not-settling/unsure");
    visit.act(app::ShowResult{});
    CHECK_FALSE(visit.shows("result/care/all-no/1"));
}

TEST_CASE("Under 18 the comparison is withheld and nothing says how to unlock it",
          "[flow][safety]") {
    Visit visit = checked({"age/under-18", "duration/months", "examined/yes-unchanged"});
    visit.use("review/result");
    CHECK(visit.label("result/pattern/title") == library.words.text("pattern.withheld.title"));
    CHECK_FALSE(visit.shows("result/change"));
    CHECK_FALSE(visit.shows("result/tension"));
}

TEST_CASE("The figure of one's own answers says which answer made which setting",
          "[flow][own-body]") {
    Visit visit = checked_like_tension();
    visit.use("review/result");
    visit.use("result/own-body/open");
    CHECK(visit.label("title") == library.words.text("own.title"));
    visit.use("drawer/start");
    // Both places stand in one line, with the answers' own words.
    const auto line_of = [&](app::BodySetting setting) {
        return visit.label("own/origins/" + std::to_string(static_cast<int>(setting) + 1) +
                           "/text");
    };
    const std::string places = line_of(app::BodySetting::places);
    CHECK(places.find(library.words.text("item.location.option.neck")) != std::string::npos);
    CHECK(places.find(library.words.text("item.location.option.shoulders")) != std::string::npos);
    // Stress came from an answer; sleep from none, and says so.
    CHECK(line_of(app::BodySetting::stress)
              .find(library.words.text("item.stress-worse.option.often")) != std::string::npos);
    const auto untold = [](const std::string& line) {
        const std::string words = library.words.text("own.origin.default");
        return line.ends_with(words.substr(words.rfind('}') + 1));
    };
    CHECK_FALSE(untold(line_of(app::BodySetting::stress)));
    CHECK(untold(line_of(app::BodySetting::sleep_h)));
}

TEST_CASE("A result that withholds its pattern offers no figure, and its address shows none",
          "[flow][own-body][safety]") {
    Visit visit;
    visit.use("home/check");
    visit.use("check/next");
    visit.use("check/chest-pain/yes");
    visit.use("check/to-result");
    CHECK_FALSE(visit.shows("result/own-body"));
    visit.act(app::GoTo{Route::own_body});
    CHECK(visit.shows("own/none/1"));
    CHECK_FALSE(visit.shows("own/figure"));
}

TEST_CASE("The weeks that stand where cortisol's day stood are told in a sentence that follows the "
          "sliders",
          "[flow][weeks]") {
    Visit visit;
    visit.act(app::GoTo{Route::chapter_cortisol});
    visit.use("dot/take");
    visit.use("card/take/play");
    visit.act(app::Set{app::Control::cortisol_span, 1});
    visit.use("drawer/describe");
    const std::string four = visit.label("describe");
    visit.act(app::Set{app::Control::weeks_stress_weeks, 1});
    CHECK(visit.label("describe") != four);
    visit.act(app::Set{app::Control::weeks_stress_weeks, 0});
    CHECK(visit.label("describe") == library.words.text("describe.weeks.none"));
}

TEST_CASE("Trying another answer shows its result beside the person's own and changes nothing",
          "[flow]") {
    Visit visit = checked_like_tension();
    visit.use("review/result");
    visit.use("result/change");
    const assess::Answers before = visit.state.answers;
    CHECK_FALSE(visit.shows("result/change/chest-pain/yes")); // first what it could lead to
    visit.use("result/change/to/emergency/withheld");
    visit.use("result/change/chest-pain/yes");
    const std::string key = "result/change/chest-pain/yes";
    CHECK(visit.label(key + "/now/care") == library.words.text("tier.none.name"));
    CHECK(visit.label(key + "/then/care") == library.words.text("tier.emergency.name"));
    CHECK(visit.shows(key + "/now/counts"));
    CHECK_FALSE(visit.shows(key + "/then/counts")); // with an emergency nothing is compared
    CHECK(visit.shows(key + "/if-true"));
    CHECK(visit.state.answers == before);
    CHECK(visit.label("title") == library.words.text("care.none.title"));

    visit.use("result/change/to/none/mixed");
    visit.use("result/change/movement/clearly-worse"); // one at a time
    CHECK_FALSE(visit.shows(key + "/now"));
    CHECK(visit.shows("result/change/movement/clearly-worse/then/counts"));
    CHECK_FALSE(visit.shows("result/change/movement/clearly-worse/if-true"));
    visit.use(
        "result/change/movement/clearly-worse/go"); // the answer changes where its question stands
    CHECK(visit.state.route == Route::check);
    CHECK(visit.shows("check/movement/clearly-worse"));
    CHECK(visit.state.answers == before);
    CHECK_FALSE(visit.state.tried);
}

TEST_CASE("Every single answer that would move the result stands under what it leads to",
          "[flow]") {
    for (const char* sign : {"weight-loss", "rash"}) {
        Visit visit = checked(with({"location/neck", "feel/dull-ache", "spread/wide",
                                    "onset/gradual", "movement/sometimes", "position-eases/no",
                                    "stress-worse/often", "panic-worse/no", "calm-eases/often"}));
        visit.act(test::answer(library, sign, "unsure"));
        visit.act(app::ShowResult{});
        visit.use("result/change");
        const auto changes = assess::what_would_change(library.check, visit.state.answers);
        REQUIRE(changes.size() > 15);
        for (const assess::Change& change : changes) {
            const std::string to = "result/change/to/" + std::string(assess::name(change.care)) +
                                   "/" + std::string(assess::name(change.pattern));
            INFO(to);
            REQUIRE(visit.shows(to));
            if (!visit.shows(to + "/lines")) visit.use(to);
            const view::Screen screen = view::build_screen(library, visit.state);
            const std::string words = app::short_words(library, change.answer.item);
            const std::string option =
                change.answer.option ? app::option_words(library, change.answer) : "";
            const auto lines = view::find(screen, to + "/lines");
            int found = 0;
            for (const view::Node& node : screen.nodes)
                if (node.parent >= 0 &&
                    &screen.nodes[static_cast<std::size_t>(node.parent)] == lines)
                    found += node.label.rfind(words + ":", 0) == 0 &&
                             node.label.find(option) != std::string::npos;
            CHECK(found >= 1);
        }
    }
}

TEST_CASE("A description shows every statement with what would match, its notes and its sources",
          "[flow]") {
    Visit visit = checked(with({"location/neck", "feel/burning", "spread/wide", "onset/gradual",
                                "movement/sometimes", "position-eases/no", "stress-worse/often",
                                "panic-worse/no", "calm-eases/often", "moves-around/no"}));
    visit.use("review/result");
    visit.use("result/clues");
    visit.use("result/tension/unmatched");
    CHECK(visit.shows("result/tension/onset/text"));
    CHECK(visit.shows("result/tension/feel/would-match")); // burning is not counted
    CHECK(visit.shows("result/tension/body-alarm/would-match"));
    CHECK_FALSE(visit.shows("result/tension/onset/would-match"));
    CHECK_FALSE(visit.shows("result/tension/onset/sources"));
    visit.use("result/tension/details");
    CHECK(visit.shows("result/tension/onset/note/gradual/1"));
    CHECK(visit.shows("result/tension/onset/sources"));
    CHECK(visit.shows("result/tension/feel/note/burning/1"));
    visit.use("result/rule");
    CHECK(visit.label("result/rule/points/3/text").find("5 points or more") != std::string::npos);
}

TEST_CASE("A nerve-like result says when to call, even where nothing else asks for a check",
          "[flow][safety]") {
    Visit visit = checked(
        with({"location/leg", "feel/electric-shooting", "spread/line-down-limb", "onset/gradual",
              "movement/sometimes", "position-eases/no", "stress-worse/no", "panic-worse/no",
              "calm-eases/no", "moves-around/no", "body-alarm/no", "limb-numb-tingle/no"}));
    visit.use("review/result");
    CHECK(visit.label("title") == library.words.text("care.none.title"));
    CHECK(visit.label("result/pattern/title") == library.words.text("pattern.nerve-like.title"));
    CHECK(visit.shows("result/call-if/1"));
}

TEST_CASE("Whoever looks elsewhere in the middle of the check can go on where they were",
          "[flow]") {
    Visit visit;
    const std::string door = library.words.text("home.door.stress");
    visit.act(app::GoTo{Route::check});
    visit.act(app::GoTo{Route::home});
    CHECK(visit.label("home/check") == door); // nothing was answered
    visit.use("home/check");
    visit.use("check/next");
    visit.use("check/none");
    visit.use("check/next");
    const int page = visit.state.check.page;
    visit.act(app::GoTo{Route::chapter_alarm});
    visit.act(app::GoTo{Route::home});
    CHECK(visit.label("home/check") == library.words.text("check.continue"));
    visit.use("home/check");
    visit.act(app::GoTo{Route::home}); // and looks elsewhere once more, from the introduction
    visit.use("home/check");
    visit.use("check/continue");
    CHECK(visit.state.check.page == page);
    CHECK_FALSE(visit.state.check.from_review);
    visit.act(app::StartOver{});
    CHECK(visit.label("home/check") == door);
}
