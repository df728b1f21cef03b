// The models of `tautline simulate` that are about the whole body, and about weeks.
#pragma once

#include "cli/simulate_models.h"

namespace tautline::cli {

// What settings are made from.
Setting number_setting(std::string_view name, double& value, double low, double high);
Setting list_setting(std::string_view name, std::vector<double>& values, double low, double high);

SimulatedModel gate_model();
SimulatedModel glands_model();
SimulatedModel inflammation_model();
SimulatedModel body_model();
SimulatedModel weeks_model();

} // namespace tautline::cli
