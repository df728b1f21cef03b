// English is the list of the words that screens ask for: here stands that it lacks none and holds
// no other, over a walk through the screens.
#include "app/interface_words.h"
#include "assess/contract.h"
#include "support/dice.h"
#include "support/shipped_library.h"
#include "support/walk.h"

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <set>

using namespace tautline;
using app::Control;
using test::Dice;

namespace {

using Keys = std::set<std::string, std::less<>>;

constexpr std::string_view countries =
    "\tES\nES\tSpain\tSpain\nGB\tUnited Kingdom\tUnited Kingdom\n"
    "US\tUnited States\tUnited States\n";

// Answers that lead to results: no sign, or some; then anything.
assess::Answers some_answers(Dice& dice) {
    const assess::Definition& check = test::shipped_library().check;
    assess::Answers answers = assess::no_answers(check);
    const std::uint32_t signs = dice.roll(3); // none, one, or many
    const auto sign = dice.roll(static_cast<std::uint32_t>(check.items.size()));
    for (std::size_t i = 0; i < check.items.size(); ++i) {
        const assess::Item& item = check.items[i];
        if (!assess::is_shown(check, answers, i)) continue;
        if (item.kind == assess::Kind::flag && signs < 2) {
            const bool yes = signs == 1 && i == sign;
            answers = assess::with_answer(check, std::move(answers), i,
                                          *item.option_index(yes ? "yes" : "no"));
            continue;
        }
        if (dice.roll(8) == 0) continue;
        const auto option = dice.roll(static_cast<std::uint32_t>(item.options.size()));
        answers = assess::with_answer(check, std::move(answers), i, option);
    }
    return answers;
}

// Time, what the host says, and answers that came along; else something that the screen offers.
app::Action something(Dice& dice, const view::Screen& screen) {
    switch (dice.roll(40)) {
    case 0:
        return app::GoTo{static_cast<app::Route>(dice.roll(app::route_count))};
    case 1:
        return app::OpenAnswers{some_answers(dice)};
    case 2:
        return app::OpenFailed{dice.roll(2) == 0};
    case 3:
        return app::HostIs{{.date = dice.roll(2) == 0 ? "" : "2026-11-22",
                            .framed = dice.roll(2) == 0,
                            .address = dice.roll(2) == 0,
                            .partial = dice.roll(3) == 0,
                            .lacks_words = dice.roll(4) == 0,
                            .calls = dice.roll(2) == 0}};
    case 4:
        return app::AskFailed{};
    case 5:
        return app::LanguageCame{dice.roll(2) == 0};
    case 6:
        return app::Press{dice.roll(2) == 0 ? Control::voice_missing : Control::typeface_missing};
    case 7:
        return app::Press{Control::help};
    case 8:
        return app::Set{Control::setting_read_aloud, 1};
    case 9:
    case 10:
    case 11:
    case 12:
        return app::Tick{static_cast<double>(1 + dice.roll(60))};
    case 13:
        return app::Tick{0.1};
    default:
        return test::offered_action(dice, screen);
    }
}

// A result, what would change it, and what can be taken along from it.
void look_at_result(const app::Library& library, app::AppState state, Dice& dice) {
    state = test::after(library, std::move(state), {app::OpenAnswers{some_answers(dice)}});
    test::look_into_drawers(library, state,
                            [&](const app::AppState& each) { view::build_screen(library, each); });
    test::open_everything(library, state);
    if (dice.roll(4) == 0)
        for (const Control tried :
             {Control::own_slow_breathing, Control::own_rest_s_per_min, Control::own_moment})
            view::build_screen(
                library,
                test::after(library, state, {app::GoTo{app::Route::own_body}, app::Set{tried, 1}}));
    const view::Screen screen = view::build_screen(library, state);
    for (const view::Node& node : screen.nodes)
        if (std::holds_alternative<app::Try>(node.action) && dice.roll(4) == 0)
            view::build_screen(library, test::after(library, state, {node.action}));
    view::build_screen(library, test::after(library, state, {app::GoTo{app::Route::review}}));
    state = test::after(
        library, std::move(state),
        {app::HostIs{{.date = "2026-11-22", .framed = dice.roll(2) == 0, .address = true}},
         app::GoTo{app::Route::summary}, app::Set{Control::take_mood, 1}});
    for (int errand = 0; errand <= static_cast<int>(app::Errand::open_link); ++errand) {
        state =
            test::after(library, std::move(state), {app::Ask{static_cast<app::Errand>(errand)}});
        view::build_screen(library, state);
        view::build_screen(library, test::after(library, state, {app::AskFailed{}}));
    }
}

// Long stays: whatever a screen offers is done on it, with time between, as on a host that has all.
void stay(const app::Library& library, app::AppState state, app::Route route, Dice& dice) {
    state = test::after(library, std::move(state),
                        {app::OpenAnswers{some_answers(dice)}, app::GoTo{route}});
    for (int step = 0; step < 50; ++step) {
        const view::Screen screen = view::build_screen(library, state);
        const app::Action action = step % 3 == 0
                                       ? app::Action{app::Tick{static_cast<double>(dice.roll(30))}}
                                       : test::offered_action(dice, screen);
        app::AppState next = app::update(library, state, action);
        if (next.route == route || dice.roll(4) == 0) state = std::move(next);
    }
}

// Answers with no sign, and with everything that lets a sign wait that may.
assess::Answers calm_answers(const assess::Definition& check) {
    assess::Answers answers = assess::no_answers(check);
    for (std::size_t i = 0; i < check.items.size(); ++i)
        if (check.items[i].kind == assess::Kind::flag && assess::is_shown(check, answers, i))
            answers = assess::with_answer(check, std::move(answers), i,
                                          *check.items[i].option_index("no"));
    while (const auto fails = assess::context_fails(check, answers)) {
        const std::size_t item = fails->item;
        const auto options = check.items[item].options.size();
        for (std::size_t option = 0; option < options; ++option) {
            answers = assess::with_answer(check, std::move(answers), item, option);
            const auto next = assess::context_fails(check, answers);
            if (!next || next->item != item) break;
            REQUIRE(option + 1 < options);
        }
    }
    return answers;
}

app::AppState look_at(const app::Library& library, assess::Answers answers) {
    app::AppState state =
        test::after(library, app::initial_state(library), {app::OpenAnswers{std::move(answers)}});
    view::build_screen(library, state);
    view::build_screen(library, test::after(library, state, {app::GoTo{app::Route::summary}}));
    return state;
}

// Signs that may wait, each with one more answer changed that decides whether they do.
void look_at_contexts(const app::Library& library, std::size_t from, std::size_t to) {
    const assess::Definition& check = library.check;
    const assess::Answers calm = calm_answers(check);
    for (const assess::ContractTier& sign : assess::contract_tiers()) {
        const auto item = check.item_index(sign.item);
        if (!sign.may_be_eased || !item) continue;
        const auto option = check.items[*item].option_index(sign.options.front());
        const assess::Answers one = assess::with_answer(check, calm, *item, *option);
        for (std::size_t other = from; other < to; ++other) {
            look_at(library, assess::without_answer(check, one, other));
            for (std::size_t each = 0; each < check.items[other].options.size(); ++each)
                look_at(library, assess::with_answer(check, one, other, each));
        }
    }
}

// And the body of one's own, where the result offers it.
void look_at_own_bodies(const app::Library& library) {
    const assess::Definition& check = library.check;
    const assess::Answers calm = calm_answers(check);
    // What is most like tension, though calm does not ease it.
    assess::Answers tense = calm;
    for (const auto& [id, option] : {std::pair{"location", "shoulders"},
                                     {"feel", "dull-ache"},
                                     {"spread", "wide"},
                                     {"onset", "gradual"},
                                     {"movement", "sometimes"},
                                     {"position-eases", "no"},
                                     {"stress-worse", "often"},
                                     {"panic-worse", "no"},
                                     {"calm-eases", "no"},
                                     {"moves-around", "no"},
                                     {"body-alarm", "no"}}) {
        const auto item = *check.item_index(id);
        tense = assess::with_answer(check, std::move(tense), item,
                                    *check.items[item].option_index(option));
    }
    look_at(library, std::move(tense));
    Dice dice{9};
    for (const auto& [movement, eases] :
         {std::pair{"clearly-worse", "yes"}, std::pair{"same-still", "no"},
          std::pair{"clearly-worse", "no"}}) {
        assess::Answers answers = calm;
        for (std::size_t i = 0; i < check.items.size(); ++i)
            if (answers.chosen[i] == 0 && assess::is_shown(check, answers, i))
                answers = assess::with_answer(
                    check, std::move(answers), i,
                    dice.roll(static_cast<std::uint32_t>(check.items[i].options.size())));
        const auto item = *check.item_index("movement");
        answers = assess::with_answer(check, std::move(answers), item,
                                      *check.items[item].option_index(movement));
        const auto position = *check.item_index("position-eases");
        answers = assess::with_answer(check, std::move(answers), position,
                                      *check.items[position].option_index(eases));
        app::AppState state =
            test::after(library, look_at(library, answers), {app::GoTo{app::Route::own_body}});
        REQUIRE(state.own_body.open);
        for (const auto& [control, value] : {std::pair{Control::own_what_if, 0.0f},
                                             {Control::own_what_if, 1.0f},
                                             {Control::own_what_if, 2.0f},
                                             {Control::own_what_if, 3.0f},
                                             {Control::own_what_if, 4.0f},
                                             {Control::own_stress_percent, 100.0f},
                                             {Control::own_quantity, 1.0f}}) {
            state = test::after(library, std::move(state), {app::Set{control, value}});
            test::look_into_drawers(library, state, [&](const app::AppState& each) {
                view::build_screen(library, each);
            });
        }
        view::build_screen(library,
                           test::after(library, state,
                                       {app::Toggle{"own/more"}, app::OpenDrawer{"drawer/start"}}));
    }
}

// What takes time or a run of steps to show, chapter by chapter and practice by practice.
void play(const app::Library& library, app::Route route, std::vector<app::Action> actions,
          std::initializer_list<double> ticks) {
    actions.insert(actions.begin(), app::GoTo{route});
    app::AppState state = test::after(library, app::initial_state(library), actions);
    for (const double elapsed_s : ticks) {
        state = test::after(library, std::move(state), {app::Tick{elapsed_s}});
        view::build_screen(library, state);
    }
    for (int next = 0; next < app::route_count; ++next)
        view::build_screen(library,
                           test::after(library, state, {app::GoTo{static_cast<app::Route>(next)}}));
}

void play_everything(const app::Library& library) {
    using app::Press, app::Set, app::Route;
    const app::Action start = Press{Control::play_pause};
    play(library, Route::home, {Press{Control::home_startle}}, {1, 3, 20, 60, 60});
    play(library, Route::chapter_alarm, {Press{Control::alarm_startle}}, {1, 3, 9, 20, 60});
    play(library, Route::chapter_alarm,
         {Press{Control::alarm_startle}, app::Tick{5}, Press{Control::alarm_startle}}, {5});
    play(library, Route::chapter_muscles,
         {app::ShowCard{app::Card::play}, Set{Control::muscle_effort_percent, 10}, start},
         {0.6, 5, 10, 14.6, 1, 1});
    play(library, Route::chapter_muscles,
         {Set{Control::muscle_effort_percent, 10}, start, app::Tick{20},
          Set{Control::muscle_region, 2}, start},
         {0.1});
    play(library, Route::chapter_cortisol, {Press{Control::cortisol_add_stressor}}, {0.4, 6, 3, 2});
    play(library, Route::chapter_sensitivity,
         {Set{Control::sensitivity_hours_per_day, 16}, Set{Control::sensitivity_worry_percent, 100},
          Set{Control::sensitivity_rubbing, 1}, Set{Control::sensitivity_calm_percent, 50}, start},
         {5, 10, 10, 10, 30});
    for (const float hours : {0.0f, 1.0f})
        play(library, Route::chapter_sensitivity,
             {app::ShowCard{app::Card::play}, Set{Control::sensitivity_hours_per_day, hours}}, {1});
    for (const Control send : {Control::sensitivity_send_once, Control::sensitivity_send_quickly})
        play(library, Route::chapter_sensitivity, {Press{send}, app::Tick{30}, Press{send}},
             {0.2, 2, 3, 4, 2, 2, 2, 5, 30});
    for (const float weeks : {0.0f, 1.0f})
        play(library, Route::chapter_cortisol,
             {app::ShowCard{app::Card::play}, Set{Control::cortisol_span, 1},
              Set{Control::weeks_stress_weeks, weeks}},
             {1});
    play(library, Route::chapter_cortisol,
         {app::ShowCard{app::Card::play}, Set{Control::cortisol_span, 1},
          Press{Control::weeks_another_body}},
         {1});
    // Every card of every chapter, before its run, in it and after it, with each guess and none.
    for (std::size_t chapter = 0; chapter < 4; ++chapter)
        for (const float guess : {-1.0f, 0.0f, 1.0f, 2.0f}) {
            app::AppState state = test::after(library, app::initial_state(library),
                                              {app::GoTo{app::chapter(chapter)}});
            if (guess >= 0)
                state = test::after(library, std::move(state), {Set{Control::prediction, guess}});
            const auto look_after = [&](app::Action action, double elapsed_s) {
                state = test::after(library, std::move(state), {action, app::Tick{elapsed_s}});
                view::build_screen(library, state);
            };
            for (std::size_t i = 0; i < app::card_count; ++i) {
                const auto card = static_cast<app::Card>(i);
                look_after(app::ShowCard{card}, 0.1);
                if (app::run_of(card) != card) continue;
                look_after(app::PlayCard{card}, 0.1);
                look_after(app::Tick{0}, 60);
            }
        }
    for (const float with : {0.0f, 1.0f, 2.0f})
        play(library, Route::chapter_sensitivity,
             {app::ShowCard{app::Card::change}, Set{Control::sensitivity_with, with}}, {0.1, 30});
    play(library, Route::chapter_muscles,
         {app::ShowCard{app::Card::change}, Set{Control::muscle_card_rest, 10}}, {1});
    for (const float line : {0.0f, 1.0f, 2.0f, 3.0f})
        play(library, Route::chapter_alarm,
             {app::ShowCard{app::Card::play}, Set{Control::alarm_line, line},
              Press{Control::alarm_startle}},
             {5});
    for (const std::string drawer :
         {"drawer/sure", "drawer/numbers", "drawer/describe", "drawer/chapters"})
        for (std::size_t chapter = 0; chapter < 4; ++chapter)
            play(library, app::chapter(chapter), {app::OpenDrawer{drawer}}, {1});
    play(library, Route::chapter_cortisol,
         {app::ShowCard{app::Card::play}, Press{Control::cortisol_add_quiet_stressor},
          Set{Control::cortisol_span, 1}},
         {1});
    play(library, Route::check, {app::Next{}, app::NoneOfThese{}}, {1});
    for (const std::uint32_t page : {1u, static_cast<std::uint32_t>(library.pages.size() - 1)})
        play(library, Route::review, {app::OpenPage{page}}, {1});
    play(library, Route::breathing, {Press{Control::pacer_start_stop}}, {1, 5, 60, 60, 60, 60, 60});
    play(library, Route::story, {app::ShowScene{app::story_scenes}}, {1});
    play(library, Route::relaxation, {Press{Control::relaxation_start_stop}},
         {3, 4, 5, 5, 40, 60, 60, 60});
    app::AppState stressed = app::initial_state(library);
    for (int i = 0; i < 6; ++i)
        stressed =
            test::after(library, std::move(stressed), {Press{Control::cortisol_add_stressor}});
    stressed.route = Route::chapter_sensitivity;
    const auto look_at = [&](Route route) {
        view::build_screen(library, test::after(library, stressed, {app::GoTo{route}}));
    };
    stressed = test::after(library, std::move(stressed), {start, app::Tick{60}});
    look_at(Route::chapter_cortisol);
    stressed.route = Route::chapter_cortisol;
    stressed =
        test::after(library, std::move(stressed), {Press{Control::cortisol_clear_stressors}});
    stressed.route = Route::chapter_sensitivity;
    stressed = test::after(library, std::move(stressed), {start});
    for (int i = 0; i < 40; ++i) { // calm days after them
        stressed = test::after(library, std::move(stressed), {app::Tick{3}});
        look_at(Route::chapter_cortisol);
    }
    for (const float quantity : {1.0f, 2.0f})
        play(library, Route::chapter_cortisol,
             {app::ShowCard{app::Card::play}, Set{Control::cortisol_span, 1},
              Set{Control::weeks_quantity, quantity}},
             {1});
}

// What was asked for on a walk through all screens, on long stays on each, and on visits of many
// kinds: of hosts, of operators, of what goes wrong.
const Keys& asked() {
    static const Keys all = [] {
        Keys keys;
        app::Library library = test::shipped_library();
        library.languages.push_back({"es", "español"});
        // What a pack may say and ours does not.
        for (std::size_t i = 0; i < library.helps.size(); ++i)
            library.helps[i].evidence = static_cast<app::Evidence>(i % 5);
        for (std::size_t i = 0; i < library.signs.size(); ++i)
            library.signs[i].tier = static_cast<assess::Tier>(i % 5);
        library.words.asked = library.english_signs.asked = &keys;
        test::walk(library,
                   [&](const app::AppState& state) { view::build_screen(library, state); });
        play_everything(library);
        view::build_screen(
            library, test::after(library, app::initial_state(library),
                                 {app::GoTo{app::Route::story}, app::Press{Control::story_big}}));
        look_at_contexts(library, 0, library.check.items.size());
        look_at_own_bodies(library);
        // A pack whose context rule reads a question for which it has no words.
        library.words.entries.erase("context.not-settling");
        const std::size_t unworded = *library.check.item_index("not-settling");
        look_at_contexts(library, unworded, unworded + 1);
        for (const std::uint64_t seed : {1ull, 2ull, 3ull}) {
            Dice dice{seed};
            app::AppState state = app::initial_state(library);
            state.countries = countries;
            state.decided.closed = seed == 2;
            state.decided.pack_refused = seed == 3;
            state.decided.pack_problems = {"no words"};
            library.words.text_view_only = seed == 2;
            library.words.reviewed_by = seed == 3 ? "Name, role, date" : "";
            library.words.language = seed == 2 ? "de" : "en";
            for (int i = 0; i < 40; ++i)
                look_at_result(library, state, dice);
            for (int route = 0; route < app::route_count; ++route)
                stay(library, state, static_cast<app::Route>(route), dice);
            for (int step = 0; step < 700; ++step) {
                const view::Screen screen = view::build_screen(library, state);
                state = app::update(library, std::move(state), something(dice, screen));
            }
        }
        return keys;
    }();
    return all;
}

std::string listed(const Keys& keys) {
    std::string list;
    for (const std::string& key : keys)
        list += "    " + key + "\n";
    return list;
}

} // namespace

TEST_CASE("Screens ask for no word that English lacks", "[view][words]") {
    Keys missing;
    for (const std::string& key : asked())
        if (!test::shipped_library().words.has(key)) missing.insert(key);
    INFO(listed(missing));
    CHECK(missing.empty());
}

TEST_CASE("English has no word that no screen asks for", "[view][words]") {
    Keys dead;
    for (const std::string_view key : app::interface_words())
        if (!app::is_of_content(key) && !asked().contains(key)) dead.emplace(key);
    INFO(listed(dead));
    CHECK(dead.empty());
    CHECK(app::interface_words().size() > 500);
}
