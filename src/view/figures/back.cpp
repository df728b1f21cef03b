#include "view/figures/back.h"

#include "view/figures/amounts.h"

namespace tautline::view {

using namespace physiology;

std::string_view region_key(std::size_t part) {
    constexpr std::string_view keys[] = {"option.region.neck_shoulders", "option.region.upper_back",
                                         "option.region.low_back"};
    return keys[part];
}

MuscleFigure back_now(const app::Words& words, const BodyState& body, MuscleRegion chosen) {
    const MuscleState& fibres = body.muscles[static_cast<std::size_t>(chosen)];
    MuscleFigure figure;
    figure.region = chosen;
    for (std::size_t i = 0; i < figure.parts.size(); ++i)
        figure.parts[i] = {narrow(body.muscles[i].active), narrow(body.muscles[i].fatigued)};
    figure.active = narrow(fibres.active);
    figure.resting = narrow(fibres.resting);
    figure.fatigued = narrow(fibres.fatigued);
    const std::vector<std::string> legend = words.list("figure.muscle.legend");
    if (legend.size() == 3) {
        figure.working_label = legend[0];
        figure.resting_label = legend[1];
        figure.tired_label = legend[2];
    }
    return figure;
}

} // namespace tautline::view
