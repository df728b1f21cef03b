// What an operator decided about the place where the page stands: a kiosk in a waiting room, or an
// address that asks for other content. On the open page nothing is decided. No visitor changes it,
// so starting over keeps it.
#pragma once

#include "app/action.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::app {

struct Operator {
    bool closed = false;                // nothing leads outside: addresses are words only
    bool qr = true;                     // a code may carry the summary to a visitor's own phone
    std::vector<Route> left_out;        // screens that are not offered
    std::vector<std::string> languages; // which are offered; empty: all that there are
    std::string contact_title;          // help close by, in the operator's own words; empty: none
    std::vector<std::string> contact_lines;
    bool pack_refused = false; // other content was asked for and cannot be used; this is our own
    std::vector<std::string> pack_problems; // why, for the people who made it

    bool offers(Route route) const {
        return std::find(left_out.begin(), left_out.end(), route) == left_out.end();
    }
    // This chapter, or else the next one that there is; after the last, the self-check.
    Route onward(Route chapter) const {
        int route = static_cast<int>(chapter);
        while (route <= static_cast<int>(Route::chapter_patterns) &&
               !offers(static_cast<Route>(route)))
            ++route;
        return static_cast<Route>(route);
    }
    Route after(Route chapter) const {
        return onward(static_cast<Route>(static_cast<int>(chapter) + 1));
    }
    bool speaks(std::string_view language) const {
        return languages.empty() ||
               std::find(languages.begin(), languages.end(), language) != languages.end();
    }
};

} // namespace tautline::app
