#include "app/library.h"

namespace tautline::app {

namespace {

template <typename T>
const T* with_id(const std::vector<T>& things, std::string_view id) {
    for (const T& thing : things)
        if (thing.id == id) return &thing;
    return nullptr;
}

} // namespace

std::string Records::form_in(std::string_view language) const {
    if (language == "en") return questionnaire;
    for (const Translation& each : translations)
        if (each.language == language) return each.questionnaire;
    return "";
}

const Claim* Library::claim(std::string_view id) const {
    return with_id(claims, id);
}

const Sign* Library::sign(std::string_view id) const {
    return with_id(signs, id);
}

const Source* Library::source(std::string_view id) const {
    return with_id(sources, id);
}

const ChapterFacts* Library::chapter(std::string_view id) const {
    return with_id(chapters, id);
}

const Scale* Library::scale(std::string_view page) const {
    for (const Scale& each : scales)
        if (each.page == page) return &each;
    return nullptr;
}

const std::vector<std::string>* EmergencyNumbers::of(std::string_view region) const {
    const auto found = regions.find(region);
    return found == regions.end() ? nullptr : &found->second;
}

} // namespace tautline::app
