// A hard week: one picture, one caption, and the way on.
#include "view/chapters/chapter.h"
#include "view/chapters/simulations.h"
#include "view/figures/amounts.h"
#include "view/screen/call.h"
#include "view/screens.h"

#include <algorithm>
#include <cmath>
#include <variant>

namespace tautline::view {

namespace {

using app::Control;
using app::Route;
using app::Story;

constexpr float tired_axis = 40; // of 100 fibres: what an hour of light work comes to

std::string scene_key(int scene, std::string_view what) {
    return "story.scene." + std::to_string(scene + 1) + "." + std::string(what);
}

std::string caption(const Builder& build, int scene) {
    return scene == app::story_scenes ? build.word("story.end")
                                      : build.word(scene_key(scene, "caption"));
}

// The part of the line that the scene tells of, and the moments that are named on it.
void set_axis(Trace& trace, const app::Words& words, int number) {
    const app::Scene& scene = app::scene(number);
    const auto mark = [&](double at, std::string label) {
        trace.marks.push_back({narrow(at), std::move(label)});
    };
    if (scene.chapter == Route::chapter_cortisol) {
        trace.to = narrow(scene.until_s / 3600);
        std::erase_if(trace.marks, [&](const TimeMark& at) { return at.at > trace.to; });
    } else if (scene.chapter == Route::chapter_muscles) {
        trace.high = tired_axis;
        trace.to = narrow(scene.until_s);
        std::erase_if(trace.marks, [&](const TimeMark& at) { return at.at > trace.to; });
    } else if (scene.chapter == Route::chapter_alarm) {
        trace.from = 0;
        trace.to = narrow(std::max(app::card_alarm_s + 180, scene.until_s));
        trace.marks.clear();
        const double whole_minutes = std::floor(static_cast<double>(trace.to) / 60) * 60;
        if (scene.until_s > 0 && scene.alarms_s[1] < 0)
            mark(app::card_alarm_s, words.text("figure.mark.worry_stops"));
        else
            mark(0, duration_text(words, 0));
        mark(whole_minutes, duration_text(words, whole_minutes));
    } else if (scene.until_s <= app::gate_window_s) {
        trace.to = narrow(scene.until_s);
        trace.marks.clear();
        for (const double at_s : {0.0, scene.until_s})
            mark(at_s, duration_text(words, at_s));
    } else {
        trace.to = narrow(app::story_quiet_day) + 0.5f;
        trace.marks.clear();
        mark(0.5, words.text("figure.mark.ache_begins"));
        if (scene.from_s > 0) mark(app::story_ache_days, words.text("figure.mark.ache_stops"));
    }
    cut_to_axis(trace);
    trace.now = std::min(trace.now, trace.to);
}

Figure picture_of(const Builder& build) {
    const Story& story = build.state.story;
    const Presence presence = presence_of(build.state);
    const bool over = story.scene == app::story_scenes;
    const auto set = [&](auto figure) {
        if (over) figure.traces.clear();
        for (Trace& trace : figure.traces)
            set_axis(trace, build.library.words, story.scene);
        if (over)
            figure.reading = {};
        else
            figure.reading.note = build.word(scene_key(story.scene, "when"));
        return Figure{std::move(figure)};
    };
    switch (story.chapter) {
    case Route::chapter_muscles:
        return set(muscle_figure(build.library, story.body, presence));
    case Route::chapter_cortisol:
        return set(cortisol_figure(build.library, story.body, presence));
    case Route::chapter_sensitivity:
        return set(sensitivity_figure(build.library, story.body, presence));
    default:
        return set(alarm_figure(build.library, story.body, presence));
    }
}

void build_picture(Builder& build) {
    const auto panel = build.box(Role::group, "story/panel", Look::panel);
    Node& figure = build.leaf(Role::figure, "story/figure", build.word("story.title"));
    figure.label_hidden = true;
    figure.description = caption(build, build.state.story.scene);
    figure.figure = picture_of(build);
    build.paragraph("story/simplified", build.word("figure.simplified"), Look::small);
}

void build_turn(Builder& build) {
    const Story& story = build.state.story;
    const auto at = static_cast<std::uint32_t>(story.scene);
    const bool over = story.scene == app::story_scenes;
    build.button("story/play",
                 build.word(over            ? "story.again"
                            : story.playing ? "control.pause"
                                            : "control.play"),
                 app::Press{Control::story_play_pause}, over ? Look::secondary : Look::primary,
                 over            ? Icon::reset
                 : story.playing ? Icon::pause
                                 : Icon::play);
    const auto turn = build.box(Role::group, "story/turn", Look::plain, Arrange::ends);
    Node& back = build.button("story/back", build.word("nav.back"),
                              app::ShowScene{at > 0 ? at - 1 : 0}, Look::quiet, Icon::back);
    back.disabled = at == 0;
    Node& next = build.button("story/next", build.word("nav.next"), app::ShowScene{at + 1},
                              Look::secondary, Icon::next);
    next.disabled = over;
}

// Where it leads: first to what is asked of everybody.
void build_end(Builder& build) {
    build.link("story/signs", build.word("story.end.signs"), Route::warning_signs, Look::primary,
               Icon::warning);
    const Route first = build.state.decided.onward(Route::chapter_alarm);
    if (first != Route::check)
        build.link("story/chapters", build.word("story.end.chapters"), first, Look::secondary,
                   Icon::next);
    build.link("story/helps", build.word("nav.what_helps"), Route::what_helps, Look::secondary,
               Icon::walk);
}

void build_scene(Builder& build) {
    const Story& story = build.state.story;
    const bool over = story.scene == app::story_scenes;
    if (!over)
        build.paragraph("story/where",
                        build.word("story.where", {{"n", std::to_string(story.scene + 1)},
                                                   {"m", std::to_string(app::story_scenes)}}),
                        Look::eyebrow);
    build.paragraph("story/caption", caption(build, story.scene), Look::words);
    if (over) build_end(build);
}

void build_strip(Builder& build) {
    build.paragraph("story/strip", with_call(build, build.word("story.strip")), Look::small);
}

// All scenes, one below the other.
void build_list(Builder& build) {
    const auto list = build.box(Role::list, "story/scenes");
    for (int scene = 0; scene <= app::story_scenes; ++scene) {
        const std::string key = "story/scene/" + std::to_string(scene + 1);
        const auto item = build.box(Role::item, key);
        const std::string said = caption(build, scene);
        build.paragraph(
            key + "/text",
            scene == app::story_scenes
                ? said
                : build.word("story.line",
                             {{"when", build.word(scene_key(scene, "when"))}, {"text", said}}));
    }
}

} // namespace

void build_story(Builder& build) {
    const bool text = app::shows_text_view(build.library, build.state);
    {
        const auto head = build.box(Role::group, "story/head", Look::plain,
                                    text ? Arrange::stack : Arrange::ends);
        build.heading(1, "title", build.word("story.title"), Look::words);
        if (!text)
            build.button("story/big",
                         build.word(build.state.story.big ? "story.small" : "story.big"),
                         app::Press{Control::story_big}, Look::quiet,
                         build.state.story.big ? Icon::close : Icon::none);
    }
    if (text) {
        build_picture(build);
        build_turn(build);
        build_list(build);
        build_strip(build);
        return build_end(build);
    }
    const auto stage = build.box(Role::section, "story/stage", Look::plain, Arrange::stage,
                                 build.word("story.title"));
    build_picture(build);
    const auto words = build.box(Role::group, "story/card", Look::words);
    build_scene(build);
    build_turn(build);
    // The end has the way to all of the warning signs.
    if (build.state.story.scene < app::story_scenes) build_strip(build);
}

} // namespace tautline::view
