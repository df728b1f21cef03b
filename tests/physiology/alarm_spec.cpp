#include "check_value.h"
#include "physiology/alarm.h"

#include <array>
#include <type_traits>

using namespace tautline::physiology;

namespace {

constexpr const char* illustrative = "autonomic-textbook + kirschbaum-1993, reproduced";

AlarmState run(AlarmState state, const AlarmInputs& inputs, double seconds,
               const AlarmParams& params = default_alarm_params()) {
    const auto steps = static_cast<int>(std::lround(seconds / alarm_step_s));
    for (int i = 0; i < steps; ++i)
        step(state, params, inputs);
    return state;
}

double rise(const AlarmState& state) {
    return readouts(state, default_alarm_params()).heart_rate_rise_bpm;
}

} // namespace

TEST_CASE("The heart's rise in an alarm and its way back match the check values",
          "[physiology][alarm][published]") {
    const AlarmState rest = initial_alarm_state(default_alarm_params());
    // The reference was worked out with coarse steps; the exact solution is 8.53 and 16.14 bpm.
    check_value("alarm: heart rate rise at 5 s, bpm", 8.6, rise(run(rest, {1.0}, 5)), 0.1,
                illustrative);
    check_value("alarm: heart rate rise at 20 s, bpm", 16.2, rise(run(rest, {1.0}, 20)), 0.1,
                illustrative);
    const AlarmState long_alarm = run(rest, {1.0}, 600);
    check_value("alarm: heart rate rise at 10 min, bpm", 20, rise(long_alarm), 0.05, illustrative);
    check_value("alarm: heart rate rise 30 s after a 10-min alarm, bpm", 10.8,
                rise(run(long_alarm, {0.0}, 30)), 0.1, illustrative);
    check_value("alarm: heart rate rise 60 s after, bpm", 6.5, rise(run(long_alarm, {0.0}, 60)),
                0.1, illustrative);
    check_value("alarm: heart rate rise 3 min after, bpm", 1.4, rise(run(long_alarm, {0.0}, 180)),
                0.1, illustrative);
    check_value("alarm: heart rate rise 5 min after, bpm (near 0 by 5 to 10 min)", 0,
                rise(run(long_alarm, {0.0}, 300)), 1, "kirschbaum-1993");
    check_value("alarm: heart rate rise of a long alarm, bpm (15 to 25)", 20, rise(long_alarm), 5,
                "kirschbaum-1993");
    // The heart answers within the first second: a tenth of its whole way.
    check_value("alarm: heart rate rise at 1 s, bpm (it begins in under 1 s)", 2,
                rise(run(rest, {1.0}, 1)), 1, "autonomic-textbook");
}

TEST_CASE("The alarm's time constants are within the textbook's ranges",
          "[physiology][alarm][published]") {
    const AlarmParams params = default_alarm_params();
    const char* source = "autonomic-textbook";
    check_value("alarm: vagal time constant on, s (2 to 5)", 3.5, params.vagal_on_s, 1.5, source);
    check_value("alarm: sympathetic time constant on, s (10 to 20)", 15, params.sympathetic_on_s, 5,
                source);
    check_value("alarm: adrenaline half-life, s (120 to 180)", 150, params.adrenaline_half_life_s,
                30, source);
}

TEST_CASE("A time cut in two, or taken at once, gives the same alarm", "[physiology][alarm]") {
    const AlarmParams params = default_alarm_params();
    for (double signal : {1.0, 0.4, 0.0}) {
        const AlarmState start = run(initial_alarm_state(params), {0.7}, 20);
        AlarmState whole = start, halves = start;
        settle(whole, params, {signal}, 60);
        settle(halves, params, {signal}, 30);
        settle(halves, params, {signal}, 30);
        const AlarmState stepped = run(start, {signal}, 60);
        for (const AlarmState& other : {halves, stepped}) {
            CHECK(std::abs(whole.vagal_withdrawal - other.vagal_withdrawal) < 1e-9);
            CHECK(std::abs(whole.sympathetic - other.sympathetic) < 1e-9);
            CHECK(std::abs(whole.adrenaline - other.adrenaline) < 1e-9);
            CHECK(std::abs(whole.muscle - other.muscle) < 1e-9);
        }
        // The mean is that of the steps on the way.
        double sum = 0;
        AlarmState on_the_way = start;
        for (int i = 0; i < 1200; ++i) {
            const double before = on_the_way.adrenaline;
            step(on_the_way, params, {signal});
            sum += (before + on_the_way.adrenaline) / 2;
        }
        AlarmState again = start;
        CHECK(std::abs(settle(again, params, {signal}, 60) - sum / 1200) < 1e-6);
    }
}

TEST_CASE("The heart's rise is the exact solution of the equations", "[physiology][alarm]") {
    const AlarmState after = run(initial_alarm_state(default_alarm_params()), {1.0}, 5);
    const double exact = 20 * (0.5 * (1 - std::exp(-5.0 / 5)) + 0.5 * (1 - std::exp(-5.0 / 20)));
    CHECK(std::abs(rise(after) - exact) < 1e-9);
}

TEST_CASE("Half of the adrenaline is gone two and a half minutes after an alarm",
          "[physiology][alarm][published]") {
    const AlarmParams params = default_alarm_params();
    const AlarmState alarm = run(initial_alarm_state(params), {1.0}, 3600);
    check_value("alarm: adrenaline after a long alarm, of its plateau", 1, alarm.adrenaline, 1e-6,
                "definition");
    AlarmState calm = alarm;
    while (calm.adrenaline > 0.5)
        step(calm, params, {});
    check_value("alarm: adrenaline half-life, s", 150, time_s(calm) - time_s(alarm), 0.1,
                "autonomic-textbook (2-3 min)");
}

TEST_CASE("A body at rest stays at rest", "[physiology][alarm]") {
    const AlarmParams params = default_alarm_params();
    const AlarmState state = run(initial_alarm_state(params), {}, 300);
    CHECK(state.vagal_withdrawal == 0);
    CHECK(state.sympathetic == 0);
    CHECK(state.adrenaline == 0);
    CHECK(state.muscle == 0);
    CHECK(readouts(state, params).steady_heart_rate_bpm == params.resting_heart_rate_bpm);
    CHECK(time_s(state) == 300);
}

TEST_CASE("A second alarm before the first has settled starts from higher up",
          "[physiology][alarm]") {
    const AlarmState first = run(initial_alarm_state(default_alarm_params()), {1.0}, 10);
    const AlarmState second = run(run(first, {}, 20), {1.0}, 10);
    CHECK(rise(second) > rise(first) + 1);
    CHECK(second.adrenaline > first.adrenaline * 1.5);
}

TEST_CASE("The heartbeat's phase counts as many beats as the heart rate says",
          "[physiology][alarm]") {
    const AlarmParams params = default_alarm_params();
    AlarmState state = initial_alarm_state(params);
    int beats = 0;
    double last = state.beat_phase;
    double expected = 0;
    for (int i = 0; i < 20 * 600; ++i) {
        step(state, params, {.signal = i < 20 * 300 ? 1.0 : 0.0});
        if (state.beat_phase < last) ++beats;
        last = state.beat_phase;
        expected += readouts(state, params).steady_heart_rate_bpm / 60 * alarm_step_s;
        REQUIRE(state.beat_phase >= 0);
        REQUIRE(state.beat_phase < 1);
    }
    CHECK(std::abs(beats - expected) < 3);
}

TEST_CASE("Breathing quickens in an alarm and settles again", "[physiology][alarm]") {
    const AlarmParams params = default_alarm_params();
    const AlarmState rest = initial_alarm_state(params);
    const double before = readouts(rest, params).breaths_per_min;
    const AlarmState alarm = run(rest, {1.0}, 60);
    CHECK(std::abs(before - 14) < 0.2);
    CHECK(std::abs(readouts(alarm, params).breaths_per_min - 20) < 0.2);
    CHECK(std::abs(readouts(run(alarm, {}, 300), params).breaths_per_min - 14) < 0.2);
}

TEST_CASE("Slow breathing is exactly six breaths a minute and waits for the breath to end",
          "[physiology][alarm]") {
    const AlarmParams params = default_alarm_params();
    AlarmState state = run(initial_alarm_state(params), {}, 1);
    step(state, params, {.slow_breathing = true});
    CHECK_FALSE(readouts(state, params).breathing_slowly);
    while (!readouts(state, params).breathing_slowly)
        step(state, params, {.slow_breathing = true});
    CHECK(time_s(state) < 5);
    CHECK(readouts(state, params).lung_fill == 0);
    int steps_in = 0, steps_out = 0;
    double fullest = 0;
    for (int i = 0; i < 20 * 60; ++i) {
        const AlarmReadouts now = readouts(state, params);
        CHECK(now.breaths_per_min == 6);
        ++(now.breathing_in ? steps_in : steps_out);
        fullest = std::max(fullest, now.lung_fill);
        step(state, params, {.slow_breathing = true});
    }
    CHECK(steps_in == 6 * 90);   // 6 x 4.5 s
    CHECK(steps_out == 6 * 110); // 6 x 5.5 s
    CHECK(fullest == 1);
    CHECK(readouts(state, params).lung_fill == 0);
}

TEST_CASE("Lungs and pulse never jump, whatever is switched on or off", "[physiology][alarm]") {
    const AlarmParams params = default_alarm_params();
    AlarmState state = initial_alarm_state(params);
    AlarmReadouts last = readouts(state, params);
    for (int i = 0; i < 20 * 400; ++i) {
        const double signal = i % 1300 < 500 ? 1 : 0;
        step(state, params, {.signal = signal, .slow_breathing = i % 1700 > 700});
        const AlarmReadouts now = readouts(state, params);
        REQUIRE(std::abs(now.lung_fill - last.lung_fill) < 0.05);
        REQUIRE(std::abs(now.heart_rate_bpm - last.heart_rate_bpm) < 0.6);
        REQUIRE(now.lung_fill >= 0);
        REQUIRE(now.lung_fill <= 1);
        last = now;
    }
}

TEST_CASE("The heart swings most with the breath at six breaths a minute",
          "[physiology][alarm][published]") {
    const AlarmParams params = default_alarm_params();
    const AlarmState usual = run(initial_alarm_state(params), {}, 120);
    const AlarmState slow = run(usual, {.slow_breathing = true}, 120);
    double most = 0, most_at = 0;
    for (int breaths_per_min = 3; breaths_per_min <= 20; ++breaths_per_min) {
        AlarmParams paced = params;
        paced.slow_inhale_s = 0.45 * 60 / breaths_per_min;
        paced.slow_exhale_s = 0.55 * 60 / breaths_per_min;
        const AlarmState state =
            run(initial_alarm_state(paced), {.slow_breathing = true}, 180, paced);
        const double swing = readouts(state, paced).breath_swing_bpm;
        if (swing > most) {
            most = swing;
            most_at = breaths_per_min;
        }
    }
    check_value("alarm: breaths a minute with the widest swing of the heart", 6, most_at, 0.5,
                "lehrer-2014, zaccaro-2018");
    const double usual_swing = readouts(usual, params).breath_swing_bpm;
    const double slow_swing = readouts(slow, params).breath_swing_bpm;
    CHECK(slow_swing > 2 * usual_swing);
    CHECK(std::abs(slow_swing - params.resonance_swing_bpm) < 0.01);
    // The mean over whole breaths stays where it was: the swing adds nothing to the steady rate.
    double sum = 0;
    AlarmState state = slow;
    for (int i = 0; i < 20 * 60; ++i) {
        step(state, params, {.slow_breathing = true});
        sum += readouts(state, params).heart_rate_bpm;
    }
    CHECK(std::abs(sum / (20 * 60) - params.resting_heart_rate_bpm) < 0.05);
}

TEST_CASE("Slow breathing shortens the way back a little, and only a little",
          "[physiology][alarm]") {
    const AlarmState alarm = run(initial_alarm_state(default_alarm_params()), {1.0}, 120);
    const double usual = rise(run(alarm, {}, 60));
    const double slow = rise(run(alarm, {.slow_breathing = true}, 60));
    CHECK(slow < usual);
    CHECK(slow > 0.6 * usual);
    // It does not stop an alarm that goes on.
    CHECK(std::abs(rise(run(alarm, {1.0, true}, 300)) - 20) < 0.1);
}

TEST_CASE("Signals outside 0 to 1 count as the nearest allowed signal", "[physiology][alarm]") {
    const AlarmState rest = initial_alarm_state(default_alarm_params());
    CHECK(run(rest, {7.0}, 10) == run(rest, {1.0}, 10));
    CHECK(run(rest, {-3.0}, 10) == run(rest, {0.0}, 10));
}

TEST_CASE("A startle lasts three seconds by itself and as long as the worry after it",
          "[physiology][alarm]") {
    const std::array<Startle, 2> startles{Startle{10, 0}, Startle{20, 60}};
    CHECK(alarm_signal(startles, 9.95) == 0);
    CHECK(alarm_signal(startles, 10) == 1);
    CHECK(alarm_signal(startles, 12.95) == 1);
    CHECK(alarm_signal(startles, 13) == 0);
    CHECK(alarm_signal(startles, 20) == 1);
    CHECK(alarm_signal(startles, 79.95) == 1);
    CHECK(alarm_signal(startles, 80) == 0);
    CHECK(alarm_signal({}, 0) == 0);
}

TEST_CASE("The pacer alone gives the same breath as the model", "[physiology][alarm]") {
    const AlarmParams params = default_alarm_params();
    AlarmState state = initial_alarm_state(params);
    while (!readouts(state, params).breathing_slowly)
        step(state, params, {.slow_breathing = true});
    const double start = time_s(state);
    for (int i = 0; i < 20 * 25; ++i) {
        const PacedBreath pacer = paced_breath(params, time_s(state) - start + 1e-9);
        const AlarmReadouts model = readouts(state, params);
        REQUIRE(pacer.breathing_in == model.breathing_in);
        REQUIRE(std::abs(pacer.lung_fill - model.lung_fill) < 1e-6);
        step(state, params, {.slow_breathing = true});
    }
    CHECK(paced_breath(params, 0).seconds_left == 4.5);
    CHECK(paced_breath(params, 4.5).seconds_left == 5.5);
    CHECK(paced_breath(params, 25).breath_index == 2);
    CHECK(paced_breath(params, -1).lung_fill == 0);
}

TEST_CASE("An alarm's state can be copied as bytes", "[physiology][alarm]") {
    CHECK(std::is_trivially_copyable_v<AlarmState>);
    AlarmState state = initial_alarm_state(default_alarm_params());
    const AlarmState copy = state;
    step(state, default_alarm_params(), {.signal = 0.25});
    CHECK_FALSE(state == copy);
    CHECK(hash(state) != hash(copy));
    CHECK(hash(copy) == hash(initial_alarm_state(default_alarm_params())));
}
