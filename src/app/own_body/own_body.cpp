#include "app/own_body/own_body.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace tautline::app {

namespace {

using namespace physiology;

std::vector<float> minute_line(const BodySettings& settings, double gain, Moment moment) {
    const GateParams params = default_gate_params();
    GateInputs inputs{.gain = gain};
    GateState gate = initial_gate_state(params, inputs);
    std::vector<float> line;
    double sum = 0;
    const int steps_a_sample = static_cast<int>(std::lround(own_minute_sample_s / gate_step_s));
    const int samples = static_cast<int>(std::lround(own_minute_s / own_minute_sample_s));
    for (int sample = 0; sample < samples; ++sample) {
        const bool now = sample * own_minute_sample_s >= own_moment_from_s;
        double strength = 1;
        if (now && moment == Moment::move) strength = settings.moving;
        if (now && moment == Moment::easing_position) strength = settings.easing;
        // The ache is drawn below its most, so that moving has room to add to it.
        strength *= usual_ache;
        inputs.large = now && moment == Moment::move ? 1 : 0;
        inputs.calm = now && moment == Moment::breathe_slowly ? settings.calm : 0;
        sum = 0;
        for (int i = 0; i < steps_a_sample; ++i) {
            inputs.small = strength * volley(1, time_s(gate));
            step(gate, params, inputs);
            sum += readouts(gate).up;
        }
        line.push_back(static_cast<float>(100 * sum / steps_a_sample));
    }
    return line;
}

std::vector<float> alarm_line(const BodySettings& settings, bool slow_breathing) {
    const AlarmParams params = default_alarm_params();
    AlarmState state = initial_alarm_state(params);
    const Startle startle{own_alarm_from_s, settings.worry_s};
    std::vector<float> line;
    const auto sample_steps = std::lround(own_alarm_sample_s / alarm_step_s);
    const auto steps = std::lround(own_alarm_s / alarm_step_s);
    for (long i = 0; i <= steps; ++i) {
        if (i % sample_steps == 0)
            line.push_back(static_cast<float>(readouts(state, params).steady_heart_rate_bpm));
        const double signal = alarm_signal(std::span{&startle, 1}, time_s(state));
        step(state, params,
             {.signal = signal,
              .slow_breathing = slow_breathing && time_s(state) >= own_alarm_from_s});
    }
    return line;
}

std::vector<float> hour_line(const BodySettings& settings, double rest_s_per_min) {
    const MuscleParams params = default_muscle_params(muscle_group(working_part(settings)));
    MuscleState fibres = initial_muscle_state(params);
    const GappedEffort effort{settings.effort_percent / 100, rest_s_per_min};
    std::vector<float> line{0};
    const auto steps = std::lround(own_hour_s / muscle_step_s);
    const auto sample_steps = std::lround(own_hour_sample_s / muscle_step_s);
    for (long i = 1; i <= steps; ++i) {
        const double at = time_s(fibres);
        step(fibres, params, {.load_fraction = at < own_work_s ? gapped_load(effort, at) : 0});
        if (i % sample_steps == 0) line.push_back(static_cast<float>(100 * fibres.fatigued));
    }
    return line;
}

WeeksPlan weeks_plan(const WhatIf& what_if) {
    WeeksPlan plan;
    for (std::size_t week = 0; week < plan_weeks; ++week)
        plan[week] = {.load = {.stress = what_if.stress_percent / 100, .sleep_h = what_if.sleep_h},
                      .signal_h_per_day = week < own_ache_weeks ? what_if.signal_h_per_day : 0};
    return plan;
}

// How strongly a signal is felt as the eight weeks begin.
double gain_now(const OwnBody& body) {
    return body.weeks_answered.front()[static_cast<std::size_t>(WeeksQuantity::gain)];
}

std::vector<DayValues> weeks_line(const OwnBody& body) {
    return run_plan(weeks_params(default_body_params()), body.weeks_start,
                    weeks_plan(body.what_if));
}

WhatIf with_idea(const BodySettings& settings, int idea) {
    WhatIf what_if = as_answered(settings);
    if (idea == no_idea) return what_if;
    switch (static_cast<Idea>(idea)) {
    case Idea::moves:
        what_if.moment = Moment::move;
        break;
    case Idea::breathes:
        what_if.slow_breathing = true;
        break;
    case Idea::breaks:
        what_if.rest_s_per_min = own_breaks_s_per_min;
        break;
    case Idea::aches_half:
        what_if.signal_h_per_day /= 2;
        break;
    case Idea::eases:
        what_if.moment = Moment::easing_position;
        break;
    }
    return what_if;
}

OwnLine line_of(int idea) {
    if (idea == no_idea) return OwnLine::none;
    constexpr OwnLine lines[] = {OwnLine::minute, OwnLine::alarm, OwnLine::hour, OwnLine::weeks,
                                 OwnLine::minute};
    static_assert(std::size(lines) == ideas);
    return lines[idea];
}

} // namespace

BackPart working_part(const BodySettings& settings) {
    for (std::size_t part = 0; part < back_parts; ++part)
        if (settings.places[part]) return static_cast<BackPart>(part);
    return BackPart::neck_shoulders;
}

WhatIf as_answered(const BodySettings& settings) {
    return {.rest_s_per_min = settings.rest_s_per_min,
            .stress_percent = 100 * settings.stress,
            .sleep_h = settings.sleep_h,
            .signal_h_per_day = settings.signal_h_per_day};
}

void take_up_idea(OwnBody& body, int idea) {
    body.what_if = with_idea(body.answered, idea);
    body.quantity = 0;
}

int tried_idea(const OwnBody& body) {
    for (int idea = 0; idea < ideas; ++idea)
        if (body.what_if == with_idea(body.answered, idea)) return idea;
    return no_idea;
}

OwnBody new_own_body(const assess::Definition& definition, const assess::Answers& answers) {
    OwnBody body;
    body.open = true;
    body.answered = body_settings_from_answers(definition, answers);
    body.what_if = as_answered(body.answered);
    body.weeks_start = state_after(weeks_params(default_body_params()), before_of(body.answered));
    body.weeks_answered = weeks_line(body);
    run_line(body, OwnLine::none);
    for (TwoLines* lines : {&body.minute, &body.alarm, &body.hour})
        lines->as_answered = lines->what_if;
    return body;
}

void run_line(OwnBody& body, OwnLine line) {
    const bool all = line == OwnLine::none;
    const WhatIf& what_if = body.what_if;
    if (all || line == OwnLine::minute)
        body.minute.what_if = minute_line(body.answered, gain_now(body), what_if.moment);
    if (all || line == OwnLine::alarm)
        body.alarm.what_if = alarm_line(body.answered, what_if.slow_breathing);
    if (all || line == OwnLine::hour)
        body.hour.what_if = hour_line(body.answered, what_if.rest_s_per_min);
    if (all || line == OwnLine::weeks) body.weeks = weeks_line(body);
    body.line = all ? line_of(tried_idea(body)) : line;
}

} // namespace tautline::app
