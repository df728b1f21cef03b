#include "cli/simulate_models.h"

#include "cli/simulate_body.h"
#include "physiology/alarm.h"
#include "physiology/cortisol.h"
#include "physiology/muscle.h"
#include "physiology/sensitivity.h"

namespace tautline::cli {

namespace {

using namespace tautline::physiology;

struct Alarm {
    AlarmParams params = default_alarm_params();
    std::vector<double> startle_at_s{5};
    double worry_s = 60, slow_from_s = 0, slow_until_s = 0;
    std::vector<Startle> startles;
    AlarmState state;

    AlarmInputs inputs() const {
        const double now = time_s(state);
        return {alarm_signal(startles, now), now >= slow_from_s && now < slow_until_s};
    }
};

SimulatedModel alarm_model() {
    auto memory = std::make_shared<Alarm>();
    Alarm* m = memory.get();
    AlarmParams& p = m->params;
    return {
        .step_s = alarm_step_s,
        .usual_every_s = 1,
        .columns = "time_s,signal_fraction,heart_rate_bpm,steady_heart_rate_bpm,breaths_per_min,"
                   "lung_fill_fraction,adrenaline_fraction,muscle_percent_mvc",
        .settings =
            {
                list_setting("startle_at_s", m->startle_at_s, 0, 31536000),
                number_setting("worry_s", m->worry_s, 0, 31536000),
                number_setting("slow_from_s", m->slow_from_s, 0, 31536000),
                number_setting("slow_until_s", m->slow_until_s, 0, 31536000),
                number_setting("resting_heart_rate_bpm", p.resting_heart_rate_bpm, 30, 150),
                number_setting("heart_rate_rise_bpm", p.heart_rate_rise_bpm, 0, 100),
                number_setting("vagal_share", p.vagal_share, 0, 1),
                number_setting("vagal_on_s", p.vagal_on_s, 0.1, 3600),
                number_setting("vagal_off_s", p.vagal_off_s, 0.1, 3600),
                number_setting("sympathetic_on_s", p.sympathetic_on_s, 0.1, 3600),
                number_setting("sympathetic_off_s", p.sympathetic_off_s, 0.1, 3600),
                number_setting("adrenaline_half_life_s", p.adrenaline_half_life_s, 1, 3600),
                number_setting("resting_breaths_per_min", p.resting_breaths_per_min, 4, 40),
                number_setting("alarm_breaths_per_min", p.alarm_breaths_per_min, 4, 40),
                number_setting("slow_inhale_s", p.slow_inhale_s, 1, 20),
                number_setting("slow_exhale_s", p.slow_exhale_s, 1, 20),
                number_setting("breath_swing_bpm", p.breath_swing_bpm, 0, 15),
                number_setting("resonance_swing_bpm", p.resonance_swing_bpm, 0, 15),
                number_setting("slow_breathing_off_ratio", p.slow_breathing_off_ratio, 0.1, 1),
                number_setting("muscle_rise_percent_mvc", p.muscle_rise_percent_mvc, 0, 10),
            },
        .chosen = [] {},
        .begin =
            [m] {
                for (double at_s : m->startle_at_s)
                    m->startles.push_back({at_s, m->worry_s});
                m->state = initial_alarm_state(m->params);
            },
        .row =
            [m] {
                const AlarmReadouts now = readouts(m->state, m->params);
                return std::vector<double>{time_s(m->state),        m->inputs().signal,
                                           now.heart_rate_bpm,      now.steady_heart_rate_bpm,
                                           now.breaths_per_min,     now.lung_fill,
                                           now.adrenaline_fraction, now.muscle_percent_mvc};
            },
        .advance = [m] { step(m->state, m->params, m->inputs()); },
        .memory = memory,
    };
}

struct Muscle {
    std::string group = "trunk";
    MuscleParams params = default_muscle_params(MuscleGroup::trunk);
    double load_percent = 5, rest_s_per_min = 0;
    MuscleState state;

    double load() const { return gapped_load({load_percent / 100, rest_s_per_min}, time_s(state)); }
};

MuscleGroup muscle_group(std::string_view name) {
    if (name == "shoulder") return MuscleGroup::shoulder;
    return name == "general" ? MuscleGroup::general : MuscleGroup::trunk;
}

SimulatedModel muscle_model() {
    auto memory = std::make_shared<Muscle>();
    Muscle* m = memory.get();
    MuscleParams& p = m->params;
    return {
        .step_s = muscle_step_s,
        .usual_every_s = 10,
        .columns = "time_s,load_fraction,active_fraction,resting_fraction,fatigued_fraction,"
                   "strength_left_fraction",
        .settings =
            {
                {.name = "group", .choice = &m->group, .choices = {"trunk", "shoulder", "general"}},
                number_setting("load_percent", m->load_percent, 0, 100),
                number_setting("rest_s_per_min", m->rest_s_per_min, 0, 60),
                number_setting("fatigue_per_s", p.fatigue_per_s, 0.0001, 1),
                number_setting("recovery_per_s", p.recovery_per_s, 0.0001, 1),
                number_setting("rest_multiplier", p.rest_multiplier, 1, 30),
                // Up to twice the published 10 a second the fixed step stays stable.
                number_setting("development_per_s", p.development_per_s, 0.1, 20),
                number_setting("relaxation_per_s", p.relaxation_per_s, 0.1, 20),
            },
        .chosen = [m] { m->params = default_muscle_params(muscle_group(m->group)); },
        .begin = [m] { m->state = initial_muscle_state(m->params); },
        .row =
            [m] {
                const MuscleReadouts now = readouts(m->state);
                return std::vector<double>{time_s(m->state),      m->load(),
                                           now.active_fraction,   now.resting_fraction,
                                           now.fatigued_fraction, now.strength_left_fraction};
            },
        .advance = [m] { step(m->state, m->params, {m->load()}); },
        .memory = memory,
    };
}

struct Cortisol {
    CortisolParams params = default_cortisol_params();
    std::vector<double> stressor_hours{9};
    CortisolState state;

    double stress() const { return stress_at(params, stressor_hours, minutes(state)); }
};

SimulatedModel cortisol_model() {
    auto memory = std::make_shared<Cortisol>();
    Cortisol* m = memory.get();
    CortisolParams& p = m->params;
    return {
        .step_s = cortisol_step_s,
        .usual_every_s = 300,
        .columns = "time_min,stress_fraction,level_ug_per_dl,tide_ug_per_dl,pulse_ug_per_dl,"
                   "level_nmol_per_l,brain_fraction,pituitary_fraction,adrenal_fraction",
        .settings =
            {
                list_setting("stressor_hours", m->stressor_hours, 0, 8760),
                number_setting("stressor_min", p.stressor_min, 1, 1440),
                number_setting("low_ug_per_dl", p.low_ug_per_dl, 0, 100),
                number_setting("high_ug_per_dl", p.high_ug_per_dl, 0, 100),
                // The ranges of the lag and the half-life keep the two rates apart.
                number_setting("lag_min", p.lag_min, 1, 60),
                number_setting("half_life_min", p.half_life_min, 45, 180),
                number_setting("pulse_fold", p.pulse_fold, 1, 5),
                number_setting("pulse_base_ug_per_dl", p.pulse_base_ug_per_dl, 0, 100),
                number_setting("wake_minute", p.wake_minute, 0, 1439),
                number_setting("awakening_ratio", p.awakening_ratio, 0, 2),
                number_setting("awakening_peak_min", p.awakening_peak_min, 1, 120),
            },
        .chosen = [] {},
        .begin = [m] { m->state = initial_cortisol_state(m->params); },
        .row =
            [m] {
                const CortisolReadouts now = readouts(m->state, m->params, m->stress());
                return std::vector<double>{
                    minutes(m->state),  m->stress(),         now.level_ug_per_dl,
                    now.tide_ug_per_dl, now.pulse_ug_per_dl, now.level_nmol_per_l,
                    now.loop.brain,     now.loop.pituitary,  now.loop.adrenal};
            },
        .advance = [m] { step(m->state, m->params, {m->stress()}); },
        .memory = memory,
    };
}

struct Sensitivity {
    SensitivityParams params = default_sensitivity_params();
    RepeatedSignal plan{1, 4, 1};
    SensitivityInputs inputs;
    SensitivityState state;

    SensitivityInputs now() const {
        SensitivityInputs with_signal = inputs;
        with_signal.signal = repeated_signal(plan, time_s(state));
        return with_signal;
    }
};

SimulatedModel sensitivity_model() {
    auto memory = std::make_shared<Sensitivity>();
    Sensitivity* m = memory.get();
    SensitivityParams& p = m->params;
    return {
        .step_s = sensitivity_step_s,
        .usual_every_s = 3600,
        .columns = "time_h,signal_fraction,quick_store_fraction,slow_store_fraction,gain_ratio,"
                   "gate_open_fraction,felt_ratio,felt_fraction",
        .settings =
            {
                number_setting("strength", m->plan.strength, 0, 1),
                number_setting("hours_per_day", m->plan.hours_per_day, 0, 24),
                number_setting("days", m->plan.days, 0, 366),
                number_setting("worry", m->inputs.worry, 0, 1),
                number_setting("fear", m->inputs.fear, 0, 1),
                number_setting("calm", m->inputs.calm, 0, 1),
                number_setting("rubbing", m->inputs.rubbing, 0, 1),
                number_setting("quick_half_life_h", p.quick_half_life_h, 1, 240),
                number_setting("slow_half_life_d", p.slow_half_life_d, 1, 365),
                number_setting("quick_gain_per_h", p.quick_gain_per_h, 0.001, 1),
                number_setting("slow_gain_per_h", p.slow_gain_per_h, 0.001, 1),
                number_setting("slow_threshold", p.slow_threshold, 0, 1),
                number_setting("quick_weight", p.quick_weight, 0.01, 10),
                number_setting("slow_weight", p.slow_weight, 0.01, 10),
                number_setting("worry_weight", p.worry_weight, 0, 1),
                number_setting("fear_weight", p.fear_weight, 0, 1),
                number_setting("rubbing_closes", p.rubbing_closes, 0, 1),
                number_setting("calm_closes_most", p.calm_closes_most, 0, 1),
            },
        .chosen = [] {},
        .begin = [m] { m->state = initial_sensitivity_state(m->params); },
        .row =
            [m] {
                const SensitivityInputs inputs = m->now();
                const SensitivityReadouts now = readouts(m->state, m->params, inputs);
                return std::vector<double>{time_s(m->state) / 3600,
                                           inputs.signal,
                                           m->state.quick,
                                           m->state.slow,
                                           now.gain_ratio,
                                           now.gate_open_fraction,
                                           now.felt,
                                           now.felt_fraction};
            },
        .advance = [m] { step(m->state, m->params, m->now()); },
        .memory = memory,
    };
}

} // namespace

std::optional<SimulatedModel> simulated_model(std::string_view name) {
    if (name == "alarm") return alarm_model();
    if (name == "muscle") return muscle_model();
    if (name == "cortisol") return cortisol_model();
    if (name == "sensitivity") return sensitivity_model();
    if (name == "gate") return gate_model();
    if (name == "glands") return glands_model();
    if (name == "inflammation") return inflammation_model();
    if (name == "body") return body_model();
    if (name == "weeks") return weeks_model();
    return std::nullopt;
}

} // namespace tautline::cli
