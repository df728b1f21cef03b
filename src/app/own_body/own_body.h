// "How could this work in a body?": a simulated body set from a person's own answers
// (settings.h), on four clocks, and what would change if something were otherwise. Every line
// is a model's, over the whole of its window, in pairs: as the answers have it, and as what they
// try has it. One line is in view at a time: that of what was tried last. Illustrative, never a
// prediction.
#pragma once

#include "app/own_body/settings.h"

#include <vector>

namespace tautline::app {

// What a person does in the minute of ache.
enum class Moment : std::uint8_t { keep_still, move, easing_position, breathe_slowly };
inline constexpr int moments = 4;

struct WhatIf {
    Moment moment = Moment::keep_still;
    bool slow_breathing = false; // after the alarm
    double rest_s_per_min = 0;
    double stress_percent = 50;
    double sleep_h = 7.5;
    double signal_h_per_day = 8;

    friend bool operator==(const WhatIf&, const WhatIf&) = default;
};

// "What if it …": one of these at a time, each of which sets what it is about.
enum class Idea : std::uint8_t { moves, breathes, breaks, aches_half, eases };
inline constexpr int ideas = 5, no_idea = -1;

enum class OwnLine : std::uint8_t { none, minute, alarm, hour, weeks };

struct TwoLines {
    std::vector<float> as_answered, what_if;
};

struct OwnBody {
    bool open = false; // its lines are there
    BodySettings answered;
    WhatIf what_if;
    OwnLine line = OwnLine::none; // in view
    int quantity = 0;             // index in own_quantities
    TwoLines minute; // traffic to the brain, of 100: one value each own_minute_sample_s
    TwoLines alarm;  // heart rate, beats a minute: one value each own_alarm_sample_s
    TwoLines hour;   // tired fibres, of 100: one value each own_hour_sample_s
    physiology::WeeksState weeks_start;
    std::vector<physiology::DayValues> weeks;          // eight of them, as what they try has them
    std::vector<physiology::DayValues> weeks_answered; // as the answers have them
};
// Of the most a signal can be: below it, so that moving has room to add. [illustrative]
inline constexpr double usual_ache = 0.6;
inline constexpr double own_minute_s = 60, own_minute_sample_s = 1, own_moment_from_s = 20;
inline constexpr double own_alarm_s = 480, own_alarm_sample_s = 4, own_alarm_from_s = 20;
inline constexpr double own_hour_s = 4500, own_hour_sample_s = 30, own_work_s = 3600;
// The ache then stops in the picture, so that the way back shows.
inline constexpr int own_ache_weeks = 5;
inline constexpr double own_breaks_s_per_min = 5; // that the idea of short breaks sets
inline constexpr std::array<physiology::WeeksQuantity, 2> own_quantities{
    physiology::WeeksQuantity::gain, physiology::WeeksQuantity::cortisol};

WhatIf as_answered(const BodySettings& settings);
// Everything as the answers have it, but for this idea; no_idea: all of it. The lines follow with
// run_line().
void take_up_idea(OwnBody& body, int idea);
// Which idea it is that is tried, and nothing else; no_idea: none of them.
int tried_idea(const OwnBody& body);

// Not in what every visit loads (build-scripts/lib/split.mjs): only the screen of the body, which
// waits for them, leads to them.
// From these answers, with nothing tried yet.
[[gnu::used, gnu::noinline]] OwnBody new_own_body(const assess::Definition& definition,
                                                  const assess::Answers& answers);
// After what they try changed, while the body is open: runs the line that it is seen in, which
// comes into view. None: all of them, and that of the idea comes into view.
[[gnu::used, gnu::noinline]] void run_line(OwnBody& body, OwnLine line);

// The part of the back whose muscle works: the first of their places, from the top.
physiology::BackPart working_part(const BodySettings& settings);

} // namespace tautline::app
