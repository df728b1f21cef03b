// The dialog that says how to move about by keyboard, by a pad of five keys, and by finger.
#include "view/screens.h"

namespace tautline::view {

void build_help_dialog(Builder& build) {
    const auto dialog =
        build.box(Role::dialog, "help", Look::plain, Arrange::stack, build.word("help.keys.title"));
    build.heading(2, "help/title", build.word("help.keys.title"));
    build.bullets("help/keys", "help.keys.list");
    build.heading(3, "help/pad/title", build.word("help.pad.title"));
    build.paragraphs("help/pad", "help.pad.text");
    build.heading(3, "help/reader/title", build.word("help.reader.title"));
    build.paragraphs("help/reader", "help.reader.text");
    build.button("help/close", build.word("help.close"), app::Press{app::Control::help},
                 Look::primary, Icon::close);
}

} // namespace tautline::view
