// Chapter 5: a back one touches. A place, or a feeling, and beside it stands what people say of it,
// what else it can be, and what to do.
#include "app/chapters/chapters.h"
#include "view/chapters/chapter.h"
#include "view/screen/drawer.h"
#include "view/screens.h"

namespace tautline::view {

namespace {

using app::Control;

// Something to touch.
struct Topic {
    std::string id, key, name;     // id: of the option of the self-check
    std::vector<std::string> says; // what people feel, what else it can be, what to do
    int number = 0;                // of Control::feel_topic

    app::Action action() const { return app::Set{Control::feel_topic, static_cast<float>(number)}; }
};

// A pack's own places and feelings have no words here.
std::vector<Topic> topics_of(const Builder& build, std::string_view item, std::string_view kind,
                             int first) {
    std::vector<Topic> topics;
    const auto index = build.library.check.item_index(item);
    if (!index) return topics;
    const auto& options = build.library.check.items[*index].options;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const std::string key = std::string(kind) + "/" + options[i].id;
        const std::string words = "chapter.feel." + std::string(kind) + "." + options[i].id;
        if (build.has(words))
            topics.push_back(
                {options[i].id, key, {}, build.list(words), first + static_cast<int>(i)});
    }
    return topics;
}

std::vector<Topic> places_of(const Builder& build) {
    std::vector<Topic> places = topics_of(build, "location", "place", 0);
    for (Topic& place : places)
        place.name = build.word("item.location.option." + place.id);
    return places;
}

std::vector<Topic> feelings_of(const Builder& build) {
    std::vector<Topic> feelings = topics_of(build, "feel", "feeling", app::first_feeling);
    for (Topic& feeling : feelings) {
        feeling.name = feeling.says.front();
        feeling.says.erase(feeling.says.begin());
    }
    return feelings;
}

void build_says(Builder& build, const Topic& topic, const std::string& key, Role role) {
    for (std::size_t i = 0; i < topic.says.size(); ++i)
        build.leaf(role, key + "/" + std::to_string(i + 1), topic.says[i]).look =
            i + 1 == topic.says.size() ? Look::note : Look::plain;
}

void build_map(Builder& build, const std::vector<Topic>& places, bool touched) {
    const auto panel = build.box(Role::group, "chapter/panel", Look::panel, Arrange::stack,
                                 build.word("item.location.question"));
    build.screen.nodes.back().accent = Accent::feel;
    BodyMapFigure map;
    for (const Topic& place : places) {
        map.labels.resize(static_cast<std::size_t>(place.number) + 1);
        map.labels.back() = place.name;
    }
    make_paintable(build, map.labels);
    const int spot = build.state.feel_spot;
    if (spot >= 0 && spot < app::no_feeling) map.chosen = 1u << spot;
    map.asks = touched;
    Node& figure = build.leaf(Role::figure, "figure", build.word("check.body_map"));
    figure.label_hidden = true;
    figure.description = build.word("chapter.feel.figure.summary");
    figure.figure = std::move(map);
    std::vector<SpotButton> buttons;
    for (const Topic& place : places)
        buttons.push_back(
            {place.key, place.name, place.action(), spot == place.number, place.number});
    if (touched) build_spots(build, "places", buttons);
    build.paragraph("chapter/simplified", build.word("figure.simplified"), Look::small);
}

void build_tabs(Builder& build, bool feelings) {
    const auto tabs = build.box(Role::group, "feel/tabs", Look::plain, Arrange::row,
                                build.word("chapter.feel.tabs.name"));
    const auto names = build.list("chapter.feel.tabs");
    for (std::size_t i = 0; i < 2 && i < names.size(); ++i) {
        Node& tab = build.button(
            "feel/tab/" + std::to_string(i + 1), names[i],
            app::Set{Control::feel_topic, static_cast<float>(i == 0 ? -1 : app::no_feeling)},
            Look::chip);
        tab.current = feelings == (i == 1);
    }
}

void build_card(Builder& build, const std::vector<Topic>& topics, bool feelings) {
    const auto card = build.box(Role::group, "card", Look::words, Arrange::stack,
                                build.word("chapter.feel.card"));
    build.screen.nodes.back().accent = Accent::feel;
    build_tabs(build, feelings);
    if (feelings) {
        const auto row = build.box(Role::group, "feelings", Look::plain, Arrange::row,
                                   build.word("item.feel.question"));
        for (const Topic& topic : topics)
            build.button(topic.key, topic.name, topic.action(), Look::chip).current =
                build.state.feel_spot == topic.number;
    }
    const Topic* touched = nullptr;
    for (const Topic& topic : topics)
        if (topic.number == build.state.feel_spot) touched = &topic;
    if (touched)
        build_says(build, *touched, "feel/says", Role::status);
    else
        build.paragraph("feel/none",
                        build.word(feelings ? "chapter.feel.feelings" : "chapter.feel.places"),
                        Look::words);
    const bool in_place = drawers_open_in_place(build);
    const auto turn =
        build.box(Role::group, "card/turn", Look::plain, in_place ? Arrange::stack : Arrange::ends);
    if (in_place) // where nothing is touched
        build_drawer(build, "drawer/all", build.word("chapter.feel.all"),
                     [&build] { build_every_feeling(build); });
    build_sure_drawer(build, "feel", 2);
    build_next_chapter(build);
}

} // namespace

void build_every_feeling(Builder& build) {
    for (const auto& topics : {places_of(build), feelings_of(build)})
        for (const Topic& topic : topics) {
            const std::string key = "all/" + topic.key;
            build.heading(2, key, topic.name);
            build_says(build, topic, key, Role::paragraph);
        }
}

void build_feel(Builder& build) {
    build_chapter_head(build, "feel", Accent::feel);
    const bool feelings = build.state.feel_spot >= app::no_feeling;
    const std::vector<Topic> places = places_of(build);
    const auto stage = build.box(Role::section, "chapter/stage", Look::plain, Arrange::stage,
                                 build.word("chapter.stage"));
    build_map(build, places, !feelings);
    build_card(build, feelings ? feelings_of(build) : places, feelings);
}

} // namespace tautline::view
