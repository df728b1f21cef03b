// A model that is given, or makes, something that is not a number stops at once. Native only: it
// needs a process that may die.
#include "physiology/alarm.h"
#include "physiology/cortisol.h"
#include "physiology/muscle.h"
#include "physiology/sensitivity.h"

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
    CHECK_FALSE(dies([] {
        SensitivityState state;
        step(state, default_sensitivity_params(), {.signal = 2});
    }));
}
#endif
