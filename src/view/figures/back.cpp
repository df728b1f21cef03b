#include "view/figures/back.h"

#include "base/text.h"
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
    for (std::size_t i = 0; i < figure.parts.size(); ++i) {
        const MuscleState& part = body.muscles[i];
        figure.parts[i] = {narrow(part.active), narrow(part.fatigued), {}, {}};
        if (i != static_cast<std::size_t>(chosen) && part.fatigued < told_tired_share) continue;
        const std::string tired = of_hundred(part.fatigued);
        figure.parts[i].label = fill(words.text("figure.muscle.part"),
                                     {{"part", words.text(region_key(i))}, {"n", tired}});
        figure.parts[i].short_label = fill(words.text("figure.muscle.part.short"), {{"n", tired}});
    }
    figure.active = narrow(fibres.active);
    figure.resting = narrow(fibres.resting);
    figure.fatigued = narrow(fibres.fatigued);
    figure.working_label =
        fill(words.text("figure.muscle.working"), {{"n", of_hundred(fibres.active)}});
    figure.resting_label =
        fill(words.text("figure.muscle.resting"), {{"n", of_hundred(fibres.resting)}});
    figure.tired_label =
        fill(words.text("figure.muscle.tired"), {{"n", of_hundred(fibres.fatigued)}});
    return figure;
}

} // namespace tautline::view
