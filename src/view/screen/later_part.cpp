#include "view/screen/later_part.h"

namespace tautline::view {

void build_later_part_missing(Builder& build, const std::string& key) {
    const bool failed = build.state.take_away.failed;
    build.leaf(Role::status, key + "/status",
               build.word(failed ? "summary.not_loaded" : "summary.loading"));
    if (failed)
        build.button(key + "/again", build.word("summary.again"),
                     app::Ask{app::missing_part(build.state.host, build.state.route)},
                     Look::primary);
}

} // namespace tautline::view
