#include "app/country.h"

#include "app/state.h"

#include <algorithm>

namespace tautline::app {

namespace {

std::string_view next_part(std::string_view text, std::size_t& at, char end) {
    const std::size_t from = std::min(at, text.size());
    const std::size_t to = std::min(text.find(end, from), text.size());
    at = to + 1;
    return text.substr(from, to - from);
}

} // namespace

std::size_t first_country(const Countries& countries) {
    std::size_t at = 0;
    next_part(countries, at, '\n');
    next_part(countries, at, '\n');
    return at;
}

CountryName next_country(const Countries& countries, std::size_t& at) {
    const std::string_view line = next_part(countries, at, '\n');
    std::size_t in_line = 0;
    CountryName country;
    for (std::string_view* part : {&country.region, &country.name, &country.english})
        *part = next_part(line, in_line, '\t');
    return country;
}

CallHere call_here(const Library& library, const AppState& state) {
    std::size_t at = 0;
    const std::string_view decided = next_part(state.countries, at, '\n');
    const std::string_view guessed = next_part(state.countries, at, '\n');
    std::string_view region = state.country;
    for (const std::string_view other : {decided, std::string_view{library.numbers.here}, guessed})
        if (region.empty()) region = other;
    const auto* numbers = library.numbers.of(region);
    while (numbers && at < state.countries.size()) {
        const CountryName country = next_country(state.countries, at);
        if (country.region == region) return {numbers, country};
    }
    return {};
}

} // namespace tautline::app
