// Each figure in the states a person can bring it to (rest, during, after), with words as long as
// the page's own.
#pragma once

#include "view/screen/screen.h"

#include <string>
#include <vector>

namespace tautline {

struct FigureState {
    std::string name; // "alarm-during"
    view::Node node;
};

std::vector<FigureState> figure_states();

} // namespace tautline
