// Results as JSON (format "tautline-result", version 1), for programs and for tests of the
// contract.
#pragma once

#include "assess/evaluate.h"
#include "base/issue.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace tautline::exchange {

enum class Layout : bool { one_line, indented };

// Ends without a line break.
std::string write_result(const assess::Definition& definition, const assess::Result& result,
                         Layout layout);

// A line of a batch that could not be read (format "tautline-error"); lines count from 1.
std::string write_problems(std::size_t line, const Issues& problems);

// Reads one line of a batch, and gives the line that answers it.
struct BatchLine {
    std::string text;
    bool good = false;
};
BatchLine assess_line(const assess::Definition& definition, std::string_view answers,
                      std::size_t line);

} // namespace tautline::exchange
