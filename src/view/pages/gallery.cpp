// Every widget in every state, for those who build the page: the first thing to open after changing
// how things look, and what the picture tests walk. Its samples use words that exist for other
// screens.
#include "view/screen/trace_table.h"
#include "view/screens.h"

namespace tautline::view {

namespace {

void build_buttons(Builder& build) {
    const auto row = build.box(Role::group, "gallery/buttons", Look::plain, Arrange::row);
    struct Sample {
        const char* key;
        Look look;
        Icon icon;
        bool disabled;
    };
    for (const Sample& sample : {Sample{"primary", Look::primary, Icon::next, false},
                                 Sample{"secondary", Look::secondary, Icon::check, false},
                                 Sample{"quiet", Look::quiet, Icon::text_view, false},
                                 Sample{"danger", Look::danger, Icon::close, false},
                                 Sample{"icon", Look::icon, Icon::play, false},
                                 Sample{"plain", Look::secondary, Icon::none, false},
                                 Sample{"disabled", Look::primary, Icon::next, true},
                                 Sample{"disabled-secondary", Look::secondary, Icon::none, true}})
        build
            .button(std::string("gallery/button/") + sample.key, build.word("control.play"),
                    app::Action{}, sample.look, sample.icon)
            .disabled = sample.disabled;
}

void build_boxes(Builder& build) {
    const auto grid = build.box(Role::group, "gallery/boxes", Look::plain, Arrange::grid);
    int number = 0;
    for (Look look : {Look::card, Look::emergency, Look::crisis, Look::today, Look::soon,
                      Look::calm, Look::research, Look::why, Look::note}) {
        const std::string key = "gallery/box/" + std::to_string(++number);
        const auto box = build.box(Role::group, key, look);
        build.heading(3, key + "/title", build.word("signs.title"));
        build.paragraph(key + "/text", build.word("home.not_diagnosis"));
    }
}

void build_choices(Builder& build) {
    const auto card = build.box(Role::group, "gallery/choices", Look::card);
    const std::vector<std::string> options{build.word("option.yes"), build.word("option.no"),
                                           build.word("option.unsure")};
    for (Look look : {Look::plain, Look::chip}) {
        const std::string key = look == Look::plain ? "gallery/rows" : "gallery/chips";
        const auto group = build.box(Role::radio_group, key, look,
                                     look == Look::chip ? Arrange::row : Arrange::stack,
                                     build.word("item.chest-pain.short"));
        for (std::size_t i = 0; i < options.size(); ++i) {
            Node& radio = build.leaf(Role::radio, key + "/" + std::to_string(i), options[i]);
            radio.look = look;
            radio.checked = i == 1;
            radio.disabled = i == 2;
        }
    }
    for (bool on : {false, true}) {
        Node& box = build.leaf(Role::checkbox, on ? "gallery/ticked" : "gallery/unticked",
                               build.word("control.slow"));
        box.checked = on;
    }
    for (double value : {0.0, 40.0, 100.0}) {
        Node& slider = build.leaf(Role::slider, "gallery/slider/" + fixed(value, 0),
                                  build.word("control.sensitivity_worry_percent"));
        slider.max = 100;
        slider.step = 10;
        slider.value = static_cast<float>(value);
        slider.value_text = build.word("value.percent", {{"n", fixed(value, 0)}});
    }
    Node& progress = build.leaf(Role::progress, "gallery/progress", build.word("check.title"));
    progress.value = 3;
    progress.max = 12;
    progress.value_text = build.word("check.progress", {{"n", "3"}, {"m", "12"}});
}

} // namespace

void build_gallery(Builder& build) {
    build.heading(1, "title", build.word("gallery.title"));
    build.paragraph("gallery/lead", build.word("home.lead"), Look::lead);
    for (int level = 2; level <= 4; ++level)
        build.heading(level, "gallery/heading/" + std::to_string(level), build.word("home.title"));
    build.paragraph("gallery/eyebrow", chapter_number(build, app::Route::chapter_alarm),
                    Look::eyebrow);
    build.paragraph("gallery/text", build.word("home.lead"));
    build.paragraph("gallery/small", build.word("home.private"), Look::small);
    build.paragraph("gallery/quote", build.word("chapter.alarm.take.text"), Look::quote);
    build_buttons(build);
    build_choices(build);
    build_boxes(build);
    for (const char* key : {"gallery/closed", "gallery/open"}) {
        Node& head =
            build.button(key, build.word("check.why.heading"), app::Toggle{key}, Look::quiet);
        head.expanded = key == std::string_view("gallery/open") ? Expanded::yes : Expanded::no;
    }
    Trace trace;
    trace.label = build.word("figure.trace.heart_rate");
    trace.unit = build.word("figure.trace.heart_rate.unit");
    trace.time_unit = build.word("unit.minutes");
    trace.values = {66, 84, 81, 70, 66};
    build_trace_table(build, "gallery/table", build.word("figure.trace.heart_rate"), {trace});
}

} // namespace tautline::view
