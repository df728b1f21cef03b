// Every source that a claim or a number names.
#include "view/screen/languages.h"
#include "view/screens.h"

namespace tautline::view {

void build_sources(Builder& build) {
    build.heading(1, "title", build.word("sources.title"));
    build.paragraphs("sources/intro", "sources.intro");
    const auto all = build.box(Role::list, "sources/all");
    for (const app::Source& source : build.library.sources) {
        const std::string key = "source/" + source.id;
        const auto item = build.box(Role::item, key);
        build.paragraph(key + "/citation", source.citation).lang = english;
        if (source.secondary)
            build.paragraph(key + "/secondary", build.word("sources.secondary"), Look::small);
        if (!source.link.empty()) build.outside_link(key + "/link", source.link, source.link);
    }
}

} // namespace tautline::view
