#include "view/screen/drawer.h"

#include <utility>

namespace tautline::view {

bool drawers_open_in_place(const Builder& build) {
    return app::shows_text_view(build.library, build.state) || build.state.host.framed;
}

void build_drawer(Builder& build, const std::string& key, const std::string& title,
                  std::function<void()> content) {
    const bool in_place = drawers_open_in_place(build);
    const bool open = in_place ? build.state.open.count(key) > 0 : build.state.drawer == key;
    Node& head = build.button(
        key, title, in_place ? app::Action{app::Toggle{key}} : app::OpenDrawer{key}, Look::drawer);
    head.expanded = open ? Expanded::yes : Expanded::no;
    if (!open) return;
    if (in_place) {
        const auto box = build.box(Role::group, key + "/content");
        content();
        return;
    }
    build.over_the_screen = [&build, key, title, content = std::move(content)] {
        const auto sheet =
            build.box(Role::dialog, key + "/sheet", Look::drawer, Arrange::stack, title);
        build.heading(2, key + "/title", title);
        content();
        build.button(key + "/close", build.word("drawer.close"), app::Press{app::Control::close},
                     Look::primary, Icon::close);
    };
}

} // namespace tautline::view
