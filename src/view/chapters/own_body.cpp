// "How could this work in a body?": a simulated body set from the answers, and one "what if" at a
// time, told in a picture and a sentence. All else stands in drawers; they say of every setting
// which answer told it, or that none did.
#include "view/figures/amounts.h"
#include "view/figures/own_lines.h"
#include "view/screen/answers.h"
#include "view/screen/controls.h"
#include "view/screen/drawer.h"
#include "view/screen/trace_table.h"
#include "view/screens.h"

#include <string>
#include <vector>

namespace tautline::view {

namespace {

using app::BodySetting;
using app::Control;
using app::OwnLine;
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
void build_origins(Builder& build) {
    const app::BodySettings& settings = build.state.own_body.answered;
    std::vector<std::string> lines;
    for (const app::SettingOrigin& origin : settings.origins) {
        const std::string name = build.word("setting." + std::string(app::name(origin.setting)));
        const std::string value = value_text(build, settings, origin.setting);
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
    build.bullets("own/origins", lines);
}

// What the sentence is about the line in view.
std::string_view sentence_key(const app::OwnBody& body) {
    const OwnNumbers numbers = own_numbers(body);
    if (numbers.now == numbers.before) return "own.say.same";
    switch (body.line) {
    case OwnLine::alarm:
        return "own.say.breathe.alarm";
    case OwnLine::hour:
        return "own.say.breaks";
    case OwnLine::weeks:
        return body.quantity == 0 ? "own.say.weeks.ache" : "own.say.weeks.cortisol";
    default:
        break;
    }
    // In this model nothing that can be tried adds to the ache: moving closes the gate by more than it
    // sends (tests/view/own_body_spec.cpp).
    // They said that moving hurts more: a model in which it eases must not talk them out of it.
    const bool against =
        body.what_if.moment == app::Moment::move && moving_hurts_more(body.answered);
    return against ? "own.say.moves.but" : "own.say.less";
}

// What changed, in a sentence; empty while nothing has been tried.
std::string sentence(const Builder& build) {
    const app::OwnBody& body = build.state.own_body;
    if (body.line == OwnLine::none) return {};
    const OwnNumbers numbers = own_numbers(body);
    return build.word(sentence_key(body),
                      {{"now", whole(numbers.now)}, {"before", whole(numbers.before)}});
}

void build_own_picture(Builder& build) {
    const app::OwnBody& body = build.state.own_body;
    const auto panel = build.box(Role::group, "own/panel", Look::panel);
    build.screen.nodes.back().accent = Accent::check;
    Node& figure = build.leaf(Role::figure, "own/figure", build.word("home.figure.name"));
    figure.label_hidden = true;
    figure.description = build.word("own.figure.summary");
    figure.figure = own_figure(build.library.words, body);
    figure.accent = Accent::check;
    build.paragraph("own/simplified", build.word("figure.simplified"), Look::small);
}

// A position that eases is an idea only for who said that there is one.
void build_ideas(Builder& build) {
    const app::OwnBody& body = build.state.own_body;
    const std::string key = "control/own_what_if";
    const auto group =
        build.box(Role::radio_group, key, Look::chip, Arrange::row, build.word("own.what_if"));
    const std::vector<std::string> options = build.list("own.what_if.options");
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (i == static_cast<std::size_t>(app::Idea::eases) &&
            !app::a_position_eases(body.answered))
            continue;
        Node& radio = build.leaf(Role::radio, key + "/" + std::to_string(i), options[i]);
        radio.look = Look::chip;
        radio.checked = app::tried_idea(body) == static_cast<int>(i);
        radio.action = app::Set{Control::own_what_if, static_cast<float>(i)};
    }
}

// What else can be changed, and what it does: a drawer lies over the picture.
void build_more(Builder& build) {
    const app::OwnBody& body = build.state.own_body;
    const app::WhatIf& what_if = body.what_if;
    slider(build, Control::own_rest_s_per_min, seconds_or_none(build, what_if.rest_s_per_min));
    slider(build, Control::own_stress_percent,
           build.word("value.of_100", {{"n", whole(what_if.stress_percent)}}));
    slider(build, Control::own_sleep_h, hours(build, "value.hours_a_night", what_if.sleep_h));
    slider(build, Control::own_signal_h_per_day, hours_of_ache(build, what_if.signal_h_per_day));
    choice(build, Control::own_quantity, build.list("option.own_quantity"));
    if (const std::string told = sentence(build); !told.empty())
        build.paragraph("own/more/say", told);
    if (!(app::as_answered(body.answered) == what_if))
        build.button("control/own_as_answered", build.word("control.own_as_answered"),
                     app::Press{Control::own_as_answered}, Look::secondary, Icon::reset);
}

void build_drawers(Builder& build) {
    const auto row = build.box(Role::group, "own/drawers", Look::plain,
                               drawers_open_in_place(build) ? Arrange::stack : Arrange::row);
    build_drawer(build, "drawer/sure", build.word("drawer.sure"),
                 [&build] { build.bullets("own/limits", "own.limits"); });
    build_drawer(build, "drawer/numbers", build.word("drawer.numbers"),
                 [&build] { build_own_numbers(build); });
    build_drawer(build, "drawer/start", build.word("own.start.title"),
                 [&build] { build_own_start(build); });
}

void build_no_body(Builder& build) {
    build.paragraphs("own/none", "own.none");
    const auto onward = build.box(Role::group, "own/onward", Look::plain, Arrange::row);
    build.link("own/check", build.word("home.check.title"), Route::check, Look::primary,
               Icon::check);
    build.link("own/signs", build.word("nav.warning_signs"), Route::warning_signs, Look::secondary,
               Icon::warning);
}

} // namespace

void build_own_start(Builder& build) {
    build.paragraphs("own/start/text", "own.start.text");
    build_origins(build);
    if (build.disclosure("own/more", build.word("own.more"))) build_more(build);
}

// Every number of this body, as what is tried has it, and the line in view as a table.
void build_own_numbers(Builder& build) {
    const app::OwnBody& body = build.state.own_body;
    const auto told = [&](std::string_view key, OwnLine line, int quantity = 0) {
        const OwnNumbers numbers = own_numbers(body, line, quantity);
        return build.word(key,
                          {{"now", whole(numbers.now)},
                           {"later", whole(numbers.later)},
                           {"worry", duration_text(build.library.words, body.answered.worry_s)}});
    };
    build.bullets("own/numbers", {told("describe.own.minute", OwnLine::minute),
                                  told("describe.own.alarm", OwnLine::alarm),
                                  told("describe.own.hour", OwnLine::hour),
                                  told("describe.own.weeks.gain", OwnLine::weeks),
                                  told("describe.own.weeks.cortisol", OwnLine::weeks, 1)});
    const AlarmFigure figure = own_figure(build.library.words, body);
    if (figure.traces.empty()) return;
    std::vector<Trace> lines = figure.traces;
    lines.front().unit = figure.reading.unit;
    if (!lines.front().compare.empty()) {
        lines.push_back(lines.front());
        std::swap(lines.back().values, lines.back().compare);
        lines.back().label = lines.back().compare_label;
    }
    build_trace_table(build, "own/numbers/table", build.word(own_line_key(body)), lines);
}

void build_own_body(Builder& build) {
    build.heading(1, "title", build.word("own.title"), Look::words);
    if (!build.state.own_body.open || !has_words(build)) return build_no_body(build);
    const auto stage =
        build.box(Role::section, "own/stage", Look::plain, Arrange::split, build.word("own.title"));
    build_own_picture(build);
    const auto card = build.box(Role::group, "own/card", Look::controls);
    build.screen.nodes.back().accent = Accent::check;
    const std::string told = sentence(build);
    if (told.empty())
        build.paragraph("own/lead", build.word("own.lead"), Look::lead);
    else
        build.paragraph("own/say", told, Look::lead);
    build_ideas(build);
    if (!told.empty()) build.paragraph("own/note", build.word("own.lead"), Look::small);
    build_drawers(build);
    build.link("own/result", build.word("own.result"), Route::result, Look::primary, Icon::back);
}

std::string heard_own_body(const Screen& screen) {
    for (const std::string_view key : {"own/say", "own/lead"})
        if (const Node* node = find(screen, key)) return node->label;
    return {};
}

void build_own_body_offer(Builder& build, const assess::Result& result) {
    if (app::body_offer(result) == app::BodyOffer::none || !has_words(build)) return;
    build.link("result/own-body/open", build.word("own.title"), Route::own_body, Look::secondary,
               Icon::body);
    if (!build.state.host.lacks_words)
        build.paragraph("result/own-body/text", build.word("result.own_body.text"), Look::small);
}

} // namespace tautline::view
