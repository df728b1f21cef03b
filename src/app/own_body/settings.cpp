#include "app/own_body/settings.h"

#include <algorithm>
#include <optional>

namespace tautline::app {

namespace {

using assess::AnswerRef;

struct Told {
    std::string_view option;
    double value;
};

// Reads answers by id, and remembers for each setting which told it.
struct Reader {
    const assess::Definition& definition;
    const assess::Answers& answers;
    BodySettings& settings;

    void came_from(BodySetting setting, const AnswerRef& answer) {
        settings.origins[static_cast<std::size_t>(setting)].answers.push_back(answer);
    }

    // The option of this item when it is chosen.
    std::optional<AnswerRef> chosen(std::string_view item_id, std::string_view option_id) const {
        const auto item = definition.item_index(item_id);
        if (!item) return std::nullopt;
        const auto option = definition.items[*item].option_index(option_id);
        if (!option || *item >= answers.chosen.size() ||
            (answers.chosen[*item] >> *option & 1u) == 0) {
            return std::nullopt;
        }
        return AnswerRef{*item, *option};
    }

    // What one item tells of a setting, if anything.
    std::optional<double> tells(BodySetting setting, std::string_view item,
                                std::initializer_list<Told> all) {
        for (const Told& told : all) {
            if (const auto answer = chosen(item, told.option)) {
                came_from(setting, *answer);
                return told.value;
            }
        }
        return std::nullopt;
    }
};

void read_places(Reader& read) {
    using enum physiology::BackPart;
    constexpr struct {
        std::string_view option;
        physiology::BackPart part;
    } places[] = {
        {"neck", neck_shoulders},          {"shoulders", neck_shoulders},
        {"between-shoulders", upper_back}, {"upper-back", upper_back},
        {"mid-back", upper_back},          {"low-back", low_back},
    };
    std::array<bool, physiology::back_parts> told{};
    for (const auto& place : places) {
        if (const auto answer = read.chosen("location", place.option)) {
            told[static_cast<std::size_t>(place.part)] = true;
            read.came_from(BodySetting::places, *answer);
        }
    }
    // An arm or a leg alone says nothing about the back's muscles.
    if (told != std::array<bool, physiology::back_parts>{}) read.settings.places = told;
}

} // namespace

BodyOffer body_offer(const assess::Result& result) {
    if (result.pattern == assess::Pattern::withheld ||
        result.pattern == assess::Pattern::not_enough || result.care > assess::Tier::today) {
        return BodyOffer::none;
    }
    return result.care == assess::Tier::today ? BodyOffer::below_care : BodyOffer::open;
}

std::string_view name(BodySetting setting) {
    constexpr std::string_view names[] = {
        "places", "weeks-before", "stress", "worry", "calm",      "moving",
        "easing", "signal-hours", "sleep",  "rest",  "rest-gaps", "effort",
    };
    static_assert(std::size(names) == body_setting_count);
    return names[static_cast<std::size_t>(setting)];
}

BodySettings body_settings_from_answers(const assess::Definition& definition,
                                        const assess::Answers& answers) {
    BodySettings settings;
    for (std::size_t i = 0; i < body_setting_count; ++i)
        settings.origins[i].setting = static_cast<BodySetting>(i);
    Reader read{definition, answers, settings};

    read_places(read);
    // Under 6 weeks, 6 weeks to 3 months, 3 months or more: a time within each.
    settings.weeks_before = static_cast<int>(read.tells(BodySetting::weeks_before, "duration",
                                                        {{"days", 3}, {"weeks", 9}, {"months", 16}})
                                                 .value_or(settings.weeks_before));
    settings.stress = read.tells(BodySetting::stress, "stress-worse",
                                 {{"often", 0.8}, {"sometimes", 0.5}, {"no", 0.2}})
                          .value_or(settings.stress);
    // Two items tell how long alarms last; the longer counts.
    double longest_s = 0;
    for (std::string_view item : {"panic-worse", "body-alarm"}) {
        longest_s = std::max(longest_s, read.tells(BodySetting::worry_s, item,
                                                   {{"often", 180}, {"sometimes", 60}, {"no", 15}})
                                            .value_or(0));
    }
    if (longest_s > 0) settings.worry_s = longest_s;
    settings.calm = read.tells(BodySetting::calm, "calm-eases",
                               {{"often", 0.8}, {"sometimes", 0.5}, {"no", 0.2}})
                        .value_or(settings.calm);
    settings.moving =
        read.tells(BodySetting::moving, "movement",
                   {{"clearly-worse", clearly_worse_moving}, {"sometimes", 1.2}, {"same-still", 1}})
            .value_or(settings.moving);
    settings.easing = read.tells(BodySetting::easing, "position-eases", {{"yes", 0.6}, {"no", 1}})
                          .value_or(settings.easing);
    return settings;
}

bool a_position_eases(const BodySettings& settings) {
    return settings.easing < 1;
}

bool moving_hurts_more(const BodySettings& settings) {
    return settings.moving >= clearly_worse_moving;
}

physiology::DayInputs day_of(const BodySettings& settings) {
    return {.load = {.stress = settings.stress, .sleep_h = settings.sleep_h, .rest = settings.rest},
            .signal_h_per_day = settings.signal_h_per_day};
}

physiology::WeeksBefore before_of(const BodySettings& settings) {
    return {day_of(settings), settings.weeks_before};
}

physiology::WeeksPlan plan_of(const BodySettings& settings) {
    physiology::WeeksPlan plan;
    plan.fill(day_of(settings));
    return plan;
}

physiology::BodyInputs body_inputs_of(const BodySettings& settings) {
    physiology::BodyInputs inputs{.stress = settings.stress,
                                  .sleep_h = settings.sleep_h,
                                  .rest = settings.rest,
                                  .rest_s_per_min = settings.rest_s_per_min};
    for (std::size_t i = 0; i < physiology::back_parts; ++i)
        if (settings.places[i]) inputs.effort_fraction[i] = settings.effort_percent / 100;
    return inputs;
}

} // namespace tautline::app
