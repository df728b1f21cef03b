#include "physiology/body.h"

#include "physiology/require.h"
#include "physiology/state_hash.h"

#include <cmath>

namespace tautline::physiology {

namespace {

constexpr int gate_steps = 5; // in a body step
constexpr int muscle_every = 2;
static_assert(gate_steps * gate_step_s == body_step_s);
constexpr std::uint64_t muscle_steps_per_min = body_steps_per_min / muscle_every;
static_assert(muscle_every * body_step_s == muscle_step_s);
static_assert(body_steps_per_min * body_step_s == cortisol_step_s);
static_assert(cortisol_step_s == glands_step_s && glands_step_s == inflammation_step_s &&
              inflammation_step_s == sensitivity_step_s);

constexpr double days_per_min = 1.0 / 1440;

GateInputs gate_inputs(const BodyState& state, const BodyParams& params, const BodyInputs& inputs) {
    const SensitivityReadouts stores = readouts(state.sensitivity, params.sensitivity, {});
    return {.large = inputs.rubbing,
            .gain = stores.gain_ratio,
            .calm = inputs.calm,
            .fear = inputs.fear,
            .worry = inputs.worry};
}

SensitivityInputs sensitivity_inputs(const BodyInputs& inputs, double signal) {
    return {.signal = signal,
            .worry = inputs.worry,
            .fear = inputs.fear,
            .calm = inputs.calm,
            .rubbing = inputs.rubbing};
}

double work_fraction(const BodyState& state, const BodyParams& params, const BodyInputs& inputs,
                     std::size_t part) {
    const double from_alarm =
        params.alarm_share[part] * params.alarm.muscle_rise_percent_mvc / 100 * state.alarm.muscle;
    const double work = fraction(fraction(inputs.effort_fraction[part]) + from_alarm);
    return work > params.rest_below_fraction ? work : 0;
}

double gap_s(const BodyState& state, const BodyParams& params, const BodyInputs& inputs) {
    return inputs.rest_s_per_min * (1 - params.alarm_takes_gaps * state.alarm.muscle);
}

double load_now(const BodyState& state, const BodyParams& params, const BodyInputs& inputs,
                std::size_t part) {
    return gapped_load({.load_fraction = work_fraction(state, params, inputs, part),
                        .rest_s_per_min = gap_s(state, params, inputs)},
                       time_s(state.muscles[part]));
}

double load_of_days(const BodyParams& params, const BodyInputs& inputs) {
    return load_fraction(params.load,
                         {.stress = inputs.stress, .sleep_h = inputs.sleep_h, .rest = inputs.rest});
}

// A minute of alarm and muscles; returns adrenaline's mean. While the alarm's muscle activity is
// still on its way, in pieces that see it as it is halfway through each.
double settle_minute(BodyState& state, const BodyParams& params, const BodyInputs& inputs) {
    const bool on_its_way = std::abs(state.alarm.muscle - fraction(inputs.alarm)) > 0.02;
    const std::uint32_t pieces = on_its_way ? 15 : 1;
    const std::uint32_t half_s = 30 / pieces;
    const AlarmInputs signal{.signal = inputs.alarm, .slow_breathing = inputs.slow_breathing};
    const std::array<MuscleState, back_parts> before = state.muscles;
    double adrenaline = 0;
    for (std::uint32_t piece = 0; piece < pieces; ++piece) {
        adrenaline += settle(state.alarm, params.alarm, signal, half_s);
        const double from_s = 2 * half_s * piece, to_s = from_s + 2 * half_s;
        const double gap_from_s = std::clamp(60 - gap_s(state, params, inputs), from_s, to_s);
        for (std::size_t i = 0; i < back_parts; ++i) {
            settle(state.muscles[i], params.muscles[i], {work_fraction(state, params, inputs, i)},
                   gap_from_s - from_s);
            settle(state.muscles[i], params.muscles[i], {0}, to_s - gap_from_s);
        }
        adrenaline += settle(state.alarm, params.alarm, signal, half_s);
    }
    for (std::size_t i = 0; i < back_parts; ++i)
        state.muscles[i].steps = before[i].steps + muscle_steps_per_min;
    return adrenaline / (2 * pieces);
}

struct MinuteMeans {
    double alarm, adrenaline, signal;
};

void step_slow(BodyState& state, const BodyParams& params, const BodyInputs& inputs,
               const MinuteMeans& means) {
    const double load = load_of_days(params, inputs);
    const double u = demand(params.load, load, state.habit);
    step(state.cortisol, params.cortisol, {.stress = means.alarm});
    step(state.glands, params.glands, {.demand = u});
    step(state.inflammation, params.inflammation,
         {.load = load,
          .adrenaline = fraction(means.adrenaline + load * params.load.adrenaline_mean),
          .cortisol_ratio = readouts(state.glands, params.glands).cortisol_ratio});
    step(state.sensitivity, with_sleep(params.sensitivity, params.load, inputs.sleep_h),
         sensitivity_inputs(inputs, means.signal));
    state.habit = habit_after(params.load, state.habit, load, days_per_min);
    state.alarm_sum = state.adrenaline_sum = state.signal_sum = 0;
}

} // namespace

MuscleGroup muscle_group(BackPart part) {
    return part == BackPart::neck_shoulders ? MuscleGroup::shoulder : MuscleGroup::trunk;
}

BodyParams default_body_params() {
    BodyParams params;
    for (std::size_t i = 0; i < back_parts; ++i)
        params.muscles[i] = default_muscle_params(muscle_group(static_cast<BackPart>(i)));
    return params;
}

BodyState initial_body_state(const BodyParams& params) {
    BodyState state;
    state.alarm = initial_alarm_state(params.alarm);
    state.gate = initial_gate_state(params.gate, {});
    for (std::size_t i = 0; i < back_parts; ++i)
        state.muscles[i] = initial_muscle_state(params.muscles[i]);
    state.cortisol = initial_cortisol_state(params.cortisol);
    state.glands = initial_glands_state(params.glands);
    state.inflammation = initial_inflammation_state(params.inflammation);
    state.sensitivity = initial_sensitivity_state(params.sensitivity);
    return state;
}

void step(BodyState& state, const BodyParams& params, const BodyInputs& inputs) {
    if (state.steps % muscle_every == 0) {
        for (std::size_t i = 0; i < back_parts; ++i)
            step(state.muscles[i], params.muscles[i], {load_now(state, params, inputs, i)});
    }
    GateInputs at_gate = gate_inputs(state, params, inputs);
    for (int i = 0; i < gate_steps; ++i) {
        at_gate.small = fraction(inputs.signal) * volley(inputs.volleys_per_s, time_s(state.gate));
        step(state.gate, params.gate, at_gate);
    }
    step(state.alarm, params.alarm,
         {.signal = inputs.alarm, .slow_breathing = inputs.slow_breathing});
    state.alarm_sum += fraction(inputs.alarm);
    state.adrenaline_sum += state.alarm.adrenaline;
    state.signal_sum += fraction(inputs.signal);
    if (++state.steps % body_steps_per_min == 0) {
        const double share = 1.0 / body_steps_per_min;
        step_slow(
            state, params, inputs,
            {state.alarm_sum * share, state.adrenaline_sum * share, state.signal_sum * share});
    }
}

void step_minute(BodyState& state, const BodyParams& params, const BodyInputs& inputs) {
    if (state.steps % body_steps_per_min != 0) {
        do {
            step(state, params, inputs);
        } while (state.steps % body_steps_per_min != 0);
        return;
    }
    const double adrenaline = settle_minute(state, params, inputs);
    // The gate forgets within two minutes; what it holds of a signal that goes on is made anew when
    // somebody looks at seconds again.
    const std::uint64_t gate_at = state.gate.steps;
    state.gate = initial_gate_state(params.gate, gate_inputs(state, params, inputs));
    state.gate.steps = gate_at + static_cast<std::uint64_t>(60 / gate_step_s);
    state.steps += body_steps_per_min;
    step_slow(state, params, inputs, {fraction(inputs.alarm), adrenaline, fraction(inputs.signal)});
}

std::uint64_t hash(const BodyState& state) {
    return hash_bits<5 + 10 + 5 + 4 * back_parts + 3 + 6 + 4 + 3>(state);
}

double time_s(const BodyState& state) {
    return time_s(state.alarm);
}

BodyReadouts readouts(const BodyState& state, const BodyParams& params, const BodyInputs& inputs) {
    BodyReadouts now;
    now.alarm = readouts(state.alarm, params.alarm);
    for (std::size_t i = 0; i < back_parts; ++i) {
        now.muscles[i] = readouts(state.muscles[i]);
        now.load_fraction[i] = load_now(state, params, inputs, i);
    }
    now.gate = readouts(state.gate);
    now.cortisol = readouts(state.cortisol, params.cortisol, fraction(inputs.alarm));
    now.glands = readouts(state.glands, params.glands);
    now.cortisol_ug_per_dl =
        now.cortisol.tide_ug_per_dl * now.glands.cortisol_ratio + now.cortisol.pulse_ug_per_dl;
    now.cortisol_nmol_per_l = nmol_per_l(now.cortisol_ug_per_dl);
    now.receptor_fraction = state.inflammation.receptor;
    now.inflammation_ratio = state.inflammation.level;
    now.demand = demand(params.load, load_of_days(params, inputs), state.habit);
    now.sensitivity = readouts(state.sensitivity, params.sensitivity,
                               sensitivity_inputs(inputs, fraction(inputs.signal)));
    return now;
}

} // namespace tautline::physiology
