// Where a person is, as far as it is known, and so which numbers to call.
#pragma once

#include "app/library.h"

#include <string>
#include <string_view>
#include <vector>

namespace tautline::app {

// What the host knows, as it hands it over; it asks nobody outside the device. One line each: the
// region that somebody decided on (the address, an embed, an operator), the one that the device
// says, each empty where nobody does; then, in the order of the page's language, "ES", its name in
// that language and in English, with tabs between. None: nobody can name countries.
using Countries = std::string;

struct CountryName {
    std::string_view region, name, english; // parts of Countries
};

// The name behind this place in the text, which it leaves behind the line; empty at the end.
CountryName next_country(const Countries& countries, std::size_t& at);
std::size_t first_country(const Countries& countries); // where the names begin

struct AppState;

// Both, or neither: a number whose country can't be named is not shown, for the guess may be wrong.
struct CallHere {
    const std::vector<std::string>* numbers = nullptr;
    CountryName country;
};
CallHere call_here(const Library& library, const AppState& state);

} // namespace tautline::app
