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

const Claim* Library::claim(std::string_view id) const {
    return with_id(claims, id);
}

const Sign* Library::sign(std::string_view id) const {
    return with_id(signs, id);
}

const Source* Library::source(std::string_view id) const {
    return with_id(sources, id);
}

} // namespace tautline::app
