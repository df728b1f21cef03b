// From a person's answers to the simulated body, each setting with the answer it came from.
#include "app/chapters/chapters.h"
#include "app/own_body/settings.h"
#include "support/shipped_library.h"

#include <catch_amalgamated.hpp>
#include <initializer_list>
#include <string>
#include <utility>

using namespace tautline;
using app::BodySetting;

namespace {

const assess::Definition& check = test::shipped_library().check;

using Given = std::initializer_list<std::pair<const char*, const char*>>;

assess::AnswerRef ref(const char* item, const char* option) {
    const auto at = check.item_index(item);
    REQUIRE(at.has_value());
    const auto chosen = check.items[*at].option_index(option);
    REQUIRE(chosen.has_value());
    return {*at, *chosen};
}

assess::Answers answers(Given given) {
    assess::Answers all = assess::no_answers(check);
    for (const auto& [item, option] : given) {
        const assess::AnswerRef answer = ref(item, option);
        all = assess::with_answer(check, all, answer.item, *answer.option);
    }
    return all;
}

app::BodySettings settings(Given given) {
    return app::body_settings_from_answers(check, answers(given));
}

const app::SettingOrigin& origin(const app::BodySettings& all, BodySetting setting) {
    return all.origins[static_cast<std::size_t>(setting)];
}

} // namespace

TEST_CASE("Without answers every setting is the model's default and says so",
          "[app][body-settings]") {
    const app::BodySettings none = settings({});
    for (std::size_t i = 0; i < app::body_setting_count; ++i) {
        CHECK(none.origins[i].setting == static_cast<BodySetting>(i));
        CHECK(none.origins[i].is_default());
        CHECK_FALSE(app::name(none.origins[i].setting).empty());
    }
    CHECK(none.sleep_h == physiology::LoadInputs{}.sleep_h);
    CHECK(none.rest == physiology::LoadInputs{}.rest);
    CHECK(none.worry_s == app::AlarmChapter{}.worry_s);
    CHECK(none.effort_percent == app::MuscleChapter{}.effort_percent);
    CHECK(none.rest_s_per_min == app::MuscleChapter{}.rest_s_per_min);
    CHECK(none.signal_h_per_day == app::SensitivityChapter{}.hours_per_day);
}

TEST_CASE("Each answer sets its own setting, names itself, and moves nothing else",
          "[app][body-settings]") {
    struct Row {
        const char* item;
        const char* option;
        BodySetting setting;
    };
    const app::BodySettings none = settings({});
    for (const Row& row : {
             Row{"duration", "days", BodySetting::weeks_before},
             {"duration", "months", BodySetting::weeks_before},
             {"stress-worse", "often", BodySetting::stress},
             {"stress-worse", "no", BodySetting::stress},
             {"panic-worse", "often", BodySetting::worry_s},
             {"body-alarm", "no", BodySetting::worry_s},
             {"calm-eases", "often", BodySetting::calm},
             {"calm-eases", "no", BodySetting::calm},
             {"movement", "clearly-worse", BodySetting::moving},
             {"position-eases", "yes", BodySetting::easing},
             {"location", "low-back", BodySetting::places},
         }) {
        INFO(row.item << " = " << row.option);
        app::BodySettings now = settings({{row.item, row.option}});
        REQUIRE(origin(now, row.setting).answers.size() == 1);
        CHECK(origin(now, row.setting).answers[0] == ref(row.item, row.option));
        now.origins = none.origins;
        CHECK_FALSE(now == none);
        switch (row.setting) { // put the one setting back: the rest must be untouched
        case BodySetting::weeks_before:
            now.weeks_before = none.weeks_before;
            break;
        case BodySetting::stress:
            now.stress = none.stress;
            break;
        case BodySetting::worry_s:
            now.worry_s = none.worry_s;
            break;
        case BodySetting::calm:
            now.calm = none.calm;
            break;
        case BodySetting::moving:
            now.moving = none.moving;
            break;
        case BodySetting::easing:
            now.easing = none.easing;
            break;
        default:
            now.places = none.places;
        }
        CHECK(now == none);
    }
}

TEST_CASE("An answer of not sure tells nothing, so the default stays and says so",
          "[app][body-settings]") {
    const app::BodySettings unsure = settings({{"stress-worse", "unsure"},
                                               {"panic-worse", "unsure"},
                                               {"body-alarm", "unsure"},
                                               {"calm-eases", "unsure"},
                                               {"movement", "unsure"},
                                               {"position-eases", "unsure"}});
    CHECK(unsure == settings({}));
}

TEST_CASE("More stress told is more stress set; the answers' order keeps", "[app][body-settings]") {
    CHECK(settings({{"stress-worse", "no"}}).stress <
          settings({{"stress-worse", "sometimes"}}).stress);
    CHECK(settings({{"stress-worse", "sometimes"}}).stress <
          settings({{"stress-worse", "often"}}).stress);
    CHECK(settings({{"duration", "days"}}).weeks_before < 6);
    CHECK(settings({{"duration", "weeks"}}).weeks_before >= 6);
    CHECK(settings({{"duration", "weeks"}}).weeks_before < 13);
    CHECK(settings({{"duration", "months"}}).weeks_before >= 13);
    // Two items tell of alarms; the one that says more counts, and both are named.
    const app::BodySettings both = settings({{"panic-worse", "no"}, {"body-alarm", "often"}});
    CHECK(both.worry_s == settings({{"body-alarm", "often"}}).worry_s);
    CHECK(origin(both, BodySetting::worry_s).answers.size() == 2);
}

TEST_CASE("Places are the back's; an arm or a leg alone leaves the default",
          "[app][body-settings]") {
    const app::BodySettings wide =
        settings({{"location", "neck"}, {"location", "shoulders"}, {"location", "low-back"}});
    CHECK(wide.places == std::array{true, false, true});
    CHECK(origin(wide, BodySetting::places).answers.size() == 3);
    CHECK(settings({{"location", "mid-back"}}).places == std::array{false, true, false});
    const app::BodySettings leg = settings({{"location", "leg"}});
    CHECK(leg.places == settings({}).places);
    CHECK(origin(leg, BodySetting::places).is_default());
}

TEST_CASE("Warning signs, age and the mood questions set nothing", "[app][body-settings]") {
    for (std::size_t item = 0; item < check.items.size(); ++item) {
        if (check.items[item].group == assess::Group::pattern) continue;
        if (check.items[item].id == "duration") continue;
        for (std::size_t option = 0; option < check.items[item].options.size(); ++option) {
            INFO(check.items[item].id);
            const assess::Answers one =
                assess::with_answer(check, assess::no_answers(check), item, option);
            CHECK(app::body_settings_from_answers(check, one) == settings({}));
        }
    }
}

TEST_CASE("A pack without the usual items tells nothing and breaks nothing",
          "[app][body-settings]") {
    CHECK(app::body_settings_from_answers({}, {}) == settings({}));
    assess::Answers short_list;
    short_list.chosen = {1};
    CHECK(app::body_settings_from_answers(check, short_list) == settings({}));
}

TEST_CASE("The figure of one's own answers is offered only beside a pattern",
          "[app][body-settings]") {
    using assess::Pattern;
    using assess::Tier;
    const auto offer = [](Pattern pattern, Tier care) {
        assess::Result result;
        result.pattern = pattern;
        result.care = care;
        return app::body_offer(result);
    };
    for (Tier care : {Tier::none, Tier::soon, Tier::today, Tier::crisis, Tier::emergency}) {
        CHECK(offer(Pattern::withheld, care) == app::BodyOffer::none);
        CHECK(offer(Pattern::not_enough, care) == app::BodyOffer::none);
    }
    for (Pattern pattern :
         {Pattern::nerve_like, Pattern::mixed, Pattern::tension_like, Pattern::movement_linked}) {
        CHECK(offer(pattern, Tier::none) == app::BodyOffer::open);
        CHECK(offer(pattern, Tier::soon) == app::BodyOffer::open);
        CHECK(offer(pattern, Tier::today) == app::BodyOffer::below_care);
        // Not a state that the rules can reach; if it were, care would still come first.
        CHECK(offer(pattern, Tier::crisis) == app::BodyOffer::none);
        CHECK(offer(pattern, Tier::emergency) == app::BodyOffer::none);
    }
}

TEST_CASE("The settings reach the models", "[app][body-settings]") {
    const app::BodySettings told =
        settings({{"location", "low-back"}, {"stress-worse", "often"}, {"duration", "weeks"}});
    const physiology::BodyInputs inputs = app::body_inputs_of(told);
    CHECK(inputs.stress == told.stress);
    CHECK(inputs.sleep_h == told.sleep_h);
    CHECK(inputs.effort_fraction == std::array{0.0, 0.0, 0.03});
    CHECK(inputs.alarm == 0);
    CHECK(app::before_of(told).weeks == told.weeks_before);
    CHECK(app::before_of(told).day.load.stress == told.stress);
    for (const physiology::DayInputs& week : app::plan_of(told)) {
        CHECK(week == app::day_of(told));
        CHECK(week.signal_h_per_day == told.signal_h_per_day);
    }
}
