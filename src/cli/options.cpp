#include "cli/options.h"

#include "base/text.h"
#include "cli/print.h"

#include <algorithm>

namespace tautline::cli {

namespace {

std::string quoted(std::string_view word) {
    return "\"" + on_one_line(word) + "\"";
}

} // namespace

Arguments::Arguments(std::span<const std::string_view> args, std::span<const Option> known,
                     std::size_t most_operands) {
    bool only_operands = false;
    for (std::size_t i = 0; i < args.size(); ++i) {
        const std::string_view word = args[i];
        if (!only_operands && word == "--") {
            only_operands = true;
        } else if (!only_operands && word.size() > 1 && word.front() == '-') {
            std::size_t taken = 0;
            read_option(word, args.subspan(i + 1), known, taken);
            i += taken;
        } else if (word.empty()) {
            refuse("an empty word stands where a name is expected");
        } else if (operands_.size() == most_operands) {
            refuse(quoted(word) + " is one word too many");
        } else {
            operands_.push_back(word);
        }
    }
}

void Arguments::read_option(std::string_view word, std::span<const std::string_view> rest,
                            std::span<const Option> known, std::size_t& taken) {
    const bool is_long = word.substr(0, 2) == "--";
    const std::size_t equals = is_long ? word.find('=') : word.npos;
    const std::string_view name = word.substr(0, equals);
    const auto option = std::find_if(known.begin(), known.end(),
                                     [&](const Option& each) { return each.name == name; });
    if (option == known.end()) {
        refuse("there is no option " + quoted(name));
        return;
    }
    if (has(name)) refuse("the option " + std::string(name) + " may stand only once");
    std::string_view value;
    if (equals != word.npos) {
        value = word.substr(equals + 1);
        if (!option->takes_value)
            refuse("the option " + std::string(name) + " takes no value, and not " + quoted(value));
    } else if (option->takes_value && !rest.empty() && rest.front().substr(0, 2) != "--") {
        value = rest.front();
        taken = 1;
    }
    if (option->takes_value && value.empty())
        refuse("the option " + std::string(name) + " needs a value");
    given_.push_back({option->name, value});
}

bool Arguments::has(std::string_view option) const {
    return std::any_of(given_.begin(), given_.end(),
                       [&](const Given& each) { return each.option == option; });
}

std::string_view Arguments::value(std::string_view option) const {
    for (const Given& each : given_)
        if (each.option == option) return each.value;
    return {};
}

std::string_view Arguments::operand(std::size_t index) const {
    return index < operands_.size() ? operands_[index] : std::string_view{};
}

int Arguments::say(const Usage& usage, std::FILE* err) const {
    print(err, usage.lines);
    for (const std::string& problem : problems_)
        complain(err, usage.command, problem);
    return 2;
}

} // namespace tautline::cli
