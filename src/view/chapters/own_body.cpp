// "How could this work in a body?": a simulated body set from the answers, four clocks, and what
// someone may try. Says of every setting which answer told it, or that none did.
#include "view/figures/amounts.h"
#include "view/figures/charts.h"
#include "view/screen/answers.h"
#include "view/screen/controls.h"
#include "view/screen/trace_table.h"
#include "view/screens.h"

#include <array>
#include <functional>
#include <span>

namespace tautline::view {

namespace {

using app::BodySetting;
using app::Control;
using app::Route;

std::string of_usual(const Builder& build, double ratio) {
    return build.word("value.of_still", {{"n", whole(ratio * 100)}});
}

std::string hours(const Builder& build, std::string_view key, double value) {
    return build.word(key, {{"n", fixed(value, value == static_cast<int>(value) ? 0 : 1)}});
}

std::string seconds_or_none(const Builder& build, double seconds) {
    return seconds > 0 ? duration_text(build.library.words, seconds) : build.word("value.none");
}

std::string hours_of_ache(const Builder& build, double value) {
    if (value <= 0) return build.word("value.hours_per_day.none");
    if (value == 1) return build.word("value.hours_per_day.one");
    return hours(build, "value.hours_per_day", value);
}

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts)
        all += (all.empty() ? "" : ", ") + part;
    return all;
}

std::string places_text(const Builder& build, const app::BodySettings& settings) {
    constexpr std::string_view names[] = {"option.region.neck_shoulders",
                                          "option.region.upper_back", "option.region.low_back"};
    std::vector<std::string> all;
    for (std::size_t part = 0; part < settings.places.size(); ++part)
        if (settings.places[part]) all.push_back(build.word(names[part]));
    return joined(all);
}

// Its sentences are made of answers, so they are left out where they would be in another language.
bool has_words(const Builder& build) {
    return !build.library.words.is_borrowed("own.title");
}

// What the settings made of it, in words.
std::string value_text(const Builder& build, const app::BodySettings& settings,
                       BodySetting setting) {
    switch (setting) {
    case BodySetting::places:
        return places_text(build, settings);
    case BodySetting::weeks_before:
        return settings.weeks_before > 0
                   ? build.word("value.weeks", {{"n", std::to_string(settings.weeks_before)}})
                   : build.word("value.none");
    case BodySetting::stress:
        return build.word("value.of_100", {{"n", whole(settings.stress * 100)}});
    case BodySetting::worry_s:
        return duration_text(build.library.words, settings.worry_s);
    case BodySetting::calm:
        return build.word("value.of_100", {{"n", whole(settings.calm * 100)}});
    case BodySetting::moving:
        return of_usual(build, settings.moving);
    case BodySetting::easing:
        return of_usual(build, settings.easing);
    case BodySetting::signal_hours:
        return hours_of_ache(build, settings.signal_h_per_day);
    case BodySetting::sleep_h:
        return hours(build, "value.hours_a_night", settings.sleep_h);
    case BodySetting::rest:
        return settings.rest > 0 ? build.word("value.of_100", {{"n", whole(settings.rest * 100)}})
                                 : build.word("value.none");
    case BodySetting::rest_s_per_min:
        return seconds_or_none(build, settings.rest_s_per_min);
    case BodySetting::effort:
        return build.word("value.percent_of_most", {{"n", whole(settings.effort_percent)}});
    }
    return {};
}

// One line a setting: what it is, and which answer told it.
void build_origins(Builder& build, const std::string& key, std::span<const BodySetting> wanted) {
    const app::BodySettings& settings = build.state.own_body.answered;
    std::vector<std::string> lines;
    for (const BodySetting setting : wanted) {
        const app::SettingOrigin& origin = settings.origins[static_cast<std::size_t>(setting)];
        const std::string name = build.word("setting." + std::string(app::name(setting)));
        const std::string value = value_text(build, settings, setting);
        if (origin.is_default()) {
            lines.push_back(
                build.word("own.origin.default", {{"setting", name}, {"value", value}}));
            continue;
        }
        std::string told;
        for (std::size_t i = 0; i < origin.answers.size(); ++i) {
            const std::string& item = build.library.check.items[origin.answers[i].item].id;
            const bool same_item = i > 0 && origin.answers[i - 1].item == origin.answers[i].item;
            if (i > 0) told += same_item ? ", " : "; ";
            if (!same_item) told += build.word("item." + item + ".short") + ": ";
            told += option_words(build, origin.answers[i]);
        }
        lines.push_back(build.word("own.origin.answer",
                                   {{"setting", name}, {"value", value}, {"answer", told}}));
    }
    build.paragraph(key + "/title", build.word("own.origins"), Look::eyebrow);
    build.bullets(key, lines);
}

struct Clock {
    std::string id;
    Accent accent = Accent::sensitivity;
    ChartFigure chart;
    std::string description;
    std::vector<BodySetting> settings;
    std::function<void()> controls;
};

void build_clock(Builder& build, const Clock& clock) {
    const std::string key = "own/" + clock.id, words = "own." + clock.id;
    const std::string title = build.word(words + ".title");
    {
        const auto head = build.box(Role::group, key + "/head");
        build.heading(2, key + "/title", title);
        build.paragraph(key + "/text", build.word(words + ".text"));
    }
    const auto section = build.box(Role::section, key, Look::plain, Arrange::split, title);
    {
        const auto panel = build.box(Role::group, key + "/panel", Look::panel);
        build.screen.nodes.back().accent = clock.accent;
        Node& figure = build.leaf(Role::figure, key + "/figure", title);
        figure.label_hidden = true;
        figure.description = clock.description;
        figure.figure = clock.chart;
        figure.accent = clock.accent;
    }
    {
        const auto controls = build.box(Role::group, key + "/controls", Look::controls,
                                        Arrange::stack, build.word("own.what_if"));
        build.screen.nodes.back().accent = clock.accent;
        build.paragraph(key + "/what-if", build.word("own.what_if"), Look::eyebrow);
        clock.controls();
    }
    const auto told = build.box(Role::group, key + "/told");
    build.paragraph(key + "/describe", clock.description, Look::note);
    if (build.disclosure(key + "/table", build.word("chapter.table")))
        build_trace_table(build, key + "/table/values", title, clock.chart.traces);
    build_origins(build, key + "/origins", clock.settings);
}

void build_places(Builder& build) {
    const app::OwnBody& body = build.state.own_body;
    const auto box = build.box(Role::section, "own/start", Look::note, Arrange::stack,
                               build.word("own.start.title"));
    build.heading(2, "own/start/title", build.word("own.start.title"));
    build.paragraphs("own/start/text", "own.start.text");
    constexpr std::array first{BodySetting::places, BodySetting::weeks_before};
    build_origins(build, "own/start/origins", first);
    if (!(app::as_answered(body.answered) == body.what_if))
        build.button("control/own_as_answered", build.word("control.own_as_answered"),
                     app::Press{Control::own_as_answered}, Look::secondary, Icon::reset);
}

void build_clocks(Builder& build) {
    const app::OwnBody& body = build.state.own_body;
    const app::Words& words = build.library.words;
    const app::WhatIf& what_if = body.what_if;
    build_clock(build,
                {"minute",
                 Accent::sensitivity,
                 own_minute_chart(words, body),
                 describe_own_minute(words, body),
                 {BodySetting::moving, BodySetting::easing, BodySetting::calm},
                 [&] { choice(build, Control::own_moment, build.list("option.own_moment")); }});
    build_clock(build, {"alarm",
                        Accent::alarm,
                        own_alarm_chart(words, body),
                        describe_own_alarm(words, body),
                        {BodySetting::worry_s},
                        [&] { on_off(build, Control::own_slow_breathing); }});
    build_clock(build, {"hour",
                        Accent::muscles,
                        own_hour_chart(words, body),
                        describe_own_hour(words, body),
                        {BodySetting::effort, BodySetting::rest_s_per_min},
                        [&] {
                            slider(build, Control::own_rest_s_per_min,
                                   seconds_or_none(build, what_if.rest_s_per_min));
                        }});
    build_clock(
        build,
        {"weeks",
         Accent::cortisol,
         own_weeks_chart(words, body),
         describe_own_weeks(words, body),
         {BodySetting::stress, BodySetting::sleep_h, BodySetting::signal_hours, BodySetting::rest},
         [&] {
             choice(build, Control::own_quantity, build.list("option.own_quantity"));
             slider(build, Control::own_stress_percent,
                    build.word("value.of_100", {{"n", whole(what_if.stress_percent)}}));
             slider(build, Control::own_sleep_h,
                    hours(build, "value.hours_a_night", what_if.sleep_h));
             slider(build, Control::own_signal_h_per_day,
                    hours_of_ache(build, what_if.signal_h_per_day));
         }});
}

} // namespace

void build_own_body(Builder& build) {
    build.heading(1, "title", build.word("own.title"));
    if (!build.state.own_body.open || !has_words(build)) {
        build.paragraphs("own/none", "own.none");
        const auto onward = build.box(Role::group, "own/onward", Look::plain, Arrange::row);
        build.link("own/check", build.word("home.check.title"), Route::check, Look::primary,
                   Icon::check);
        build.link("own/signs", build.word("nav.warning_signs"), Route::warning_signs,
                   Look::secondary, Icon::warning);
        return;
    }
    build.paragraph("own/lead", build.word("own.lead"), Look::lead);
    build_places(build);
    build_clocks(build);
    {
        const auto limits = build.box(Role::section, "own/limits", Look::note, Arrange::stack,
                                      build.word("chapter.part.limits"));
        build.heading(2, "own/limits/title", build.word("chapter.part.limits"));
        build.bullets("own/limits/points", "own.limits");
    }
    const auto onward = build.box(Role::group, "own/onward", Look::plain, Arrange::row);
    build.link("own/result", build.word("own.result"), Route::result, Look::primary, Icon::back);
    build.link("own/helps", build.word("nav.what_helps"), Route::what_helps, Look::secondary,
               Icon::breath);
}

void build_own_body_offer(Builder& build, const assess::Result& result) {
    if (app::body_offer(result) == app::BodyOffer::none || !has_words(build)) return;
    build.link("result/own-body/open", build.word("own.title"), Route::own_body, Look::secondary,
               Icon::body);
    build.paragraph("result/own-body/text", build.word("result.own_body.text"), Look::small);
}

} // namespace tautline::view
