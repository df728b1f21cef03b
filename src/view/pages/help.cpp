// The dialog that says how to move about by keyboard, by a pad of five keys, and by finger.
#include "view/screen/later_part.h"
#include "view/screens.h"

namespace tautline::view {

void build_help_dialog(Builder& build) {
    const auto dialog =
        build.box(Role::dialog, "help", Look::plain, Arrange::stack, build.word("keys.title"));
    build.heading(2, "help/title", build.word("keys.title"));
    if (build.state.host.lacks_words) {
        build_later_part_missing(build, "help/part");
    } else {
        build.bullets("help/keys", "keys.list");
        build.heading(3, "help/pad/title", build.word("keys.pad.title"));
        build.paragraphs("help/pad", "keys.pad.text");
        build.heading(3, "help/reader/title", build.word("keys.reader.title"));
        build.paragraphs("help/reader", "keys.reader.text");
    }
    build.button("help/close", build.word("keys.close"), app::Press{app::Control::help},
                 Look::primary, Icon::close);
}

} // namespace tautline::view
