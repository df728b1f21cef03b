#include "view/screen/language_choice.h"

#include <algorithm>

namespace tautline::view {

std::ptrdiff_t count_offered_languages(const Builder& build) {
    const auto& all = build.library.languages;
    return std::count_if(all.begin(), all.end(), [&](const app::Language& language) {
        return build.state.decided.speaks(language.language);
    });
}

Node& build_language(Builder& build, Role role, const std::string& key,
                     const app::Language& language) {
    Node& node = build.leaf(role, key + "/" + language.language, language.name);
    node.lang = language.language;
    node.action = app::ChooseLanguage{language.language};
    return node;
}

} // namespace tautline::view
