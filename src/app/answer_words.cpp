#include "app/answer_words.h"

namespace tautline::app {

std::string short_key(const Library& library, std::size_t item) {
    return "item." + library.check.items[item].id + ".short";
}

std::string short_words(const Library& library, std::size_t item) {
    return library.words.text(short_key(library, item));
}

std::string option_key(const Library& library, const assess::AnswerRef& answer) {
    if (!answer.option) return "option.unanswered";
    const assess::Item& item = library.check.items[answer.item];
    const std::string& id = item.options[*answer.option].id;
    const std::string own = "item." + item.id + ".option." + id;
    return library.words.has(own) ? own : "option." + id;
}

std::string option_words(const Library& library, const assess::AnswerRef& answer) {
    return library.words.text(option_key(library, answer));
}

std::string options_words(const Library& library, std::size_t item, std::uint32_t options) {
    if (options == 0) return option_words(library, {item, std::nullopt});
    std::string words;
    for (std::size_t option = 0; options >> option != 0; ++option)
        if (options >> option & 1u)
            words += (words.empty() ? "" : " · ") + option_words(library, {item, option});
    return words;
}

} // namespace tautline::app
