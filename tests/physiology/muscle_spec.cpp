#include "check_value.h"
#include "physiology/muscle.h"

#include <array>
#include <string>
#include <type_traits>

using namespace tautline::physiology;

namespace {

MuscleState run(MuscleState state, const MuscleParams& params, const GappedEffort& effort,
                double minutes) {
    const auto steps = static_cast<int>(std::lround(minutes * 60 / muscle_step_s));
    for (int i = 0; i < steps; ++i) {
        step(state, params, {gapped_load(effort, time_s(state))});
    }
    return state;
}

double fatigued_after(MuscleGroup group, const GappedEffort& effort, double minutes) {
    const MuscleParams params = default_muscle_params(group);
    return run(initial_muscle_state(params), params, effort, minutes).fatigued;
}

// How long the model holds a force, step by step; 0 when it still holds after three hours.
double simulated_endurance_s(const MuscleParams& params, double load) {
    MuscleState state = initial_muscle_state(params);
    while (can_hold(state, load)) {
        if (time_s(state) > 3 * 3600) return 0;
        step(state, params, {load});
    }
    return time_s(state);
}

struct Group {
    MuscleGroup group;
    const char* name;
    std::array<double, 3> endurance_s; // at 10, 20, 30 % of full strength
    double never_failing;
};
constexpr std::array<Group, 3> groups{{
    {MuscleGroup::trunk, "trunk", {3002, 676, 352}, 0.090},
    {MuscleGroup::shoulder, "shoulder", {1063, 275, 145}, 0.085},
    {MuscleGroup::general, "general", {2050, 518, 272}, 0.086},
}};

} // namespace

TEST_CASE("How long a force can be held matches the published model",
          "[physiology][muscle][published]") {
    for (const Group& g : groups) {
        const MuscleParams params = default_muscle_params(g.group);
        for (int i = 0; i < 3; ++i) {
            const double load = 0.1 * (i + 1);
            const double expected = g.endurance_s[static_cast<std::size_t>(i)];
            const std::string what = std::string("muscle: ") + g.name + " holds " +
                                     std::to_string(10 * (i + 1)) + " % for, s";
            check_value(what.c_str(), expected, simulated_endurance_s(params, load),
                        expected * 0.01, "frey-law-2012, reproduced");
            const auto closed = endurance_s(params, load);
            REQUIRE(closed.has_value());
            check_value((what + " (closed form)").c_str(), expected, *closed, expected * 0.01,
                        "frey-law-2012");
        }
        check_value((std::string("muscle: ") + g.name + " never fails below").c_str(),
                    g.never_failing, never_failing_load_fraction(params), 0.0006,
                    "frey-law-2012, reproduced");
    }
}

TEST_CASE("Endurance agrees with another implementation and with measured holds",
          "[physiology][muscle][published]") {
    const MuscleParams trunk = default_muscle_params(MuscleGroup::trunk);
    constexpr std::array<double, 3> theirs{2995, 675, 352};
    for (int i = 0; i < 3; ++i) {
        const std::string what =
            "muscle: trunk holds " + std::to_string(10 * (i + 1)) + " %, another program, s";
        check_value(what.c_str(), theirs[static_cast<std::size_t>(i)],
                    *endurance_s(trunk, 0.1 * (i + 1)), 0.01 * theirs[static_cast<std::size_t>(i)],
                    "frey-law-2012, an independent implementation");
    }
    // 194 studies of holds: b0 TL^b1. Near 30 % the model was fitted well; lower down it gives up
    // sooner than people did.
    struct Measured {
        MuscleGroup group;
        const char* name;
        double b0, b1;
    };
    for (const Measured& m : {Measured{MuscleGroup::trunk, "trunk", 22.69, -2.27},
                              {MuscleGroup::shoulder, "shoulder", 14.86, -1.83},
                              {MuscleGroup::general, "general", 21.92, -1.98}}) {
        const double measured_s = m.b0 * std::pow(0.3, m.b1);
        const std::string what =
            std::string{"muscle: "} + m.name + " holds 30 %, measured holds, s";
        check_value(what.c_str(), measured_s, *endurance_s(default_muscle_params(m.group), 0.3),
                    0.15 * measured_s, "frey-law-2010");
    }
}

TEST_CASE("Every muscle group has its published rates", "[physiology][muscle][published]") {
    struct Published {
        MuscleGroup group;
        const char* name;
        double fatigue_per_s, recovery_per_s;
    };
    for (const Published& p : {Published{MuscleGroup::trunk, "trunk", 0.00755, 0.00075},
                               {MuscleGroup::shoulder, "shoulder", 0.01820, 0.00168},
                               {MuscleGroup::general, "general", 0.00970, 0.00091},
                               {MuscleGroup::ankle, "ankle", 0.00589, 0.00058},
                               {MuscleGroup::knee, "knee", 0.01500, 0.00149},
                               {MuscleGroup::elbow, "elbow", 0.00912, 0.00094},
                               {MuscleGroup::grip, "grip", 0.00980, 0.00064}}) {
        const MuscleParams params = default_muscle_params(p.group);
        const std::string name = std::string{"muscle: "} + p.name;
        check_value((name + ", F, millionths a second").c_str(), 1e6 * p.fatigue_per_s,
                    1e6 * params.fatigue_per_s, 1e-6, "frey-law-2012");
        check_value((name + ", R, millionths a second").c_str(), 1e6 * p.recovery_per_s,
                    1e6 * params.recovery_per_s, 1e-6, "frey-law-2012");
        CHECK(params.rest_multiplier == 15);
    }
}

TEST_CASE("The closed form of a stretch ends where small steps end", "[physiology][muscle]") {
    for (const Group& g : groups) {
        const MuscleParams params = default_muscle_params(g.group);
        MuscleState small = initial_muscle_state(params), closed = small;
        // Through a hold that gets too strong, and back to one that can be held again.
        for (const auto& [load, length_s] :
             {std::array{0.05, 300.0}, std::array{0.4, 400.0}, std::array{0.02, 900.0},
              std::array{0.0, 30.0}, std::array{0.95, 60.0}, std::array{0.08, 600.0}}) {
            for (int i = 0; i < std::lround(length_s / muscle_step_s); ++i)
                step(small, params, {load});
            settle(closed, params, {load}, length_s);
            CHECK(std::abs(closed.fatigued - small.fatigued) < 0.002);
            CHECK(std::abs(closed.active + closed.resting + closed.fatigued - 1) < 1e-12);
            CHECK(closed.steps == small.steps);
        }
    }
}

TEST_CASE("Below the never-failing force there is no endurance limit", "[physiology][muscle]") {
    const MuscleParams trunk = default_muscle_params(MuscleGroup::trunk);
    CHECK_FALSE(endurance_s(trunk, 0.05).has_value());
    CHECK(simulated_endurance_s(trunk, 0.05) == 0);
    CHECK(simulated_endurance_s(trunk, 0.088) == 0);
    CHECK(endurance_s(trunk, 0.1).has_value());
}

TEST_CASE("Tiredness at five percent of full strength matches the check values",
          "[physiology][muscle][published]") {
    const GappedEffort steady{0.05, 0};
    const char* source = "xia-2008 + frey-law-2012, reproduced";
    check_value("muscle: trunk tired share at 10 min", 0.18,
                fatigued_after(MuscleGroup::trunk, steady, 10), 0.01, source);
    check_value("muscle: trunk tired share at 30 min", 0.37,
                fatigued_after(MuscleGroup::trunk, steady, 30), 0.01, source);
    check_value("muscle: trunk tired share at 60 min", 0.47,
                fatigued_after(MuscleGroup::trunk, steady, 60), 0.01, source);
    check_value("muscle: shoulder tired share at 10 min", 0.34,
                fatigued_after(MuscleGroup::shoulder, steady, 10), 0.01, source);
    check_value("muscle: shoulder tired share at 30 min", 0.51,
                fatigued_after(MuscleGroup::shoulder, steady, 30), 0.01, source);
    check_value("muscle: shoulder tired share at 60 min", 0.54,
                fatigued_after(MuscleGroup::shoulder, steady, 60), 0.01, source);
}

TEST_CASE("Five seconds of rest a minute more than halve the tired share",
          "[physiology][muscle][published]") {
    const char* source = "xia-2008 + looft-2018, reproduced";
    const auto after_an_hour = [](double rest_s) {
        return fatigued_after(MuscleGroup::trunk, {0.05, rest_s}, 60);
    };
    check_value("muscle: trunk, 60 min, no rest gaps", 0.47, after_an_hour(0), 0.01, source);
    check_value("muscle: trunk, 60 min, 2 s of rest a minute", 0.32, after_an_hour(2), 0.01,
                source);
    check_value("muscle: trunk, 60 min, 5 s of rest a minute", 0.21, after_an_hour(5), 0.01,
                source);
    check_value("muscle: trunk, 60 min, 10 s of rest a minute", 0.12, after_an_hour(10), 0.01,
                source);
    CHECK(after_an_hour(5) < 0.5 * after_an_hour(0));
}

TEST_CASE("Full rest lets tired fibres recover, sooner with the rest multiplier",
          "[physiology][muscle][published]") {
    MuscleParams params = default_muscle_params(MuscleGroup::trunk);
    const char* source = "frey-law-2012 + looft-2018, reproduced";
    CHECK(params.rest_multiplier == 15);
    const MuscleState tired = run(initial_muscle_state(params), params, {0.05, 0}, 30);
    const GappedEffort rest{0, 0};
    check_value("muscle: trunk tired share after 30 min", 0.37, tired.fatigued, 0.01, source);
    check_value("muscle: 1 min of rest after it, r = 15", 0.19,
                run(tired, params, rest, 1).fatigued, 0.01, source);
    check_value("muscle: 5 min of rest after it, r = 15", 0.01,
                run(tired, params, rest, 5).fatigued, 0.01, source);
    params.rest_multiplier = 1;
    check_value("muscle: 15 min of rest after it, r = 1", 0.19,
                run(tired, params, rest, 15).fatigued, 0.01, source);
}

TEST_CASE("The shares of fibres always sum to one and stay within 0 and 1",
          "[physiology][muscle]") {
    for (const Group& g : groups) {
        const MuscleParams params = default_muscle_params(g.group);
        MuscleState state = initial_muscle_state(params);
        for (int i = 0; i < 36000; ++i) {
            const double load = 0.1 * ((i / 700) % 11); // 0 to 100 %, past what it can hold
            step(state, params, {load});
            REQUIRE(std::abs(state.active + state.resting + state.fatigued - 1) < 1e-9);
            REQUIRE(std::min({state.active, state.resting, state.fatigued}) > -1e-9);
        }
    }
}

TEST_CASE("Half the time step gives the same muscle", "[physiology][muscle]") {
    const MuscleParams params = default_muscle_params(MuscleGroup::shoulder);
    const GappedEffort effort{0.05, 5};
    MuscleState whole = initial_muscle_state(params);
    MuscleState halves = whole;
    for (int i = 0; i < 18000; ++i) {
        const MuscleInputs inputs{gapped_load(effort, time_s(whole))};
        step(whole, params, inputs);
        integrate(halves, params, inputs, muscle_step_s / 2);
        integrate(halves, params, inputs, muscle_step_s / 2);
    }
    CHECK(std::abs(whole.fatigued - halves.fatigued) < 1e-4);
    CHECK(std::abs(whole.active - halves.active) < 1e-4);
}

TEST_CASE("More effort and fewer gaps never tire less", "[physiology][muscle]") {
    for (const Group& g : groups) {
        double last = -1;
        for (int percent = 0; percent <= 10; percent += 2) {
            const double now = fatigued_after(g.group, {0.01 * percent, 0}, 20);
            CHECK(now > last);
            last = now;
        }
        last = 1;
        for (double rest_s : {0.0, 1.0, 2.0, 5.0, 10.0, 20.0}) {
            const double now = fatigued_after(g.group, {0.05, rest_s}, 20);
            CHECK(now < last);
            last = now;
        }
    }
}

TEST_CASE("The rest gap is the last seconds of each minute", "[physiology][muscle]") {
    const GappedEffort effort{0.05, 5};
    CHECK_FALSE(is_rest_gap(effort, 0));
    CHECK_FALSE(is_rest_gap(effort, 54.9));
    CHECK(is_rest_gap(effort, 55));
    CHECK(is_rest_gap(effort, 59.9));
    CHECK_FALSE(is_rest_gap(effort, 60));
    CHECK(gapped_load(effort, 3595) == 0);
    CHECK(gapped_load(effort, 3594.9) == 0.05);
    CHECK_FALSE(is_rest_gap({0.05, 0}, 59.9));
    CHECK(is_rest_gap({0.05, 60}, 0));
}

TEST_CASE("A rest gap begins and ends on its exact step", "[physiology][muscle]") {
    const MuscleParams params = default_muscle_params(MuscleGroup::trunk);
    MuscleState state = initial_muscle_state(params);
    int rests = 0;
    for (int i = 0; i < 36000; ++i) {
        if (is_rest_gap({0.05, 5}, time_s(state))) ++rests;
        step(state, params, {0});
    }
    CHECK(rests == 60 * 50);
    CHECK(time_s(state) == 3600);
}

TEST_CASE("What is left of the strength is what is not tired", "[physiology][muscle]") {
    const MuscleParams params = default_muscle_params(MuscleGroup::trunk);
    const MuscleState state = run(initial_muscle_state(params), params, {0.05, 0}, 30);
    const MuscleReadouts now = readouts(state);
    CHECK(std::abs(now.strength_left_fraction - (1 - now.fatigued_fraction)) < 1e-9);
    CHECK(std::abs(now.active_fraction - 0.05) < 0.001);
    CHECK(std::is_trivially_copyable_v<MuscleState>);
}
