// How long one step of each model takes. Not a test: build it by hand when a frame seems slow.
//   g++ -std=c++20 -O2 -Isrc tests/bench/physiology/steps_bench.cpp <the layer and
//   third_party_math> -o steps_bench
#include "physiology/alarm.h"
#include "physiology/cortisol.h"
#include "physiology/muscle.h"
#include "physiology/sensitivity.h"

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
}
