// The words after a command's name, read in one way for every command: "--name value" and
// "--name=value", each option at most once unless it says otherwise, and after "--" only operands.
#pragma once

#include <cstddef>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::cli {

struct Option {
    std::string_view name;   // "--out"
    bool takes_value = true; // never an empty one; one that begins with "--" only after "="
};

// What a command is called, and how it is used: the first lines of its help, and what a wrong
// command line is answered with.
struct Usage {
    std::string_view command; // "assess"
    std::string_view lines;   // without the end of the last one
};

class Arguments {
public:
    Arguments(std::span<const std::string_view> args, std::span<const Option> known,
              std::size_t most_operands);

    bool has(std::string_view option) const;
    std::string_view value(std::string_view option) const; // empty: not there
    std::string_view operand(std::size_t index) const;     // empty: not there
    bool good() const { return problems_.empty(); }
    void refuse(std::string problem) { problems_.push_back(std::move(problem)); }

    // The usage and a line for each problem; the exit status of a wrong command line.
    int say(const Usage& usage, std::FILE* err) const;

private:
    void read_option(std::string_view word, std::span<const std::string_view> rest,
                     std::span<const Option> known, std::size_t& taken);

    struct Given {
        std::string_view option, value;
    };
    std::vector<Given> given_;
    std::vector<std::string_view> operands_;
    std::vector<std::string> problems_;
};

} // namespace tautline::cli
