// Muscle relaxation: a person tightens one part of the back after another and lets go again, and
// the body lives along, in real time. The times are those of the usual instruction (about five
// seconds and about twenty, content/what-helps.json); the body's effort is [illustrative].
#pragma once

#include "app/chapters/chapters.h"
#include "physiology/body.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace tautline::app {

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

// Each of these gives the words key of what is to be said now; empty: nothing.
// Begins from the start, or stops.
std::string_view start_or_stop(Relaxation& relaxation);
// Real time passes while it runs: the body does the same. A part of the back works while it is to
// be tightened, and everything rests while not.
std::string_view relax_along(Relaxation& relaxation, Chapters& chapters, double elapsed_s);
// On to the next part of the back; after the last one it is over.
std::string_view leave_part_out(Relaxation& relaxation);

} // namespace tautline::app
