// The lines of the weeks and of a person's own figure, as values and words, and what they show in a
// sentence. Pure functions of the state.
#pragma once

#include "app/own_body/own_body.h"
#include "app/words.h"
#include "view/figures/figure.h"

#include <string>

namespace tautline::view {

ChartFigure weeks_chart(const app::Words& words, const app::WeeksView& view);
std::string describe(const app::Words& words, const app::WeeksView& view);

ChartFigure own_minute_chart(const app::Words& words, const app::OwnBody& body);
ChartFigure own_alarm_chart(const app::Words& words, const app::OwnBody& body);
ChartFigure own_hour_chart(const app::Words& words, const app::OwnBody& body);
ChartFigure own_weeks_chart(const app::Words& words, const app::OwnBody& body);
std::string describe_own_minute(const app::Words& words, const app::OwnBody& body);
std::string describe_own_alarm(const app::Words& words, const app::OwnBody& body);
std::string describe_own_hour(const app::Words& words, const app::OwnBody& body);
std::string describe_own_weeks(const app::Words& words, const app::OwnBody& body);

} // namespace tautline::view
