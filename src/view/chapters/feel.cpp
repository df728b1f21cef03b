// Chapter 5, what you feel.
#include "view/chapters/reading.h"
#include "view/screen/controls.h"
#include "view/screens.h"

namespace tautline::view {

namespace {

using app::Control;
using app::Route;

// The back with the places of the self-check: touch one, and read what the article and the warning
// signs say of it.
void build_places(Builder& build) {
    const auto index = build.library.check.item_index("location");
    if (!index) return;
    const assess::Item& places = build.library.check.items[*index];
    const auto split = build.box(Role::group, "feel/places", Look::plain, Arrange::split);
    const int chosen = build.state.feel_spot;
    BodyMapFigure map;
    map.highlighted = chosen;
    std::vector<std::string> names;
    for (const assess::Option& option : places.options)
        names.push_back(build.word("item.location.option." + option.id));
    map.labels = names;
    make_paintable(build, map.labels);
    {
        const auto panel = build.box(Role::group, "feel/panel", Look::panel);
        Node& figure = build.leaf(Role::figure, "figure", build.word("check.body_map"));
        figure.label_hidden = true;
        figure.description = build.word("chapter.feel.figure.summary");
        figure.figure = std::move(map);
        for (std::size_t i = 0; i < names.size(); ++i) {
            Node& hotspot = build.leaf(Role::hotspot, "figure/" + places.options[i].id);
            hotspot.spot = static_cast<int>(i);
            hotspot.action = app::Set{Control::feel_topic, static_cast<float>(i)};
        }
    }
    const auto controls = build.box(Role::group, "feel/controls", Look::controls);
    choice(build, "feel_place", build.word("chapter.feel.choose_place"), Control::feel_topic,
           chosen, names);
    if (chosen < 0 || chosen >= static_cast<int>(places.options.size())) return;
    const assess::Option& option = places.options[static_cast<std::size_t>(chosen)];
    build.heading(3, "feel/place/title", names[static_cast<std::size_t>(chosen)]);
    for (const std::string& note : option.notes)
        build.paragraphs("feel/place/note/" + note, "note." + note + ".text", Look::note);
    if (option.notes.empty())
        build.paragraph("feel/place/none", build.word("chapter.feel.no_note"), Look::note);
}

} // namespace

void build_feel(Builder& build) {
    build_chapter_head(build, "chapter.feel", Accent::feel);
    build_places(build);
    for (const char* topic : {"sensations", "places", "ups-and-downs"})
        build_topic(build, "feel", topic);
    build.paragraph("chapter/takeaway", build.word("chapter.feel.takeaway"), Look::quote).accent =
        Accent::feel;
    const Route next = build.state.decided.after(Route::chapter_feel);
    build_chapter_onward(build, next == Route::check ? "home.check.title" : "chapter.next", next);
}

} // namespace tautline::view
