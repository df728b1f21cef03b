#include "app/controls.h"

#include "app/navigation.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <type_traits>
#include <utility>

namespace tautline::app {

namespace {

// `member` gives a reference to the value in a state; numbers that are no fractions are rounded.
template <typename Member>
constexpr ControlEntry number(Control control, std::string_view key, double low, double high,
                              double step, Member, void (*then)(AppState&) = nullptr) {
    using Value = std::remove_reference_t<decltype(Member{}(std::declval<AppState&>()))>;
    return {.control = control,
            .key = key,
            .low = low,
            .high = high,
            .step = step,
            .value = [](const AppState& state) { return static_cast<double>(Member{}(state)); },
            .set =
                [](AppState& state, double value) {
                    if constexpr (std::is_floating_point_v<Value>)
                        Member{}(state) = value;
                    else
                        Member{}(state) = static_cast<Value>(std::lround(value));
                },
            .then = then};
}

template <typename Member>
constexpr ControlEntry choice(Control control, std::string_view key, int options, Member member,
                              void (*then)(AppState&) = nullptr) {
    return number(control, key, 0, options - 1, 1, member, then);
}

template <typename Member>
constexpr ControlEntry box(Control control, std::string_view key, Member member,
                           void (*then)(AppState&) = nullptr) {
    return number(control, key, 0, 1, 1, member, then);
}

constexpr double most_rest_s_per_min = 20, most_signal_h = 16;
constexpr int signals = 3; // touch, warmth, ache

// What changed in one's own body is told in a sentence.
template <OwnLine line>
void try_on(AppState& state) {
    if (!state.own_body.open) return;
    run_line(state.own_body, line);
    say(state, "own.tried");
}

constexpr ControlEntry rows[] = {
    // The alarm.
    number(
        Control::alarm_worry_s, "alarm_worry_s", 10, 300, 10,
        [](auto& state) -> auto& { return state.chapters.alarm.worry_s; }),
    box(
        Control::alarm_slow_breathing, "alarm_slow_breathing",
        [](auto& state) -> auto& { return state.chapters.alarm.slow_breathing; }),
    choice(
        Control::alarm_line, "alarm_line", alarm_lines,
        [](auto& state) -> auto& { return state.chapters.alarm.line; }),
    // Muscles.
    number(
        Control::muscle_effort_percent, "muscle_effort_percent", 0, 10, 0.5,
        [](auto& state) -> auto& { return state.chapters.muscles.effort_percent; },
        [](AppState& state) { recompute_no_rest(state.chapters.muscles); }),
    number(
        Control::muscle_rest_s_per_min, "muscle_rest_s_per_min", 0, most_rest_s_per_min, 1,
        [](auto& state) -> auto& { return state.chapters.muscles.rest_s_per_min; }),
    // Another muscle takes over, and the first one rests.
    choice(
        Control::muscle_region, "muscle_region", static_cast<int>(physiology::back_parts),
        [](auto& state) -> auto& { return state.chapters.muscles.region; },
        [](AppState& state) { restart_story(state.chapters, Route::chapter_muscles); }),
    number(
        Control::muscle_card_rest, "muscle_card_rest", 0, most_rest_s_per_min, 1,
        [](auto& state) -> auto& {
            return lesson_of(state, Route::chapter_muscles)->chosen.rest_s_per_min;
        },
        [](AppState& state) {
            play_card(*lesson_of(state, Route::chapter_muscles), Route::chapter_muscles,
                      Card::change, true);
            say(state, "card.over");
        }),
    // Cortisol.
    number(
        Control::cortisol_stressor_hour, "cortisol_stressor_hour", 0, 23.5, 0.5,
        [](auto& state) -> auto& { return state.chapters.cortisol.next_stressor_hour; }),
    box(
        Control::cortisol_span, "cortisol_span",
        [](auto& state) -> auto& { return state.chapters.cortisol.weeks; },
        [](AppState& state) {
            pause_all(state.chapters);
            if (state.chapters.cortisol.weeks) open_weeks(state.weeks);
        }),
    // Sensitivity.
    choice(
        Control::sensitivity_signal, "sensitivity_signal", signals,
        [](auto& state) -> auto& { return state.chapters.sensitivity.signal; }),
    number(
        Control::sensitivity_hours_per_day, "sensitivity_hours_per_day", 0, most_signal_h, 1,
        [](auto& state) -> auto& { return state.chapters.sensitivity.hours_per_day; },
        [](AppState& state) { show_days(state.chapters.sensitivity); }),
    number(
        Control::sensitivity_worry_percent, "sensitivity_worry_percent", 0, 100, 10,
        [](auto& state) -> auto& { return state.chapters.sensitivity.worry_percent; }),
    number(
        Control::sensitivity_calm_percent, "sensitivity_calm_percent", 0, 100, 10,
        [](auto& state) -> auto& { return state.chapters.sensitivity.calm_percent; }),
    box(
        Control::sensitivity_rubbing, "sensitivity_rubbing",
        [](auto& state) -> auto& { return state.chapters.sensitivity.rubbing; }),
    // -1: nothing is chosen yet.
    number(
        Control::sensitivity_with, "sensitivity_with", -1, card_choices - 1, 1,
        [](auto& state) -> auto& {
            return lesson_of(state, Route::chapter_sensitivity)->chosen.with;
        },
        [](AppState& state) {
            Chapters& lesson = *lesson_of(state, Route::chapter_sensitivity);
            lesson.sensitivity.playback.under_way = false; // another one begins anew
            play_card(lesson, Route::chapter_sensitivity, Card::change, state.settings.less_motion);
            if (state.settings.less_motion) say(state, "card.over");
        }),
    // The weeks of the cortisol chapter.
    number(
        Control::weeks_stress_percent, "weeks_stress_percent", 0, 100, 10,
        [](auto& state) -> auto& { return state.weeks.stress_percent; },
        [](AppState& state) { run(state.weeks); }),
    number(
        Control::weeks_stress_weeks, "weeks_stress_weeks", 0, most_stress_weeks, 1,
        [](auto& state) -> auto& { return state.weeks.stress_weeks; },
        [](AppState& state) { run(state.weeks); }),
    choice(
        Control::weeks_quantity, "weeks_quantity", static_cast<int>(weeks_view_quantities.size()),
        [](auto& state) -> auto& { return state.weeks.quantity; },
        [](AppState& state) { show_quantity(state.weeks); }),
    // "How could this work in a body?"
    {.control = Control::own_what_if,
     .key = "own_what_if",
     .low = no_idea,
     .high = ideas - 1,
     .step = 1,
     .value = [](const AppState& state) -> double { return tried_idea(state.own_body); },
     .set =
         [](AppState& state, double value) {
             take_up_idea(state.own_body, static_cast<int>(std::lround(value)));
         },
     .then = try_on<OwnLine::none>},
    choice(
        Control::own_moment, "own_moment", moments,
        [](auto& state) -> auto& { return state.own_body.what_if.moment; },
        try_on<OwnLine::minute>),
    box(
        Control::own_slow_breathing, "own_slow_breathing",
        [](auto& state) -> auto& { return state.own_body.what_if.slow_breathing; },
        try_on<OwnLine::alarm>),
    number(
        Control::own_rest_s_per_min, "own_rest_s_per_min", 0, most_rest_s_per_min, 1,
        [](auto& state) -> auto& { return state.own_body.what_if.rest_s_per_min; },
        try_on<OwnLine::hour>),
    number(
        Control::own_stress_percent, "own_stress_percent", 0, 100, 10,
        [](auto& state) -> auto& { return state.own_body.what_if.stress_percent; },
        try_on<OwnLine::weeks>),
    number(
        Control::own_sleep_h, "own_sleep_h", 4, 9, 0.5,
        [](auto& state) -> auto& { return state.own_body.what_if.sleep_h; },
        try_on<OwnLine::weeks>),
    number(
        Control::own_signal_h_per_day, "own_signal_h_per_day", 0, most_signal_h, 1,
        [](auto& state) -> auto& { return state.own_body.what_if.signal_h_per_day; },
        try_on<OwnLine::weeks>),
    choice(
        Control::own_quantity, "own_quantity", static_cast<int>(own_quantities.size()),
        [](auto& state) -> auto& { return state.own_body.quantity; }, try_on<OwnLine::weeks>),
    // Settings.
    number(
        Control::setting_text_percent, "setting_text_percent", 100, 300, 25,
        [](auto& state) -> auto& { return state.settings.text_percent; }),
    choice(
        Control::setting_theme, "setting_theme", theme_count,
        [](auto& state) -> auto& { return state.settings.theme; }),
    choice(
        Control::setting_typeface, "setting_typeface", typeface_count,
        [](auto& state) -> auto& { return state.settings.typeface; },
        [](AppState& state) { state.settings.typeface_missing = false; }),
    box(
        Control::setting_motion, "setting_motion",
        [](auto& state) -> auto& { return state.settings.less_motion; },
        [](AppState& state) { state.settings.chose_less_motion = state.settings.less_motion; }),
    box(
        Control::setting_text_view, "setting_text_view",
        [](auto& state) -> auto& { return state.settings.text_view; },
        [](AppState& state) { state.settings.chose_text_view = state.settings.text_view; }),
    box(
        Control::setting_wide_spacing, "setting_wide_spacing",
        [](auto& state) -> auto& { return state.settings.wide_spacing; }),
    box(
        Control::setting_read_aloud, "setting_read_aloud",
        [](auto& state) -> auto& { return state.settings.read_aloud; },
        [](AppState& state) {
            if (!state.settings.read_aloud) read_aloud(state, {});
        }),
    box(
        Control::setting_arrow_keys, "setting_arrow_keys",
        [](auto& state) -> auto& { return state.settings.arrow_keys; }),
    // The summary. The code, where it is shown, then holds other answers.
    box(
        Control::take_mood, "take_mood", [](auto& state) -> auto& { return state.take_away.mood; },
        [](AppState& state) {
            if (state.take_away.code) ask(state, Errand::make_code);
        }),
};

} // namespace

const ControlEntry* entry(Control control) {
    const auto* row = std::find_if(std::begin(rows), std::end(rows), [&](const ControlEntry& each) {
        return each.control == control;
    });
    return row == std::end(rows) ? nullptr : row;
}

bool set_value(AppState& state, Control control, double value) {
    const ControlEntry* row = entry(control);
    if (!row) return false;
    row->set(state, std::clamp(value, row->low, row->high));
    if (row->then) row->then(state);
    return true;
}

} // namespace tautline::app
