// From a person's own answers to the settings of the simulated body: "How could this work in a
// body?". Says for each setting which answers it came from; what no answer tells stands at the
// model's default and says so. Illustrative, never a prediction, and never shown where the pattern
// is withheld (body_offer).
#pragma once

#include "assess/evaluate.h"
#include "physiology/ensemble.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tautline::app {

// Whether the figure of one's own answers is offered with this result: not without a pattern; with
// care `today` only below the care text.
enum class BodyOffer : std::uint8_t { none, below_care, open };
BodyOffer body_offer(const assess::Result& result);

enum class BodySetting : std::uint8_t {
    places,         // which parts of the back
    weeks_before,   // how long it has been so
    stress,         // of the days
    worry_s,        // how long an alarm lasts
    calm,           // how far calm reaches
    moving,         // what moving does to the tissue's signal
    easing,         // what an easing position does to it
    signal_hours,   // how much of the day the tissue speaks
    sleep_h,        // a night
    rest,           // of the days
    rest_s_per_min, // gaps in a muscle's work
    effort,         // of a muscle's work
};
inline constexpr std::size_t body_setting_count = 12;
std::string_view name(BodySetting setting); // "weeks-before", for the names of words

// Where a setting comes from. No answers: the model's default.
struct SettingOrigin {
    BodySetting setting = BodySetting::places;
    std::vector<assess::AnswerRef> answers; // in page order

    bool is_default() const { return answers.empty(); }
    friend bool operator==(const SettingOrigin&, const SettingOrigin&) = default;
};

// What moving does to the tissue's signal when it clearly hurts more, of the usual. [illustrative]
inline constexpr double clearly_worse_moving = 1.5;

// The defaults are the model's and the chapters' own. Every number that stands for an answer is
// [illustrative].
struct BodySettings {
    std::array<bool, physiology::back_parts> places{true, false, false};
    int weeks_before = 0;
    double stress = 0.5; // 0 to 1
    double worry_s = 60;
    double calm = 0.5; // 0 to 1: BodyInputs::calm when they breathe slowly or find calm
    double moving = 1; // the tissue's signal while moving, of the usual
    double easing = 1; // the tissue's signal in an easing position, of the usual
    double signal_h_per_day = 8;
    double sleep_h = 7.5;
    double rest = 0; // 0 to 1
    double rest_s_per_min = 0;
    double effort_percent = 3;
    std::array<SettingOrigin, body_setting_count> origins; // in the order of BodySetting

    friend bool operator==(const BodySettings&, const BodySettings&) = default;
};

// Whether they said that a position eases it, and that moving clearly makes it worse.
bool a_position_eases(const BodySettings& settings);
bool moving_hurts_more(const BodySettings& settings);

// Reads location, duration, stress-worse, panic-worse, body-alarm, calm-eases, movement and
// position-eases; `unsure` tells nothing. Not the PHQ-4, which a person fills in for another reason
// and which nothing else here reads. Items that a pack lacks tell nothing.
BodySettings body_settings_from_answers(const assess::Definition& definition,
                                        const assess::Answers& answers);

// The same settings as the models take them.
physiology::DayInputs day_of(const BodySettings& settings);
physiology::WeeksBefore before_of(const BodySettings& settings);
physiology::WeeksPlan plan_of(const BodySettings& settings); // eight weeks that go on alike
// At rest, with no alarm and no calm: the figure adds what is happening now.
physiology::BodyInputs body_inputs_of(const BodySettings& settings);

} // namespace tautline::app
