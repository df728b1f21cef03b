// What a person takes along: what stands on the sheet and in which order, what goes along only when
// asked for, and what the host is asked to do.
#include "app/update.h"
#include "support/shipped_library.h"
#include "support/walk.h"
#include "view/build_screen.h"

#include <catch_amalgamated.hpp>

using namespace tautline;
using app::Errand;
using app::Route;

namespace {

const app::Library& library = test::shipped_library();

using Given = std::vector<std::pair<const char*, const char*>>;

// An adult with no warning sign and a comparison, and what is added.
app::AppState summary_of(const Given& given, bool every_sign_no = true) {
    app::AppState state = app::initial_state(library);
    const auto choose = [&](std::string_view item, std::string_view option) {
        state = app::update(library, state, test::answer(library, item, option));
    };
    for (const assess::Item& item : library.check.items)
        if (every_sign_no && item.kind == assess::Kind::flag && item.id != "self-harm-today")
            choose(item.id, "no");
    for (const auto& [item, option] : Given{{"age", "18-49"},
                                            {"duration", "months"},
                                            {"examined", "yes-unchanged"},
                                            {"feel", "dull-ache"},
                                            {"location", "neck"},
                                            {"spread", "wide"},
                                            {"onset", "gradual"},
                                            {"movement", "sometimes"},
                                            {"position-eases", "no"},
                                            {"stress-worse", "often"},
                                            {"calm-eases", "often"},
                                            {"limb-numb-tingle", "no"}})
        choose(item, option);
    for (const auto& [item, option] : given)
        choose(item, option);
    return app::update(library, state, app::GoTo{Route::summary});
}

app::AppState after(app::AppState state, const app::Action& action) {
    return app::update(library, std::move(state), action);
}

// Where a node stands on the screen; -1: it does not.
int place(const view::Screen& screen, std::string_view key) {
    const view::Node* node = view::find(screen, key);
    return node ? static_cast<int>(node - screen.nodes.data()) : -1;
}

std::string label(const view::Screen& screen, std::string_view key) {
    const view::Node* node = view::find(screen, key);
    return node ? node->label : "";
}

// Everything the sheet says, a line each.
std::string sheet_text(const view::Screen& screen) {
    std::string text;
    for (std::size_t i = 0; i < screen.nodes.size(); ++i) {
        int at = static_cast<int>(i);
        while (at >= 0 && screen.nodes[static_cast<std::size_t>(at)].key != "summary/sheet")
            at = screen.nodes[static_cast<std::size_t>(at)].parent;
        if (at >= 0) text += screen.nodes[i].label + "\n";
    }
    return text;
}

bool says(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

} // namespace

TEST_CASE("The sheet puts warning signs first, then every answer in the person's words",
          "[view][summary]") {
    app::AppState state = summary_of({{"rash", "yes"}, {"kidney", "unsure"}});
    state = after(state, app::HostIs{{.date = "2026-11-22"}});
    const view::Screen screen = view::build_screen(library, state);
    CHECK(place(screen, "summary/signs") > 0);
    CHECK(place(screen, "summary/line") < place(screen, "summary/signs"));
    CHECK(place(screen, "summary/signs") < place(screen, "summary/pain"));
    CHECK(place(screen, "summary/pain") < place(screen, "summary/counts"));
    const std::string text = sheet_text(screen);
    for (const char* words :
         {"item.rash.short", "item.kidney.short", "item.age.option.18-49",
          "item.feel.option.dull-ache", "item.calm-eases.short", "tier.today.name", "summary.not"})
        CHECK(says(text, library.words.text(words)));
    CHECK(says(label(screen, "summary/signs/lines/1/text"), library.words.text("item.rash.short")));
    CHECK(
        says(label(screen, "summary/signs/lines/2/text"), library.words.text("item.kidney.short")));
    // Its first line is what a doctor would write, and holds what was picked; what was said no to is
    // grouped by what it is asked for, each sign once.
    const std::string line = label(screen, "summary/line");
    for (const char* words :
         {"item.age.option.18-49", "item.feel.option.dull-ache", "item.rash.short",
          "item.kidney.short", "summary.checked.yes-unchanged"})
        CHECK(says(line, library.words.text(words)));
    CHECK_FALSE(says(line, library.words.text("item.chest-pain.short")));
    const std::string heart = label(screen, "summary/signs/no/lines/1/text");
    CHECK(says(heart, library.words.text("item.chest-pain.short")));
    CHECK(says(heart, library.words.text("item.exertion-pain.short")));
    for (std::size_t i = 0; i < library.check.items.size(); ++i) {
        const assess::Item& item = library.check.items[i];
        if (item.kind != assess::Kind::flag || state.answers.chosen[i] != 1u << assess::flag_no)
            continue;
        int times = 0;
        for (int group = 1; group <= 8; ++group)
            times +=
                says(label(screen, "summary/signs/no/lines/" + std::to_string(group) + "/text"),
                     library.words.text("item." + item.id + ".short"));
        INFO(item.id);
        CHECK(times == 1);
    }
    CHECK(label(screen, "summary/sheet/made").substr(0, 10) == "2026-11-22");
    CHECK(says(label(screen, "summary/sheet/made"), library.check.version));
    // With advice for today the comparison is for later, and never what the page is called.
    CHECK(place(screen, "summary/counts/before") > 0);
    CHECK(place(screen, "summary/counts/before") < place(screen, "summary/counts/pattern"));
    for (const view::Node& node : screen.nodes)
        if (node.role == view::Role::heading)
            CHECK_FALSE(says(node.label, library.words.text("pattern.tension-like.phrase")));
}

TEST_CASE(
    "With an emergency or thoughts of self-harm the sheet compares nothing, and says what comes "
    "first",
    "[view][summary][safety]") {
    for (const char* sign : {"chest-pain", "self-harm"}) {
        const view::Screen screen = view::build_screen(library, summary_of({{sign, "unsure"}}));
        INFO(sign);
        CHECK(place(screen, "summary/counts") == -1);
        CHECK(place(screen, "summary/urgent") > 0);
        CHECK(place(screen, "summary/urgent") < place(screen, "summary/tools"));
    }
}

TEST_CASE("The sheet that stays with a person names the number to call where they are",
          "[view][summary][safety]") {
    app::AppState state = summary_of({});
    const auto says_at_last = [&] {
        return label(view::build_screen(library, state), "summary/emergency");
    };
    CHECK(says(says_at_last(), "112, 911, 999"));
    state.countries = "\nES\nES\tSpain\tSpain";
    CHECK(says(says_at_last(), "Spain: 112"));
}

TEST_CASE("A warning sign without an answer stands on the sheet as open, not as a no",
          "[view][summary][safety]") {
    const view::Screen screen = view::build_screen(library, summary_of({}, false));
    const std::string text = sheet_text(screen);
    CHECK(says(text, library.words.text("item.chest-pain.short")));
    std::string open, no;
    for (const view::Node& node : screen.nodes) {
        if (node.label.rfind("No answer: ", 0) == 0) open = node.label;
        if (node.label.rfind("No: ", 0) == 0) no = node.label;
    }
    CHECK(says(open, library.words.text("item.chest-pain.short")));
    CHECK(no.empty());
    CHECK_FALSE(says(open, library.words.text("item.self-harm-today.short"))); // not asked
}

TEST_CASE("Worry and mood go along only when the person ticks it", "[view][summary][phq4]") {
    app::AppState state = summary_of({{"phq4-down", "nearly-every-day"}});
    const std::string answer = library.words.text("item.phq4-down.short");
    CHECK_FALSE(says(sheet_text(view::build_screen(library, state)), answer));
    const view::Screen asked = view::build_screen(library, state);
    const view::Node* tick = view::find(asked, "control/take_mood");
    REQUIRE(tick);
    CHECK_FALSE(tick->checked);
    state = after(state, tick->action);
    CHECK(says(sheet_text(view::build_screen(library, state)), answer));
    CHECK(says(sheet_text(view::build_screen(library, state)), library.words.text("phq4.credit")));
    // Nobody who did not answer them is asked about them.
    CHECK(place(view::build_screen(library, summary_of({})), "control/take_mood") == -1);
}

TEST_CASE("What only the host can do is asked for once", "[view][summary]") {
    app::AppState state = after(summary_of({}), app::HostIs{{.address = true}});
    for (const auto& [key, errand] : {std::pair{"summary/print", Errand::print},
                                      {"summary/save", Errand::save_summary},
                                      {"summary/make-code", Errand::make_code},
                                      {"summary/record", Errand::save_record}}) {
        const view::Screen before = view::build_screen(library, state);
        const view::Node* button = view::find(before, key);
        INFO(key);
        REQUIRE(button);
        state = after(state, button->action);
        const view::Screen screen = view::build_screen(library, state);
        CHECK(screen.errand == errand);
        CHECK(screen.errand_serial == before.errand_serial + 1);
        CHECK_FALSE(says(label(screen, "summary/status"), library.words.text("summary.failed")));
    }
    state = after(state, app::AskFailed{});
    CHECK(label(view::build_screen(library, state), "summary/status") ==
          library.words.text("summary.failed"));
    state = after(state, app::GoTo{Route::result});
    CHECK(view::build_screen(library, state).errand == Errand::none);
}

TEST_CASE("The code is shown when asked for, where a phone can open it, and leaves with the screen",
          "[view][summary]") {
    app::AppState state = summary_of({{"phq4-down", "several-days"}});
    CHECK(place(view::build_screen(library, state), "summary/make-code") == -1);
    CHECK(place(view::build_screen(library, state), "summary/no-address") > 0);
    state = after(state, app::HostIs{{.address = true}});
    state.decided.qr = false; // an operator may say no
    CHECK(place(view::build_screen(library, state), "summary/make-code") == -1);
    CHECK(place(view::build_screen(library, state), "summary/no-address") == -1);
    state.decided.qr = true;
    CHECK(place(view::build_screen(library, state), "summary/code/picture") == -1);
    state = after(state, app::Ask{Errand::make_code});
    CHECK(place(view::build_screen(library, state), "summary/code/picture") > 0);
    const auto drawn = view::build_screen(library, state).errand_serial;
    state = after(state, app::Set{app::Control::take_mood, 1}); // it holds more now
    CHECK(view::build_screen(library, state).errand_serial == drawn + 1);
    state = after(after(state, app::GoTo{Route::result}), app::GoTo{Route::summary});
    CHECK(place(view::build_screen(library, state), "summary/code/picture") == -1);
}

TEST_CASE("Where its part of the engine is not there yet the summary asks for it, and says when it "
          "does not come",
          "[view][summary]") {
    app::AppState state = after(summary_of({}), app::HostIs{{.partial = true}});
    state = after(after(state, app::GoTo{Route::result}), app::GoTo{Route::summary});
    const view::Screen waiting = view::build_screen(library, state);
    CHECK(waiting.errand == Errand::load);
    CHECK(place(waiting, "summary/sheet") == -1);
    CHECK(label(waiting, "later/status") == library.words.text("summary.loading"));
    const app::AppState failed = after(state, app::AskFailed{});
    const view::Screen said = view::build_screen(library, failed);
    CHECK(label(said, "later/status") == library.words.text("summary.not_loaded"));
    REQUIRE(view::find(said, "later/again"));
    const view::Screen again =
        view::build_screen(library, after(failed, view::find(said, "later/again")->action));
    CHECK(again.errand == Errand::load);
    CHECK(again.errand_serial == waiting.errand_serial + 1);
    CHECK(place(view::build_screen(library, after(state, app::HostIs{})), "summary/sheet") > 0);
}

TEST_CASE("On a shared screen nothing can be printed or saved; the code alone goes to a phone",
          "[view][summary]") {
    app::AppState state = after(summary_of({}), app::HostIs{{.address = true}});
    state.decided.closed = true;
    const view::Screen screen = view::build_screen(library, state);
    for (const char* key : {"summary/print", "summary/save", "summary/record"})
        CHECK(place(screen, key) == -1);
    CHECK(place(screen, "summary/make-code") > 0);
    CHECK(place(screen, "summary/shared") > 0);
    CHECK(place(screen, "summary/sheet") > 0);
}

TEST_CASE("Inside another page the summary says that printing and saving may not work there",
          "[view][summary]") {
    app::AppState state = summary_of({});
    CHECK(place(view::build_screen(library, state), "summary/framed") == -1);
    state = after(state, app::HostIs{{.framed = true}});
    CHECK(place(view::build_screen(library, state), "summary/framed") > 0);
}

TEST_CASE("Answers that came with the address show their result, and starting over forgets them",
          "[view][summary]") {
    const assess::Answers answers = summary_of({{"chest-pain", "yes"}}).answers;
    app::AppState state = summary_of({{"phq4-down", "several-days"}});
    state = after(state, app::HostIs{{.date = "2026-11-22"}});
    state = after(state, app::OpenAnswers{answers});
    CHECK(state.route == Route::result);
    CHECK(state.answers == answers); // nothing of the visit before is mixed in
    const view::Screen screen = view::build_screen(library, state);
    CHECK(label(screen, "title") == library.words.text("care.emergency.title"));
    CHECK(place(screen, "result/care") < place(screen, "result/arrival"));
    CHECK(place(screen, "result/arrival") > 0);
    state = after(state, app::StartOver{});
    CHECK(state.host.date == "2026-11-22");
    state = after(state, app::ShowResult{});
    CHECK(place(view::build_screen(library, state), "result/arrival") == -1);

    state = after(state, app::OpenFailed{});
    CHECK(state.route == Route::check);
    CHECK(label(view::build_screen(library, state), "check/arrival") ==
          library.words.text("arrival.unreadable"));
    // What reads them did not come: that is said, and it can be asked for again.
    state = after(state, app::OpenFailed{.not_loaded = true});
    CHECK(label(view::build_screen(library, state), "check/arrival") ==
          library.words.text("arrival.not_loaded"));
    CHECK(place(view::build_screen(library, state), "check/arrival/again") > 0);
    state = after(state, app::Ask{app::Errand::open_link});
    CHECK(label(view::build_screen(library, state), "check/arrival") ==
          library.words.text("summary.loading"));
    CHECK(place(view::build_screen(library, state), "check/arrival/again") == -1);
    state = after(state, app::OpenFailed{.not_loaded = true});
    CHECK(place(view::build_screen(library, state), "check/arrival/again") > 0);
    // An answer to a question that was not asked is no person's; it is not taken, and not lost in
    // silence.
    state = after(state, app::ShowResult{});
    assess::Answers odd = answers;
    const auto no = summary_of({}).answers; // not a thought of self-harm
    odd.chosen = no.chosen;
    odd.chosen[*library.check.item_index("self-harm-today")] = 1u << assess::flag_yes;
    state = after(state, app::OpenAnswers{odd});
    CHECK(state.route == Route::check);
    CHECK(label(view::build_screen(library, state), "check/arrival") ==
          library.words.text("arrival.unreadable"));
    state = after(state, app::OpenAnswers{}); // answers of another shape change nothing
    CHECK(state.route == Route::check);
}
