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

} // namespace tautline::app
