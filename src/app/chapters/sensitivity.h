// Chapter 4, a sensitive alarm: a signal that repeats for weeks, what turns it up and down, and the
// gate second by second.
#pragma once

#include "app/chapters/simulation.h"

#include <cstdint>
#include <vector>

namespace tautline::app {

struct SensitivityChapter {
    Playback playback;
    std::uint64_t minutes = 0; // of this story
    int signal = 2;            // 0 touch, 1 warmth, 2 ache
    double hours_per_day = 8;
    double worry_percent = 0;
    double calm_percent = 0;
    bool rubbing = false;
    std::vector<float> gain; // one value each sensitivity_sample_h
    // The gate second by second, beside the days: a train of volleys, one a second.
    bool by_second = false;       // whether its clock is the one in view
    int volleys = 0;              // in the train
    std::uint64_t gate_steps = 0; // of the body since the first of them
    std::vector<float> sent, up;  // shares, one each gate_sample_s
    std::vector<float> up_before; // what went up the time before
};
inline constexpr double gate_sample_s = 0.1;
inline constexpr double gate_window_s = 60;
inline constexpr int quick_volleys = 10;              // a second apart: quick enough to build up
inline constexpr double sensitivity_sample_h = 6;     // four a day, from midnight on
inline constexpr double sensitivity_repeat_days = 30; // the ache repeats for a month, then stops
inline constexpr double sensitivity_window_days = 60;
inline constexpr double sensitivity_pace = 86400 * 1.5;
// On the cards: how long one signal and ten of them are looked at, and how much of each thing helps
// or hinders them.
inline constexpr double card_signal_s = 12, card_signals_s = 20;
inline constexpr double card_worry_percent = 100, card_calm_percent = 50;
inline constexpr int card_choices = 3;

extern const Simulation sensitivity_simulation;

double elapsed_days(const SensitivityChapter& chapter);
double gate_s(const SensitivityChapter& chapter); // since the first volley

// Sends the tissue's signal through the gate this often, a second apart, and shows it by the
// second.
void send_volleys(Chapters& chapters, int volleys);
bool gate_is_quiet(const Chapters& chapters); // all volleys are sent, and their echo is gone
// Whoever sets something about days wants to see these, not the seconds.
void show_days(SensitivityChapter& chapter);

physiology::SensitivityInputs sensitivity_inputs(const Chapters& chapters);
// What the tissue's signal would come to now, whatever the hour.
physiology::SensitivityReadouts sensitivity_readouts(const Chapters& chapters);

} // namespace tautline::app
