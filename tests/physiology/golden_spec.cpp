// The models' exact bits, natively and as WebAssembly. A change of one of these numbers is a change
// of a model: it goes with a commit that says which behaviour changed and why.
#include "base/hash.h"
#include "physiology/alarm.h"
#include "physiology/cortisol.h"
#include "physiology/muscle.h"
#include "physiology/sensitivity.h"

#include <array>
#include <catch_amalgamated.hpp>

using namespace tautline;
using namespace tautline::physiology;

namespace {

// Every state and every readout on the way, not only the end.
struct Trail {
    std::uint64_t bits = fnv1a_64_start;
    void add(std::uint64_t value) { bits = fnv1a_64(&value, sizeof value, bits); }
    void add(double value) { bits = fnv1a_64(&value, sizeof value, bits); }
};

} // namespace

TEST_CASE("Ten minutes with two alarms and slow breathing have their golden bits",
          "[physiology][alarm][golden]") {
    const AlarmParams params = default_alarm_params();
    const std::array<Startle, 2> startles{Startle{5, 60}, Startle{90, 120}};
    AlarmState state = initial_alarm_state(params);
    Trail trail;
    while (time_s(state) < 600) {
        const double now = time_s(state);
        step(state, params, {alarm_signal(startles, now), now >= 240 && now < 400});
        trail.add(hash(state));
        const AlarmReadouts shown = readouts(state, params);
        trail.add(shown.heart_rate_bpm);
        trail.add(shown.lung_fill);
    }
    CHECK(hash(state) == 0xaa131263a55b6ac6ull);
    CHECK(trail.bits == 0xacf660198262da2eull);
}

TEST_CASE("An hour of muscles with rest gaps has its golden bits", "[physiology][muscle][golden]") {
    Trail trail;
    std::array<std::uint64_t, 3> last{};
    std::size_t i = 0;
    for (MuscleGroup group : {MuscleGroup::trunk, MuscleGroup::shoulder, MuscleGroup::general}) {
        const MuscleParams params = default_muscle_params(group);
        MuscleState state = initial_muscle_state(params);
        while (time_s(state) < 3600) {
            step(state, params, {gapped_load({0.05, 5}, time_s(state))});
            trail.add(hash(state));
        }
        last[i++] = hash(state);
        trail.add(*endurance_s(params, 0.25));
    }
    CHECK(last[0] == 0x28f7fe815b70def0ull);
    CHECK(last[1] == 0x9127ea51d736fe3cull);
    CHECK(last[2] == 0xdb2b1fa707ce00b8ull);
    CHECK(trail.bits == 0xc410433dfb9337c3ull);
}

TEST_CASE("Two days of cortisol with stressors have their golden bits",
          "[physiology][cortisol][golden]") {
    CortisolParams params = default_cortisol_params();
    params.awakening_ratio = 0.5;
    const std::array<double, 3> hours{9, 14.25, 23.9};
    CortisolState state = initial_cortisol_state(params);
    Trail trail;
    while (minutes(state) < 2 * minutes_per_day) {
        const double stress = stress_at(params, hours, minutes(state));
        step(state, params, {stress});
        trail.add(hash(state));
        const CortisolReadouts shown = readouts(state, params, stress);
        trail.add(shown.level_nmol_per_l);
        trail.add(shown.loop.pituitary);
    }
    CHECK(hash(state) == 0x49c58d28e1f8493bull);
    CHECK(trail.bits == 0x9ad122a257ebf1a3ull);
}

TEST_CASE("Two months of sensitivity have their golden bits", "[physiology][sensitivity][golden]") {
    const SensitivityParams params = default_sensitivity_params();
    SensitivityState state = initial_sensitivity_state(params);
    Trail trail;
    while (time_s(state) < 60.0 * 86400) {
        const SensitivityInputs inputs{
            .signal = repeated_signal({1, 8, 30}, time_s(state)), .worry = 0.5, .calm = 0.2};
        step(state, params, inputs);
        trail.add(hash(state));
        trail.add(readouts(state, params, inputs).felt);
    }
    CHECK(hash(state) == 0x6988ae05fcd11a84ull);
    CHECK(trail.bits == 0xe7c91811351cb0cull);
}
