// How long one step of each model takes. Not a test: build it by hand when a frame seems slow.
//   g++ -std=c++20 -O2 -Isrc tests/bench/physiology/steps_bench.cpp <the layer and
//   third_party_math> -o steps_bench
#include "physiology/body.h"

#include <array>
#include <chrono>
#include <cinttypes>
#include <cstdio>

using namespace tautline::physiology;

namespace {

template <typename Step>
void measure(const char* name, int steps, Step step_once) {
    const auto from = std::chrono::steady_clock::now();
    std::uint64_t bits = 0;
    for (int i = 0; i < steps; ++i)
        bits = step_once(i);
    const std::chrono::duration<double, std::nano> taken = std::chrono::steady_clock::now() - from;
    std::printf("%-24s %8.1f ns a step   (%016" PRIx64 ")\n", name, taken.count() / steps, bits);
}

} // namespace

int main() {
    const AlarmParams alarm = default_alarm_params();
    AlarmState alarm_state = initial_alarm_state(alarm);
    measure("alarm", 1000000, [&](int i) {
        step(alarm_state, alarm, {i % 4000 < 2000 ? 1.0 : 0.0, i % 9000 < 4000});
        return alarm_state.steps;
    });
    const MuscleParams muscle = default_muscle_params(MuscleGroup::trunk);
    MuscleState muscle_state = initial_muscle_state(muscle);
    measure("muscle", 1000000, [&](int) {
        step(muscle_state, muscle, {gapped_load({0.05, 5}, time_s(muscle_state))});
        return muscle_state.steps;
    });
    const CortisolParams cortisol = default_cortisol_params();
    CortisolState cortisol_state = initial_cortisol_state(cortisol);
    measure("cortisol", 1000000, [&](int i) {
        step(cortisol_state, cortisol, {i % 240 < 15 ? 1.0 : 0.0});
        return cortisol_state.steps;
    });
    const std::array<double, 3> hours{9, 12, 15};
    measure("cortisol, a whole day", 200, [&](int) {
        return static_cast<std::uint64_t>(day_levels_ug_per_dl(cortisol, hours, 145).size());
    });
    const SensitivityParams sensitivity = default_sensitivity_params();
    SensitivityState sensitivity_state = initial_sensitivity_state(sensitivity);
    measure("sensitivity", 1000000, [&](int i) {
        step(sensitivity_state, sensitivity, {.signal = i % 1440 < 480 ? 1.0 : 0.0});
        return sensitivity_state.steps;
    });
    const GateParams gate = default_gate_params();
    GateState gate_state = initial_gate_state(gate, {});
    measure("gate", 1000000, [&](int) {
        step(gate_state, gate, {.small = volley(1, time_s(gate_state))});
        return gate_state.steps;
    });
    const GlandsParams glands = default_glands_params();
    GlandsState glands_state = initial_glands_state(glands);
    measure("glands", 1000000, [&](int i) {
        step(glands_state, glands, {i % 10000 < 5000 ? 2.0 : 1.0});
        return glands_state.steps;
    });
    const BodyParams body = default_body_params();
    BodyState body_state = initial_body_state(body);
    const BodyInputs busy{
        .alarm = 0.5, .stress = 0.5, .effort_fraction = {0.05, 0.05, 0.05}, .signal = 1};
    measure("the whole body", 200000, [&](int) {
        step(body_state, body, busy);
        return body_state.steps;
    });
    measure("the whole body, a minute", 100000, [&](int i) {
        BodyInputs now = busy;
        now.alarm = i % 40 < 15 ? 1 : 0;
        step_minute(body_state, body, now);
        return body_state.steps;
    });
}
