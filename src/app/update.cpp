#include "app/update.h"

#include <algorithm>
#include <cmath>

namespace tautline::app {

namespace {

void arrive(AppState& state) {
    ++state.focus_serial;
    state.announcement_key.clear();
}

void go_to(AppState& state, Route route) {
    if (route == Route::check) state.check = Check{};
    state.route = route;
    state.pacer = Pacer{};
    for (Playback* playback : {&state.alarm.playback, &state.muscles.playback,
                               &state.cortisol.playback, &state.sensitivity.playback})
        playback->playing = false;
    arrive(state);
}

void say(AppState& state, std::string key) {
    state.announcement_key = std::move(key);
    ++state.announcement_serial;
}

void open_page(AppState& state, int page, bool from_review) {
    state.route = Route::check;
    state.check.page = page;
    state.check.from_review = from_review;
    state.check.last_item = -1;
    arrive(state);
}

void next_page(const Library& library, AppState& state) {
    const int last = static_cast<int>(library.pages.size()) - 1;
    if (state.check.from_review || state.check.page >= last)
        go_to(state, Route::review);
    else
        open_page(state, state.check.page + 1, false);
}

void previous_page(const Library& library, AppState& state) {
    if (state.route == Route::review)
        open_page(state, static_cast<int>(library.pages.size()) - 1, false);
    else if (state.route == Route::result)
        go_to(state, Route::review);
    else if (state.check.from_review)
        go_to(state, Route::review);
    else if (state.check.page >= 0)
        open_page(state, state.check.page - 1, false);
    else
        go_to(state, Route::home);
}

void choose(const Library& library, AppState& state, const Choose& action) {
    if (action.item >= library.check.items.size()) return;
    if (action.option >= library.check.items[action.item].options.size()) return;
    state.answers = assess::with_answer(library.check, std::move(state.answers), action.item,
                                        action.option, action.on);
    state.check.last_item = static_cast<int>(action.item);
    state.check.none_pages.erase(page_of(library, action.item));
}

void none_of_these(const Library& library, AppState& state) {
    if (state.check.page < 0 || state.check.page >= static_cast<int>(library.pages.size())) return;
    const auto& page = library.pages[static_cast<std::size_t>(state.check.page)];
    if (!page.warning_signs) return;
    for (std::size_t item : page.items) {
        const auto no = library.check.items[item].option_index("no");
        if (!no || !assess::is_shown(library.check, state.answers, item)) continue;
        state.answers = assess::with_answer(library.check, std::move(state.answers), item, *no);
    }
    state.check.last_item = -1;
    state.check.none_pages.insert(state.check.page);
    say(state, "check.none_of_these.done");
}

void start_over(const Library& library, AppState& state) {
    const Settings settings = state.settings;
    const auto focus = state.focus_serial, announcement = state.announcement_serial;
    state = initial_state(library);
    state.settings = settings;
    state.focus_serial = focus;
    state.announcement_serial = announcement;
    go_to(state, Route::home);
}

Playback* playback_in_view(AppState& state) {
    switch (state.route) {
    case Route::chapter_alarm:
        return &state.alarm.playback;
    case Route::chapter_muscles:
        return &state.muscles.playback;
    case Route::chapter_cortisol:
        return &state.cortisol.playback;
    case Route::chapter_sensitivity:
        return &state.sensitivity.playback;
    default:
        return nullptr;
    }
}

// One step that a person can follow with the pause on: a few seconds, a minute, a quarter of an
// hour, half a day.
void step_once(AppState& state) {
    switch (state.route) {
    case Route::chapter_alarm:
        advance(state.alarm, 5);
        break;
    case Route::chapter_muscles:
        advance(state.muscles, 60);
        break;
    case Route::chapter_cortisol:
        advance(state.cortisol, 900);
        break;
    case Route::chapter_sensitivity:
        advance(state.sensitivity, 43200);
        break;
    default:
        return;
    }
    playback_in_view(state)->playing = false;
}

// Back to the start of the story; what the person set and predicted stays.
void reset_chapter(AppState& state) {
    switch (state.route) {
    case Route::chapter_alarm: {
        AlarmChapter fresh = new_alarm_chapter();
        fresh.worry_s = state.alarm.worry_s;
        fresh.slow_breathing = state.alarm.slow_breathing;
        fresh.playback.prediction = state.alarm.playback.prediction;
        fresh.playback.revealed = state.alarm.playback.revealed;
        fresh.playback.slow = state.alarm.playback.slow;
        state.alarm = std::move(fresh);
        break;
    }
    case Route::chapter_muscles: {
        MuscleChapter fresh = new_muscle_chapter();
        fresh.region = state.muscles.region;
        fresh.effort_percent = state.muscles.effort_percent;
        fresh.rest_s_per_min = state.muscles.rest_s_per_min;
        fresh.playback.prediction = state.muscles.playback.prediction;
        fresh.playback.revealed = state.muscles.playback.revealed;
        fresh.playback.slow = state.muscles.playback.slow;
        recompute_no_rest(fresh);
        state.muscles = std::move(fresh);
        break;
    }
    case Route::chapter_cortisol: {
        state.cortisol.hour = new_cortisol_chapter().hour;
        state.cortisol.playback.playing = false;
        state.cortisol.playback.owed_s = 0;
        break;
    }
    case Route::chapter_sensitivity: {
        SensitivityChapter fresh = new_sensitivity_chapter();
        fresh.signal = state.sensitivity.signal;
        fresh.hours_per_day = state.sensitivity.hours_per_day;
        fresh.worry_percent = state.sensitivity.worry_percent;
        fresh.calm_percent = state.sensitivity.calm_percent;
        fresh.rubbing = state.sensitivity.rubbing;
        fresh.playback.prediction = state.sensitivity.playback.prediction;
        fresh.playback.revealed = state.sensitivity.playback.revealed;
        fresh.playback.slow = state.sensitivity.playback.slow;
        state.sensitivity = std::move(fresh);
        break;
    }
    default:
        break;
    }
}

bool story_over(const AppState& state) {
    switch (state.route) {
    case Route::chapter_muscles:
        return elapsed_s(state.muscles) >= muscle_window_s;
    case Route::chapter_cortisol:
        return state.cortisol.hour >= 24;
    case Route::chapter_sensitivity:
        return elapsed_days(state.sensitivity) >= sensitivity_window_days;
    default:
        return false;
    }
}

void play_pause(AppState& state) {
    Playback* playback = playback_in_view(state);
    if (!playback) return;
    const bool was_playing = playback->playing;
    if (!was_playing && story_over(state)) reset_chapter(state);
    // The alarm has no story until it is startled: Play then startles.
    if (!was_playing && state.route == Route::chapter_alarm && state.alarm.since_alarm_s < 0)
        startle(state.alarm);
    playback_in_view(state)->playing = !was_playing;
    if (!was_playing) playback_in_view(state)->revealed = true;
}

void press(AppState& state, Control control) {
    switch (control) {
    case Control::play_pause:
        play_pause(state);
        break;
    case Control::step_once:
        step_once(state);
        break;
    case Control::reset:
        reset_chapter(state);
        break;
    case Control::reveal:
        if (Playback* playback = playback_in_view(state)) playback->revealed = true;
        break;
    case Control::describe_now:
        say(state, "describe.now");
        break;
    case Control::slow_motion:
        if (Playback* playback = playback_in_view(state)) playback->slow = !playback->slow;
        break;
    case Control::alarm_startle:
        startle(state.alarm);
        state.alarm.playback.playing = true;
        state.alarm.playback.revealed = true;
        break;
    case Control::cortisol_add_stressor:
        if (state.cortisol.stressor_hours.size() < most_stressors) {
            state.cortisol.stressor_hours.push_back(state.cortisol.next_stressor_hour);
            std::sort(state.cortisol.stressor_hours.begin(), state.cortisol.stressor_hours.end());
            recompute_day(state.cortisol);
            state.cortisol.hour = std::max(0.0, state.cortisol.next_stressor_hour - 0.25);
            state.cortisol.playback.playing = true;
            state.cortisol.playback.revealed = true;
        }
        break;
    case Control::cortisol_clear_stressors:
        state.cortisol.stressor_hours.clear();
        recompute_day(state.cortisol);
        break;
    case Control::sort_next:
    case Control::sort_back: {
        const int last = static_cast<int>(state.sorting.column.size()) - 1;
        const int step = control == Control::sort_next ? 1 : -1;
        state.sorting.clue = std::clamp(state.sorting.clue + step, 0, std::max(0, last));
        break;
    }
    case Control::pacer_start_stop:
        state.pacer = state.pacer.running ? Pacer{} : Pacer{.running = true};
        break;
    default:
        break;
    }
}

void set(AppState& state, Control control, double value) {
    const auto index = static_cast<int>(std::lround(value));
    switch (control) {
    case Control::prediction:
        if (Playback* playback = playback_in_view(state)) playback->prediction = index;
        break;
    case Control::slow_motion:
        if (Playback* playback = playback_in_view(state)) playback->slow = index != 0;
        break;
    case Control::alarm_worry_s:
        state.alarm.worry_s = std::clamp(value, 10.0, 300.0);
        break;
    case Control::alarm_slow_breathing:
        state.alarm.slow_breathing = index != 0;
        break;
    case Control::muscle_effort_percent:
        state.muscles.effort_percent = std::clamp(value, 0.0, 10.0);
        recompute_no_rest(state.muscles);
        break;
    case Control::muscle_rest_s_per_min:
        state.muscles.rest_s_per_min = std::clamp(value, 0.0, 20.0);
        break;
    case Control::muscle_region:
        state.muscles.region = std::clamp(index, 0, 2);
        reset_chapter(state);
        break;
    case Control::cortisol_stressor_hour:
        state.cortisol.next_stressor_hour = std::clamp(value, 0.0, 23.5);
        break;
    case Control::sensitivity_signal:
        state.sensitivity.signal = std::clamp(index, 0, 2);
        break;
    case Control::sensitivity_hours_per_day:
        state.sensitivity.hours_per_day = std::clamp(value, 0.0, 16.0);
        break;
    case Control::sensitivity_worry_percent:
        state.sensitivity.worry_percent = std::clamp(value, 0.0, 100.0);
        break;
    case Control::sensitivity_calm_percent:
        state.sensitivity.calm_percent = std::clamp(value, 0.0, 100.0);
        break;
    case Control::sensitivity_rubbing:
        state.sensitivity.rubbing = index != 0;
        break;
    case Control::feel_topic:
        state.feel_place = state.feel_place == index ? -1 : index;
        break;
    case Control::setting_theme:
        state.settings.theme = static_cast<Theme>(std::clamp(index, 0, 2));
        break;
    case Control::setting_text_percent:
        state.settings.text_percent = std::clamp(index, 100, 300);
        break;
    case Control::setting_motion:
        state.settings.less_motion = index != 0;
        break;
    case Control::setting_text_view:
        state.settings.text_view = index != 0;
        break;
    default:
        break;
    }
}

double pace(const AppState& state) {
    switch (state.route) {
    case Route::chapter_alarm:
        return alarm_pace * (state.alarm.playback.slow ? 0.25 : 1);
    case Route::chapter_muscles:
        return muscle_pace * (state.muscles.playback.slow ? 0.25 : 1);
    case Route::chapter_cortisol:
        return cortisol_pace * (state.cortisol.playback.slow ? 0.25 : 1);
    case Route::chapter_sensitivity:
        return sensitivity_pace * (state.sensitivity.playback.slow ? 0.25 : 1);
    default:
        return 0;
    }
}

void tick(AppState& state, double elapsed_s) {
    state.ambient_s += elapsed_s;
    if (state.pacer.running) {
        state.pacer.elapsed_s += elapsed_s;
        if (state.pacer.elapsed_s >= pacer_length_s) {
            state.pacer = Pacer{};
            say(state, "pacer.done");
        }
    }
    const Playback* playback = playback_in_view(state);
    if (!playback || !playback->playing) return;
    const double model_s = elapsed_s * pace(state);
    switch (state.route) {
    case Route::chapter_alarm:
        advance(state.alarm, model_s);
        break;
    case Route::chapter_muscles:
        advance(state.muscles, model_s);
        break;
    case Route::chapter_cortisol:
        advance(state.cortisol, model_s);
        break;
    case Route::chapter_sensitivity:
        advance(state.sensitivity, model_s);
        break;
    default:
        break;
    }
    if (story_over(state)) playback_in_view(state)->playing = false;
}

struct Updater {
    const Library& library;
    AppState& state;

    void operator()(std::monostate) const {}
    void operator()(const GoTo& action) const { go_to(state, action.route); }
    void operator()(const Choose& action) const { choose(library, state, action); }
    void operator()(const NoneOfThese&) const { none_of_these(library, state); }
    void operator()(const ClearAnswer& action) const {
        if (action.item < library.check.items.size())
            state.answers =
                assess::without_answer(library.check, std::move(state.answers), action.item);
    }
    void operator()(const Next&) const { next_page(library, state); }
    void operator()(const Back&) const { previous_page(library, state); }
    void operator()(const OpenPage& action) const {
        if (action.page < library.pages.size())
            open_page(state, static_cast<int>(action.page), true);
    }
    void operator()(const ShowResult&) const { go_to(state, Route::result); }
    void operator()(const StartOver&) const { start_over(library, state); }
    void operator()(const Toggle& action) const {
        if (!state.open.erase(action.key)) state.open.insert(action.key);
    }
    void operator()(const SortClue& action) const {
        if (action.clue < state.sorting.column.size())
            state.sorting.column[action.clue] = static_cast<int>(action.column);
    }
    void operator()(const Press& action) const { press(state, action.control); }
    void operator()(const Set& action) const {
        set(state, action.control, static_cast<double>(action.value));
    }
    void operator()(const Tick& action) const { tick(state, action.elapsed_s); }
};

} // namespace

AppState update(const Library& library, AppState state, const Action& action) {
    std::visit(Updater{library, state}, action);
    return state;
}

} // namespace tautline::app
