#include "app/own_body/own_body.h"

#include <algorithm>
#include <cmath>

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

OwnBody new_own_body(const assess::Definition& definition, const assess::Answers& answers) {
    OwnBody body;
    body.open = true;
    body.answered = body_settings_from_answers(definition, answers);
    body.what_if = as_answered(body.answered);
    body.fan = begin_fan(make_ensemble(fan_seed, fan_bodies), weeks_params(default_body_params()),
                         before_of(body.answered));
    run_fan(body.fan, weeks_plan(body.what_if));
    body.weeks_answered = body.fan.person_line;
    body.minute.as_answered = minute_line(body.answered, gain_now(body), Moment::keep_still);
    body.alarm.as_answered = alarm_line(body.answered, false);
    body.hour.as_answered = hour_line(body.answered, body.answered.rest_s_per_min);
    body.minute.what_if = body.minute.as_answered;
    body.alarm.what_if = body.alarm.as_answered;
    body.hour.what_if = body.hour.as_answered;
    return body;
}

void try_again(OwnBody& body) {
    if (!body.open) return;
    body.what_if = as_answered(body.answered);
    body.minute.what_if = body.minute.as_answered;
    body.alarm.what_if = body.alarm.as_answered;
    body.hour.what_if = body.hour.as_answered;
    run_weeks(body);
}

void run_minute(OwnBody& body) {
    if (!body.open) return;
    body.minute.what_if = minute_line(body.answered, gain_now(body), body.what_if.moment);
}

void run_alarm(OwnBody& body) {
    if (!body.open) return;
    body.alarm.what_if = alarm_line(body.answered, body.what_if.slow_breathing);
}

void run_hour(OwnBody& body) {
    if (!body.open) return;
    body.hour.what_if = hour_line(body.answered, body.what_if.rest_s_per_min);
}

void run_weeks(OwnBody& body) {
    if (!body.open) return;
    run_fan(body.fan, weeks_plan(body.what_if));
}

} // namespace tautline::app
