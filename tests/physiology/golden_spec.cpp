// The models' exact bits, natively and as WebAssembly. A change of one of these numbers is a change
// of a model: it goes with a commit that says which behaviour changed and why.
#include "base/hash.h"
#include "physiology/ensemble.h"

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
    CHECK(trail.bits == 0x53ee22d5fef7f10aull);
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

TEST_CASE("Thirty days of demand and ten without have their golden bits",
          "[physiology][glands][golden]") {
    const GlandsParams params = default_glands_params();
    GlandsState state = initial_glands_state(params);
    Trail trail;
    while (time_s(state) < 40.0 * 86400) {
        step(state, params, {.demand = time_s(state) < 30.0 * 86400 ? 2.0 : 1.0});
        trail.add(hash(state));
    }
    CHECK(hash(state) == 0xd603fc727475e682ull);
    CHECK(trail.bits == 0x647d24a6d7e9f957ull);
}

TEST_CASE("A month of receptors and inflammation has its golden bits",
          "[physiology][inflammation][golden]") {
    const InflammationParams params = default_inflammation_params();
    InflammationState state = initial_inflammation_state(params);
    Trail trail;
    for (int i = 0; i < 30 * 1440; ++i) {
        step(state, params,
             {.load = 0.7, .adrenaline = i % 600 < 15 ? 1.0 : 0.0, .cortisol_ratio = 1.3});
        trail.add(hash(state));
    }
    CHECK(hash(state) == 0x7bba13dc6035de8aull);
    CHECK(trail.bits == 0x16ca2605ec1282e1ull);
}

TEST_CASE("A minute of the gate has its golden bits", "[physiology][gate][golden]") {
    const GateParams params = default_gate_params();
    GateState state = initial_gate_state(params, {});
    Trail trail;
    while (time_s(state) < 60) {
        const double now = time_s(state);
        step(
            state, params,
            {.large = now > 30 ? 0.6 : 0.0, .small = volley(1, now), .calm = now > 45 ? 0.5 : 0.0});
        trail.add(hash(state));
        trail.add(signal_up(state));
    }
    CHECK(hash(state) == 0x491735720829a340ull);
    CHECK(trail.bits == 0x7c416cc5fb685e03ull);
}

TEST_CASE("A body's seconds and days have their golden bits", "[physiology][body][golden]") {
    const BodyParams params = default_body_params();
    BodyState state = initial_body_state(params);
    BodyInputs inputs{.alarm = 1,
                      .stress = 0.6,
                      .sleep_h = 6,
                      .effort_fraction = {0.05, 0.03, 0.04},
                      .rest_s_per_min = 3,
                      .signal = 0.7,
                      .worry = 0.3};
    Trail trail;
    for (int i = 0; i < 90 * 20; ++i) {
        step(state, params, inputs);
        trail.add(hash(state));
    }
    for (int i = 0; i < 3 * 1440; ++i) {
        inputs.alarm = i % 200 < 10 ? 1 : 0;
        step_minute(state, params, inputs);
        trail.add(hash(state));
    }
    trail.add(readouts(state, params, inputs).cortisol_nmol_per_l);
    CHECK(hash(state) == 0xa7f9dcca0044a1fdull);
    CHECK(trail.bits == 0x8b09d4951ab98d22ull);
}

TEST_CASE("A fan of bodies has its golden bits", "[physiology][ensemble][golden]") {
    Trail trail;
    for (std::uint32_t i = 0; i < 100; ++i) {
        BodyParams body = varied_body_params(1, i);
        for (const ParameterRange& range : parameter_ranges())
            trail.add(range.at(body));
    }
    CHECK(trail.bits == 0x7297128bba789b91ull);
    Fan fan = begin_fan(make_ensemble(1, 100), weeks_params(default_body_params()),
                        {{.load = {.stress = 0.5}, .signal_h_per_day = 4}, 3});
    WeeksPlan plan;
    for (std::size_t week = 0; week < plan_weeks; ++week) {
        plan[week] = {.load = {.stress = 0.1 * static_cast<double>(week), .sleep_h = 6},
                      .signal_h_per_day = 14.0 - 2.0 * static_cast<double>(week)};
    }
    set_plan(fan, plan);
    advance(fan, 100);
    CHECK(fnv1a_64(fan.values.data(), fan.values.size() * sizeof(float)) == 0x73e6a8ee7ca6b915ull);
    const FanLines lines = fan_lines(fan, WeeksQuantity::inflammation);
    Trail shown;
    for (const std::vector<float>& line : lines.percentiles)
        for (float value : line)
            shown.add(static_cast<double>(value));
    CHECK(shown.bits == 0xa50919e702e87748ull);
    CHECK(hash(fan.starts[99]) == 0xed0349cf957b1496ull);
}
