#include "cli/simulate_command.h"

#include "base/text.h"
#include "cli/simulate_models.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace tautline::cli {

namespace {

constexpr double most_minutes = 366 * 1440;
constexpr double most_rows = 1e6;

struct Request {
    std::string_view model, minutes, every;
    std::vector<std::string_view> settings;
    bool help = false;
};

using Problems = std::vector<std::string>;

std::string quoted(std::string_view text) {
    return "\"" + on_one_line(text) + "\"";
}

// Digits, a sign, a point and an exponent only: strtod alone would also take "inf", "nan" and
// hexadecimal.
std::optional<double> number_from(std::string_view text) {
    if (text.empty() || text.find_first_not_of("0123456789+-.eE") != std::string_view::npos) {
        return std::nullopt;
    }
    const std::string copy{text};
    char* end = nullptr;
    const double value = std::strtod(copy.c_str(), &end);
    if (end != copy.c_str() + copy.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::string model_names() {
    std::string names;
    for (std::string_view name : simulated_model_names)
        names += (names.empty() ? "" : ", ") + std::string{name};
    return names;
}

std::string short_number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.10g", value);
    return text;
}

Request read_options(std::span<const std::string_view> args, Problems& problems) {
    Request request;
    for (std::size_t i = 0; i < args.size(); ++i) {
        const std::size_t equals = args[i].substr(0, 2) == "--" ? args[i].find('=') : args[i].npos;
        const std::string_view option = args[i].substr(0, equals);
        if (args[i] == "--csv") continue; // the only form there is
        if (args[i] == "--help") {
            request.help = true;
            continue;
        }
        const bool known = option == "--model" || option == "--minutes" || option == "--every" ||
                           option == "--set";
        if (!known) {
            problems.push_back("There is no option " + quoted(option) +
                               "; the options are --model, --minutes, --csv, --every and --set.");
            continue;
        }
        std::string_view value;
        if (equals != args[i].npos)
            value = args[i].substr(equals + 1);
        else if (i + 1 < args.size() && !args[i + 1].starts_with("--"))
            value = args[++i];
        if (value.empty()) {
            problems.push_back("The option " + std::string{option} + " needs a value after it.");
            continue;
        }
        if (option == "--set") {
            request.settings.push_back(value);
            continue;
        }
        std::string_view& place = option == "--model"     ? request.model
                                  : option == "--minutes" ? request.minutes
                                                          : request.every;
        if (!place.empty()) {
            problems.push_back("The option " + std::string{option} + " may stand only once.");
        }
        place = value;
    }
    return request;
}

std::optional<double> in_range(const Setting& setting, std::string_view text, Problems& problems) {
    const std::optional<double> value = number_from(text);
    if (value && *value >= setting.low && *value <= setting.high) return value;
    problems.push_back("The setting " + std::string{setting.name} + " takes a number from " +
                       short_number(setting.low) + " to " + short_number(setting.high) + ", not " +
                       quoted(text) + ".");
    return std::nullopt;
}

void set_choice(const Setting& setting, std::string_view text, Problems& problems) {
    std::string allowed;
    for (std::string_view choice : setting.choices) {
        if (choice == text) {
            *setting.choice = std::string{text};
            return;
        }
        allowed += (allowed.empty() ? "" : ", ") + std::string{choice};
    }
    problems.push_back("The setting " + std::string{setting.name} + " is one of " + allowed +
                       ", not " + quoted(text) + ".");
}

void set_value(const Setting& setting, std::string_view text, Problems& problems) {
    if (setting.number != nullptr) {
        if (const auto value = in_range(setting, text, problems)) *setting.number = *value;
        return;
    }
    setting.list->clear();
    // An empty list is allowed: no startle, no stressor.
    while (!text.empty()) {
        const std::size_t comma = text.find(',');
        if (const auto value = in_range(setting, text.substr(0, comma), problems)) {
            setting.list->push_back(*value);
        }
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    }
}

enum class Pass { choices, values };

// Choices come first, because they decide what the other settings start from.
void apply_settings(SimulatedModel& model, const Request& request, Pass pass, Problems& problems) {
    std::vector<std::string_view> seen;
    for (std::string_view text : request.settings) {
        const std::size_t equals = text.find('=');
        const std::string_view name = text.substr(0, equals);
        const Setting* found = nullptr;
        for (const Setting& setting : model.settings) {
            if (setting.name == name) found = &setting;
        }
        if (pass == Pass::choices) {
            if (equals == std::string_view::npos) {
                problems.push_back("A setting is written name=value, not " + quoted(text) + ".");
            } else if (found == nullptr) {
                problems.push_back("The model " + quoted(request.model) + " has no setting " +
                                   quoted(name) + "; --help lists them.");
            } else if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
                problems.push_back("The setting " + std::string{name} + " may stand only once.");
            }
            seen.push_back(name);
        }
        if (found == nullptr || equals == std::string_view::npos) continue;
        if ((found->choice != nullptr) != (pass == Pass::choices)) continue;
        const std::string_view value = text.substr(equals + 1);
        if (found->choice != nullptr) {
            set_choice(*found, value, problems);
        } else {
            set_value(*found, value, problems);
        }
    }
}

struct Plan {
    std::int64_t steps = 0, steps_per_row = 1;
};

Plan plan_from(const SimulatedModel& model, const Request& request, Problems& problems) {
    Plan plan;
    const std::optional<double> minutes = number_from(request.minutes);
    if (request.minutes.empty()) {
        problems.push_back("Say with --minutes how long the model runs.");
    } else if (!minutes || *minutes <= 0 || *minutes > most_minutes) {
        problems.push_back("The option --minutes takes a number above 0 and up to " +
                           short_number(most_minutes) + ", not " + quoted(request.minutes) + ".");
    } else {
        const double steps = *minutes * 60 / model.step_s;
        plan.steps = std::llround(steps);
        if (std::abs(steps - std::round(steps)) > 1e-6 || plan.steps == 0) {
            problems.push_back(
                "The option --minutes must be a whole number of this model's steps of " +
                short_number(model.step_s) + " s.");
        } else if (steps > model.most_steps) {
            problems.push_back("That is too long for this model; it runs up to " +
                               short_number(model.most_steps * model.step_s / 60) + " minutes.");
        }
    }
    const std::optional<double> every =
        request.every.empty() ? model.usual_every_s : number_from(request.every);
    const double steps_per_row = every ? *every / model.step_s : 0;
    if (!every || *every <= 0 || *every > most_minutes * 60 ||
        std::abs(steps_per_row - std::round(steps_per_row)) > 1e-6 ||
        std::llround(steps_per_row) == 0) {
        problems.push_back("The option --every takes a whole number of this model's steps of " +
                           short_number(model.step_s) + " s, not " + quoted(request.every) + ".");
        return plan;
    }
    plan.steps_per_row = std::llround(steps_per_row);
    if (static_cast<double>(plan.steps / plan.steps_per_row) > most_rows) {
        problems.push_back("That would be more than a million rows; choose a larger --every.");
    }
    return plan;
}

void write_row(const SimulatedModel& model, std::FILE* out) {
    std::string line;
    for (double value : model.row()) {
        line += (line.empty() ? "" : ",") + fixed(value, 6);
    }
    line += '\n';
    std::fputs(line.c_str(), out);
}

int write_csv(const SimulatedModel& model, const Plan& plan, std::FILE* out, std::FILE* err) {
    std::fprintf(out, "%.*s\n", static_cast<int>(model.columns.size()), model.columns.data());
    for (std::int64_t i = 0;; ++i) {
        if (i % plan.steps_per_row == 0) write_row(model, out);
        if (i == plan.steps || std::ferror(out) != 0) break;
        model.advance();
    }
    if (std::fflush(out) == 0 && std::ferror(out) == 0) return 0;
    std::fputs("The rows could not be written.\n", err);
    return 1;
}

void write_help(std::FILE* out) {
    std::fprintf(out, "%.*s\n", static_cast<int>(simulate_usage.lines.size()),
                 simulate_usage.lines.data());
    for (std::string_view name : simulated_model_names) {
        const std::optional<SimulatedModel> model = simulated_model(name);
        std::fprintf(out, "\n%.*s: steps of %s s, a row every %s s\n",
                     static_cast<int>(name.size()), name.data(),
                     short_number(model->step_s).c_str(),
                     short_number(model->usual_every_s).c_str());
        for (const Setting& setting : model->settings) {
            std::string values;
            if (setting.number != nullptr) values = short_number(*setting.number);
            if (setting.choice != nullptr) values = *setting.choice;
            if (setting.list != nullptr) {
                for (double value : *setting.list) {
                    values += (values.empty() ? "" : ",") + short_number(value);
                }
            }
            const std::string range =
                setting.choice != nullptr
                    ? ""
                    : "  (" + short_number(setting.low) + " to " + short_number(setting.high) + ")";
            std::fprintf(out, "  %s=%s%s\n", std::string{setting.name}.c_str(), values.c_str(),
                         range.c_str());
        }
    }
}

} // namespace

int simulate_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err) {
    Problems problems;
    const Request request = read_options(args, problems);
    if (request.help) {
        write_help(out);
        return 0;
    }
    std::optional<SimulatedModel> model = simulated_model(request.model);
    Plan plan;
    if (model) {
        apply_settings(*model, request, Pass::choices, problems);
        model->chosen();
        apply_settings(*model, request, Pass::values, problems);
        plan = plan_from(*model, request, problems);
    } else if (request.model.empty()) {
        problems.push_back("Say with --model which model to run: " + model_names() + ".");
    } else {
        problems.push_back("There is no model " + quoted(request.model) + "; the models are " +
                           model_names() + ".");
    }
    for (const std::string& problem : problems)
        std::fprintf(err, "%s\n", problem.c_str());
    if (!problems.empty()) return 2;
    model->begin();
    return write_csv(*model, plan, out, err);
}

} // namespace tautline::cli
