// What `tautline simulate` knows of each model: its settings, its columns and how to run it.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::cli {

// Something that --set may change: exactly one of the three pointers is there.
struct Setting {
    std::string_view name;
    double low = 0, high = 0; // of the number, or of each number of the list
    double* number = nullptr;
    std::vector<double>* list = nullptr; // numbers with commas between
    std::string* choice = nullptr;       // one of `choices`
    std::vector<std::string_view> choices = {};
};

// One model with its scenario and its parameters. Order of use: set each choice, then `chosen`; set
// the rest, then `begin`; then `row` and `advance` in turn.
struct SimulatedModel {
    double step_s = 0;        // of the model's fixed step
    double usual_every_s = 0; // between rows, when nothing else is asked for
    double most_steps = 50e6; // it can run; as many are some seconds of work
    std::string_view columns; // the header line
    std::vector<Setting> settings;
    std::function<void()> chosen;
    std::function<void()> begin;
    std::function<std::vector<double>()> row; // as many numbers as there are columns
    std::function<void()> advance;            // exactly one step
    std::shared_ptr<void> memory;             // what the pointers and functions above point into
};

inline constexpr std::array<std::string_view, 9> simulated_model_names{
    "alarm",  "muscle",       "cortisol", "sensitivity", "gate",
    "glands", "inflammation", "body",     "weeks"};
std::optional<SimulatedModel> simulated_model(std::string_view name); // none for an unknown name

} // namespace tautline::cli
