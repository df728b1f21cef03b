// A model that is given, or makes, something that is not a number stops at once. Native only: it
// needs a process that may die.
#include "physiology/weeks.h"

#include <catch_amalgamated.hpp>
#include <limits>

#if !defined(__EMSCRIPTEN__)
#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace tautline::physiology;

namespace {

template <typename Body>
bool dies(Body body) {
    const pid_t child = fork();
    if (child == 0) {
        for (int signal : {SIGABRT, SIGILL, SIGTRAP})
            std::signal(signal, SIG_DFL);
        const int silence = open("/dev/null", O_WRONLY);
        dup2(silence, STDERR_FILENO);
        body();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status);
}

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

} // namespace

TEST_CASE("A model that is given what is not a number stops", "[physiology][require][native]") {
    CHECK(dies([] {
        AlarmState state = initial_alarm_state(default_alarm_params());
        step(state, default_alarm_params(), {.signal = not_a_number});
    }));
    CHECK(dies([] {
        const MuscleParams params = default_muscle_params(MuscleGroup::trunk);
        MuscleState state = initial_muscle_state(params);
        step(state, params, {not_a_number});
    }));
    CHECK(dies([] {
        CortisolState state = initial_cortisol_state(default_cortisol_params());
        step(state, default_cortisol_params(), {not_a_number});
    }));
    CHECK(dies([] {
        SensitivityState state = initial_sensitivity_state(default_sensitivity_params());
        step(state, default_sensitivity_params(), {.signal = not_a_number});
    }));
    CHECK(dies([] {
        GlandsState state = initial_glands_state(default_glands_params());
        step(state, default_glands_params(), {.demand = not_a_number});
    }));
    CHECK(dies([] {
        InflammationState state;
        step(state, default_inflammation_params(), {.cortisol_ratio = not_a_number});
    }));
    CHECK(dies([] {
        GateState state;
        step(state, default_gate_params(), {.gain = not_a_number});
    }));
    CHECK(dies([] {
        const BodyParams params = default_body_params();
        BodyState state = initial_body_state(params);
        step(state, params, {.signal = not_a_number});
    }));
    CHECK(dies([] {
        const BodyParams params = default_body_params();
        BodyState state = initial_body_state(params);
        step_minute(state, params, {.sleep_h = not_a_number});
    }));
    CHECK(dies([] {
        const WeeksParams params = weeks_params(default_body_params());
        WeeksState state = initial_weeks_state(params);
        step_day(state, params, {.signal_h_per_day = not_a_number});
    }));
}

TEST_CASE("A model whose state is no longer a number stops", "[physiology][require][native]") {
    CHECK(dies([] {
        AlarmState state = initial_alarm_state(default_alarm_params());
        state.adrenaline = not_a_number;
        step(state, default_alarm_params(), {});
    }));
    CHECK(dies([] {
        SensitivityState state;
        state.slow = not_a_number;
        step(state, default_sensitivity_params(), {});
    }));
    CHECK(dies([] {
        WeeksState state = initial_weeks_state(weeks_params(default_body_params()));
        state.adrenal = not_a_number;
        step_day(state, weeks_params(default_body_params()), {});
    }));
    CHECK_FALSE(dies([] {
        SensitivityState state;
        step(state, default_sensitivity_params(), {.signal = 2});
    }));
}
#endif
