// The models' equations written out once more and solved by another hand: Boost.Odeint's
// eighth-order Fehlberg stepper with error control, restarted wherever an input switches. Native
// only; nothing but this file knows Boost.
#include "check_value.h"
#include "physiology/body.h"

#include <array>
#include <boost/numeric/odeint/integrate/integrate_adaptive.hpp>
#include <boost/numeric/odeint/stepper/controlled_runge_kutta.hpp>
#include <boost/numeric/odeint/stepper/generation.hpp>
#include <boost/numeric/odeint/stepper/runge_kutta_fehlberg78.hpp>
#include <string>

using namespace tautline::physiology;
namespace odeint = boost::numeric::odeint;

namespace {

constexpr double ln2 = 0.69314718055994530942;

template <std::size_t Size>
using Values = std::array<double, Size>;

// Moves `values` on from one time to another by `change(values, rates)`.
template <std::size_t Size, typename Change>
void solve(Values<Size>& values, double length, double first_step, Change change) {
    const auto stepper =
        odeint::make_controlled<odeint::runge_kutta_fehlberg78<Values<Size>>>(1e-13, 1e-12);
    odeint::integrate_adaptive(
        stepper, [&](const Values<Size>& now, Values<Size>& rates, double) { change(now, rates); },
        values, 0.0, length, first_step);
}

// The worst relative difference met, for one row of the table.
struct Worst {
    double value = 0;
    // A value smaller than `least` is compared as if it were that large.
    void see(double ours, double theirs, double least = 1e-6) {
        value = std::max(value, std::abs(ours - theirs) / std::max(std::abs(theirs), least));
    }
    void report(const char* what, double tolerance = 1e-4) const {
        const std::string row = std::string{"another integrator, "} + what + ", millionths";
        check_value(row.c_str(), 0, 1e6 * value, 1e6 * tolerance, "Boost.Odeint");
    }
};

} // namespace

TEST_CASE("Another integrator finds the same alarm", "[physiology][alarm][independent][native]") {
    const AlarmParams p = default_alarm_params();
    AlarmState ours = initial_alarm_state(p);
    Values<4> theirs{0, 0, 0, 0}; // v, q, E, m
    Worst worst;
    // Seconds of signal and of quiet, by turns.
    double signal = 1;
    for (double length_s : {3.0, 20.0, 60.0, 5.0, 120.0, 300.0, 600.0, 200.0}) {
        const auto steps = static_cast<int>(std::lround(length_s / alarm_step_s));
        for (int i = 0; i < steps; ++i)
            step(ours, p, {.signal = signal});
        const bool on = signal > 0;
        solve(theirs, length_s, 0.01, [&](const Values<4>& x, Values<4>& rate) {
            rate[0] = (signal - x[0]) / (on ? p.vagal_on_s : p.vagal_off_s);
            rate[1] = (signal - x[1]) / (on ? p.sympathetic_on_s : p.sympathetic_off_s);
            rate[2] = ln2 / p.adrenaline_half_life_s * (signal - x[2]);
            rate[3] = (signal - x[3]) / (on ? p.muscle_on_s : p.muscle_off_s);
        });
        worst.see(ours.vagal_withdrawal, theirs[0]);
        worst.see(ours.sympathetic, theirs[1]);
        worst.see(ours.adrenaline, theirs[2]);
        worst.see(ours.muscle, theirs[3]);
        signal = on ? 0 : 0.7;
    }
    worst.report("alarm");
}

TEST_CASE("Another integrator finds the same muscles",
          "[physiology][muscle][independent][native]") {
    Worst worst, closed_form;
    for (MuscleGroup group : {MuscleGroup::trunk, MuscleGroup::shoulder, MuscleGroup::general}) {
        const MuscleParams p = default_muscle_params(group);
        MuscleState ours = initial_muscle_state(p), closed = ours;
        Values<3> theirs{0, 1, 0}; // active, resting, fatigued
        // Work and rest gaps, a hold that gets too strong, and a long rest.
        struct Part {
            double load, length_s;
        };
        for (const Part& part :
             {Part{0.05, 55}, {0, 5}, {0.05, 600}, {0, 10}, {0.3, 600}, {0.1, 60}, {0, 120}}) {
            const auto steps = static_cast<int>(std::lround(part.length_s / muscle_step_s));
            for (int i = 0; i < steps; ++i)
                step(ours, p, {part.load});
            settle(closed, p, {part.load}, part.length_s);
            const double recovery = (part.load == 0 ? p.rest_multiplier : 1) * p.recovery_per_s;
            solve(theirs, part.length_s, 0.01, [&](const Values<3>& x, Values<3>& rate) {
                const double missing = part.load - x[0];
                const double drive = missing > 0 ? p.development_per_s * std::min(missing, x[1])
                                                 : p.relaxation_per_s * missing;
                rate[0] = drive - p.fatigue_per_s * x[0];
                rate[1] = recovery * x[2] - drive;
                rate[2] = p.fatigue_per_s * x[0] - recovery * x[2];
            });
            worst.see(ours.fatigued, theirs[2]);
            worst.see(ours.resting, theirs[1]);
            if (part.load > 0) worst.see(ours.active, theirs[0]);
            closed_form.see(closed.fatigued, theirs[2]);
        }
    }
    worst.report("muscle");
    // Taken as settled: the tenth of a second in which fibres are called in.
    closed_form.report("muscle in closed form", 0.005);
}

TEST_CASE("Another integrator finds the same pulse of cortisol",
          "[physiology][cortisol][independent][native]") {
    const CortisolParams p = default_cortisol_params();
    CortisolState ours = initial_cortisol_state(p);
    Values<2> theirs{0, 0}; // A, c / k
    Worst worst;
    double stress = 1;
    for (int length_min : {15, 45, 15, 10, 120, 400}) {
        for (int i = 0; i < length_min; ++i)
            step(ours, p, {stress});
        solve(theirs, length_min, 0.1, [&](const Values<2>& x, Values<2>& rate) {
            rate[0] = (stress - x[0]) / p.lag_min;
            rate[1] = x[0] - ln2 / p.half_life_min * x[1];
        });
        worst.see(ours.drive, theirs[0]);
        worst.see(ours.pulse_min, theirs[1]);
        stress = stress > 0 ? 0 : 1;
    }
    worst.report("cortisol's pulse");
}

TEST_CASE("Another integrator finds the same glands", "[physiology][glands][independent][native]") {
    const GlandsParams p = default_glands_params();
    GlandsState ours = initial_glands_state(p);
    Values<5> theirs{1, 1, ours.cortisol, ours.pituitary, ours.adrenal};
    Worst worst;
    for (const auto& [demand, days] : {std::array{2.0, 20.0}, std::array{1.0, 3.0},
                                       std::array{3.0, 0.25}, std::array{0.5, 7.0}}) {
        const double length_min = days * 1440, u = demand;
        for (int i = 0; i < length_min; ++i)
            step(ours, p, {.demand = u});
        solve(theirs, length_min, 1, [&](const Values<5>& x, Values<5>& rate) {
            const double gr = 1 / (1 + std::pow(x[2] / p.gr_half_level, 3));
            rate[0] = ln2 / p.crh_half_life_min * (u / x[2] * gr - x[0]);
            rate[1] = ln2 / p.acth_half_life_min * (x[0] * x[3] * gr - x[1]);
            rate[2] = ln2 / p.cortisol_half_life_min * (x[1] * x[4] - x[2]);
            rate[3] = ln2 / (1440 * p.pituitary_half_life_d) * x[3] * (x[0] - 1);
            rate[4] = ln2 / (1440 * p.adrenal_half_life_d) * x[4] * (x[1] - 1);
        });
        worst.see(ours.crh, theirs[0]);
        worst.see(ours.acth, theirs[1]);
        worst.see(ours.cortisol, theirs[2]);
        worst.see(ours.pituitary, theirs[3]);
        worst.see(ours.adrenal, theirs[4]);
    }
    worst.report("glands");
}

TEST_CASE("Another integrator finds the same receptors and inflammation",
          "[physiology][inflammation][independent][native]") {
    const InflammationParams p = default_inflammation_params();
    InflammationState ours = initial_inflammation_state(p);
    Values<3> theirs{1, 0, 1}; // S, J, I
    Worst worst;
    struct Part {
        InflammationInputs inputs;
        int minutes;
    };
    for (const Part& part : {Part{{.load = 0.8, .adrenaline = 1}, 15},
                             {{.load = 0.8}, 600},
                             {{.load = 0.8, .adrenaline = 0.05, .cortisol_ratio = 1.5}, 20000},
                             {{.cortisol_ratio = 0.8}, 10000}}) {
        for (int i = 0; i < part.minutes; ++i)
            step(ours, p, part.inputs);
        const InflammationInputs& in = part.inputs;
        solve(theirs, part.minutes, 1, [&](const Values<3>& x, Values<3>& rate) {
            const double target = 1 - (1 - p.receptor_floor) * in.load;
            rate[0] = (target - x[0]) / (1440 * p.receptor_time_constant_d);
            rate[1] = (in.adrenaline - x[1]) / p.messenger_min;
            rate[2] =
                (1 + p.adrenaline_weight * x[1] - x[0] * in.cortisol_ratio * x[2]) / p.turnover_min;
        });
        worst.see(ours.receptor, theirs[0]);
        worst.see(ours.messenger, theirs[1]);
        worst.see(ours.level, theirs[2]);
    }
    worst.report("receptors and inflammation");
}

TEST_CASE("Another integrator finds the same gate", "[physiology][gate][independent][native]") {
    const GateParams p = default_gate_params();
    const GateInputs in{.large = 0.3, .gain = 1.4, .calm = 0.2, .fear = 0.1, .worry = 0.4};
    GateState ours = initial_gate_state(p, in);
    Values<4> theirs{ours.inhibitory, ours.excitatory, ours.relay, ours.midbrain};
    Worst worst;
    const auto firing = [](double v) { return v > 0 ? v * v / (0.1 + v + v * v) : 0; };
    for (int volley_count = 0; volley_count < 40; ++volley_count) {
        for (const auto& [small, length_s] : {std::array{1.0, 0.1}, std::array{0.0, 0.9}}) {
            GateInputs now = in;
            now.small = small;
            for (int i = 0; i < std::lround(length_s / gate_step_s); ++i)
                step(ours, p, now);
            const double s = small;
            solve(theirs, length_s, 0.001, [&](const Values<4>& x, Values<4>& rate) {
                rate[0] = (p.large_to_inhibitory * in.large +
                           p.midbrain_to_inhibitory * firing(x[3]) - x[0]) /
                          p.inhibitory_s;
                rate[1] = s * (p.volley_per_s + p.windup_per_s * x[1]) * (1 - x[1]) -
                          x[1] / p.excitatory_s;
                rate[2] = (in.gain * (p.small_to_relay * s + p.excitatory_to_relay * x[1]) +
                           p.large_to_relay * in.large - p.inhibitory_to_relay * firing(x[0]) -
                           p.midbrain_to_relay * firing(x[3]) - x[2]) /
                          p.relay_s;
                rate[3] = (p.relay_to_midbrain * firing(x[2]) + p.calm_to_midbrain * in.calm +
                           p.fear_to_midbrain * in.fear - p.worry_to_midbrain * in.worry - x[3]) /
                          p.midbrain_s;
            });
            // Potentials pass through 0, where a share of them means nothing.
            worst.see(ours.inhibitory, theirs[0], 0.05);
            worst.see(ours.excitatory, theirs[1]);
            worst.see(ours.relay, theirs[2], 0.05);
            worst.see(ours.midbrain, theirs[3], 0.05);
        }
    }
    worst.report("gate");
}

TEST_CASE("Another integrator finds the same stores",
          "[physiology][sensitivity][independent][native]") {
    const SensitivityParams p = default_sensitivity_params();
    SensitivityState ours = initial_sensitivity_state(p);
    Values<2> theirs{0, 0};
    Worst worst;
    for (int day = 0; day < 20; ++day) {
        for (const auto& [signal, hours] : {std::array{1.0, 8.0}, std::array{0.0, 16.0}}) {
            for (int i = 0; i < hours * 60; ++i)
                step(ours, p, {.signal = signal});
            const double n = signal;
            solve(theirs, hours, 0.01, [&](const Values<2>& x, Values<2>& rate) {
                rate[0] = p.quick_gain_per_h * n * (1 - x[0]) - ln2 / p.quick_half_life_h * x[0];
                rate[1] = p.slow_gain_per_h * std::max(0.0, x[0] - p.slow_threshold) * (1 - x[1]) -
                          ln2 / (24 * p.slow_half_life_d) * x[1];
            });
            worst.see(ours.quick, theirs[0]);
            worst.see(ours.slow, theirs[1]);
        }
    }
    worst.report("stores of sensitivity");
}
