// Muscle relaxation: a person tightens one part of the back after another and lets go again, and
// the body lives along, in real time. The times are those of the usual instruction (about five
// seconds and about twenty, content/what-helps.json); the body's effort is [illustrative].
#pragma once

#include "physiology/body.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace tautline::app {

struct AppState;

enum class RelaxationPhase : std::uint8_t { get_ready, tighten, let_go };

inline constexpr double get_ready_s = 6, tighten_s = 5, let_go_s = 20;
inline constexpr int relaxation_rounds = 2; // of tightening and letting go, for each part
inline constexpr double relaxation_part_s =
    get_ready_s + relaxation_rounds * (tighten_s + let_go_s);
inline constexpr double relaxation_length_s = relaxation_part_s * physiology::back_parts;
inline constexpr double relaxation_effort = 0.3; // of full strength: gently
inline constexpr double relaxation_sample_s = 0.5;

struct Relaxation {
    bool running = false;
    double elapsed_s = 0;
    double owed_s = 0;          // time that the body has yet to live along
    std::uint64_t steps = 0;    // of the body since the start
    std::vector<float> working; // share of the part in hand, one value each relaxation_sample_s
};

// What is to be done at a time of the exercise, 0 <= elapsed_s < relaxation_length_s.
struct RelaxationMoment {
    physiology::BackPart part = physiology::BackPart::neck_shoulders;
    RelaxationPhase phase = RelaxationPhase::get_ready;
    int round = 0;     // from 0
    double left_s = 0; // of the phase

    friend bool operator==(const RelaxationMoment&, const RelaxationMoment&) = default;
};
RelaxationMoment relaxation_moment(double elapsed_s);
// The words that say how to tighten this part.
std::string_view way_key(physiology::BackPart part);

// Begins from the start, or stops.
void start_or_stop(AppState& state);
// Real time passes while it runs: the body does the same, and each new phase is said.
void pass_relaxation(AppState& state, double elapsed_s);
// On to the next part of the back; after the last one it is over.
void leave_part_out(AppState& state);

} // namespace tautline::app
