#include "view/screen/answers.h"

#include "app/answer_words.h"

namespace tautline::view {

std::string short_words(const Builder& build, std::size_t item) {
    return build.word(app::short_key(build.library, item));
}

std::string option_words(const Builder& build, const assess::AnswerRef& answer) {
    return build.word(app::option_key(build.library, answer));
}

std::string options_words(const Builder& build, std::size_t item, std::uint32_t options) {
    if (options == 0) return option_words(build, {item, std::nullopt});
    std::string words;
    for (std::size_t option = 0; options >> option != 0; ++option)
        if (options >> option & 1u)
            words += (words.empty() ? "" : " · ") + option_words(build, {item, option});
    return words;
}

std::string answer_line(const Builder& build, std::size_t item, std::uint32_t options) {
    return build.word("check.review.line", {{"short", short_words(build, item)},
                                            {"answer", options_words(build, item, options)}});
}

} // namespace tautline::view
