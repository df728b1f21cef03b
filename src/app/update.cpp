#include "app/update.h"

#include "app/clock.h"
#include "app/controls.h"
#include "app/navigation.h"
#include "app/progress.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tautline::app {

namespace {

// Where all cards stand below one another, the picture follows what was moved last.
void show_free_play(AppState& state) {
    if (Chapters* lesson = lesson_of(state, state.route)) {
        pause_all(*lesson);
        playback_of(*lesson, state.route)->card = Card::play;
    }
}

bool is_of_free_play(Control control) {
    return control >= Control::play_pause && control <= Control::weeks_another_body;
}

void press(AppState& state, Control control) {
    if (is_of_free_play(control)) show_free_play(state);
    switch (control) {
    case Control::play_pause:
        play_pause(state.chapters, state.route);
        break;
    case Control::step_once:
        step_once(state.chapters, state.route);
        break;
    case Control::reset:
        restart(state.chapters, state.route);
        break;
    case Control::slow_motion:
        if (Playback* playback = playback_of(state.chapters, state.route))
            playback->slow = !playback->slow;
        break;
    case Control::home_startle:
        begin_stories(state.welcome);
        startle(state.welcome, home_worry_s);
        state.welcome.alarm.playback.playing = true;
        break;
    case Control::alarm_startle:
        startle(state.chapters, state.chapters.alarm.worry_s);
        state.chapters.alarm.playback.playing = true;
        state.chapters.alarm.playback.revealed = true;
        break;
    case Control::cortisol_add_stressor:
        add_stressor(state.chapters);
        break;
    case Control::cortisol_add_quiet_stressor:
        add_quiet_stressor(state.chapters);
        break;
    case Control::sensitivity_send_once:
    case Control::sensitivity_send_quickly:
        send_volleys(state.chapters, control == Control::sensitivity_send_once ? 1 : quick_volleys);
        break;
    case Control::cortisol_clear_stressors:
        clear_stressors(state.chapters);
        break;
    case Control::weeks_another_body:
        another_body(state.weeks);
        break;
    case Control::own_as_answered:
        set_value(state, Control::own_what_if, no_idea);
        break;
    case Control::sort_next:
    case Control::sort_back: {
        const int end = static_cast<int>(state.sorting.column.size()); // the full trays
        const int step = control == Control::sort_next ? 1 : -1;
        state.sorting.clue = std::clamp(state.sorting.clue + step, 0, end);
        break;
    }
    case Control::help:
        state.help_open = !state.help_open;
        if (state.help_open) move_focus(state, "help/title"); // closed: back to where it was
        break;
    case Control::close:
        if (state.help_open)
            state.help_open = false;
        else if (state.story.big)
            state.story.big = false;
        else
            state.drawer.clear();
        break;
    case Control::typeface_missing:
        state.settings.typeface = Typeface::usual;
        state.settings.typeface_missing = true;
        say(state, "settings.typeface.missing");
        break;
    case Control::read_aloud_ended:
        state.reading.clear();
        break;
    case Control::voice_missing:
        state.reading.clear();
        say(state, "read.no_voice");
        break;
    case Control::story_play_pause:
        if (state.story.scene == story_scenes)
            show_scene(state.story, 0, state.settings.less_motion);
        state.story.playing = !state.story.playing;
        break;
    case Control::story_big:
        state.story.big = !state.story.big;
        break;
    case Control::pacer_start_stop:
        state.pacer = state.pacer.running ? Pacer{} : Pacer{.running = true};
        break;
    case Control::relaxation_start_stop:
        say(state, start_or_stop(state.relaxation));
        break;
    case Control::relaxation_next_part:
        say(state, leave_part_out(state.relaxation));
        break;
    default:
        break;
    }
}

// More than any page lets pass at once, and little enough to step through.
constexpr double longest_tick_s = 60;

// A value that is no number, or out of all bounds, comes from a broken page: it changes nothing.
bool is_value(double value) {
    return std::abs(value) <= 1e6; // false for no number
}

// What sets more than one value, or not the same one each time.
void set(AppState& state, Control control, double value) {
    if (!is_value(value)) return;
    if (is_of_free_play(control)) show_free_play(state);
    if (set_value(state, control, value)) return;
    const auto index = static_cast<int>(std::lround(value));
    switch (control) {
    case Control::prediction:
        if (Chapters* lesson = lesson_of(state, state.route))
            playback_of(*lesson, state.route)->prediction = index;
        break;
    case Control::feel_topic:
        if (state.feel_spot != index)
            state.feel_spot = index;
        else // once more: none of them
            state.feel_spot = index >= no_feeling ? no_feeling : -1;
        break;
    case Control::device_motion:
        state.settings.less_motion = index != 0 || state.settings.chose_less_motion;
        break;
    case Control::device_text_view:
        state.settings.text_view = index != 0 || state.settings.chose_text_view;
        break;
    default:
        break;
    }
}

void choose_language(const Library& library, AppState& state, const std::string& language) {
    const bool known = state.decided.speaks(language) &&
                       std::any_of(library.languages.begin(), library.languages.end(),
                                   [&](const Language& each) { return each.language == language; });
    state.settings.language = known && language != library.words.language ? language : "";
}

// In English the English warning signs are the warning signs: one screen, one address.
Route one_of_the_same(const Library& library, Route route) {
    if (route == Route::warning_signs_in_english && library.words.language == "en")
        return Route::warning_signs;
    return route;
}

void language_came(const Library& library, AppState& state, bool loaded) {
    state.settings.language.clear();
    state.route = one_of_the_same(library, state.route);
    // Some languages lack the last page.
    if (state.route == Route::check && state.check.page >= static_cast<int>(library.pages.size()))
        go_to(state, Route::review);
    say(state, loaded ? "settings.language.changed" : "settings.language.failed");
}

struct Updater {
    const Library& library;
    AppState& state;

    void operator()(std::monostate) const {}
    void operator()(const GoTo& action) const {
        go_to(state, one_of_the_same(library, action.route));
        if (action.from != 0) state.aside.focus = action.from;
        arrive();
    }
    void operator()(const Choose& action) const { choose(library, state, action); }
    void operator()(const NoneOfThese&) const { none_of_these(library, state); }
    void operator()(const ClearPage&) const { clear_page(library, state); }
    void operator()(const Next&) const { next_page(library, state); }
    void operator()(const Back&) const { previous_page(library, state); }
    void operator()(const OpenPage& action) const {
        if (action.page < library.pages.size())
            open_page(state, static_cast<int>(action.page), action.from_review);
    }
    void operator()(const ShowResult&) const { go_to(state, Route::result); }
    void operator()(const StartOver&) const { start_over(library, state); }
    void operator()(const Toggle& action) const {
        if (!state.open.erase(action.key)) state.open.insert(action.key);
    }
    void operator()(const Try& action) const { try_answer(library, state, action); }
    void operator()(const Ask& action) const { ask(state, action.errand); }
    void operator()(const AskFailed&) const { state.take_away.failed = true; }
    void operator()(const HostIs& action) const {
        meet_host(state, action.host);
        if (!state.own_body.open) make_own_body();
    }
    void operator()(const OpenAnswers& action) const { open_answers(library, state, action); }
    void operator()(const OpenFailed& action) const { open_failed(state, action); }
    void operator()(const SortClue& action) const {
        constexpr auto columns = static_cast<std::uint32_t>(Column::no_clue) + 1;
        if (action.clue < state.sorting.column.size() && action.column < columns)
            state.sorting.column[action.clue] = static_cast<int>(action.column);
    }
    void operator()(const ShowCard& action) const {
        Chapters* lesson = lesson_of(state, state.route);
        if (!lesson) return;
        state.journey.share = 1;
        state.drawer.clear();
        read_aloud(state, {}); // another card was being read
        const Card before = playback_of(*lesson, state.route)->card;
        pause_all(state.chapters);
        show_card(*lesson, state.route, action.card);
        say(state, "card.shown");
        // Where the focus was there is another way on now, or none.
        if (before == Card::change && action.card == Card::take)
            move_focus(state, "chapter/next");
        else if (before == Card::play || action.card == Card::play)
            move_focus(state, "title");
    }
    void operator()(const PlayCard& action) const {
        Chapters* lesson = lesson_of(state, state.route);
        if (!lesson) return;
        state.journey.share = 1;
        play_card(*lesson, state.route, action.card, state.settings.less_motion);
        if (!playback_of(*lesson, state.route)->under_way) say(state, "card.over");
    }
    void operator()(const ShowScene& action) const {
        if (state.route != Route::story) return;
        const Route before = state.story.chapter;
        show_scene(state.story,
                   static_cast<int>(std::min<std::uint32_t>(action.scene, story_scenes)),
                   state.settings.less_motion);
        state.story.playing = false;
        follow_story(state, before);
    }
    void operator()(const OpenDrawer& action) const {
        state.drawer = state.drawer == action.key ? std::string{} : action.key;
        if (!state.drawer.empty()) move_focus(state, state.drawer + "/title");
    }
    // Whoever does something need not wait for the camera.
    void operator()(const Press& action) const {
        state.journey.share = 1;
        press(state, action.control);
    }
    void operator()(const Set& action) const {
        state.journey.share = 1;
        if (action.control == Control::country)
            return choose_country(static_cast<int>(std::lround(action.value)));
        set(state, action.control, static_cast<double>(action.value));
    }
    void operator()(const ReadAloud& action) const { read_aloud(state, action.part); }
    void operator()(const Tick& action) const {
        if (action.elapsed_s > 0) pass_time(state, std::min(action.elapsed_s, longest_tick_s));
    }
    void operator()(const ChooseLanguage& action) const {
        choose_language(library, state, action.language);
    }
    void operator()(const LanguageCame& action) const {
        language_came(library, state, action.loaded);
    }

private:
    void choose_country(int value) const {
        const auto& regions = library.numbers.regions;
        if (value == another_country)
            state.country = "-";
        else if (value >= 0 && value < static_cast<int>(regions.size()))
            state.country = std::next(regions.begin(), value)->first;
        if (state.route != Route::country) return;
        leave_country(state);
        arrive();
        if (value != same_country) say(state, "call.ambulance");
    }
    // The fans of many bodies are there only while their screen is.
    void arrive() const {
        state.weeks.fan.reset();
        state.chapters.cortisol.weeks = false;
        state.own_body = {};
        make_own_body();
    }
    // Once what makes it is there.
    void make_own_body() const {
        if (state.route != Route::own_body || state.host.partial) return;
        if (body_offer(assess::evaluate(library.check, state.answers)) != BodyOffer::none)
            state.own_body = new_own_body(library.check, state.answers);
    }
};

} // namespace

AppState update(const Library& library, AppState state, const Action& action) {
    std::visit(Updater{library, state}, action);
    note_progress(state);
    return state;
}

} // namespace tautline::app
