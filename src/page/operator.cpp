#include "page/operator.h"

#include "view/build_screen.h"

namespace tautline::page {

app::Operator read_operator(std::string_view text) {
    app::Operator decided;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t space = std::min(line.find(' '), line.size());
        const std::string_view name = line.substr(0, space);
        const std::string_view value = line.substr(std::min(space + 1, line.size()));
        if (name == "closed") decided.closed = true;
        if (name == "no-qr") decided.qr = false;
        if (name == "contact") decided.contact_title = value;
        if (name == "language") decided.languages.emplace_back(value);
        if (name == "line") decided.contact_lines.emplace_back(value);
        if (name == "refused-pack") decided.pack_refused = true;
        if (name == "problem") decided.pack_problems.emplace_back(value);
        const auto route = name == "without" ? app::route_named(value) : std::nullopt;
        if (route) decided.left_out.push_back(*route);
    }
    return decided;
}

} // namespace tautline::page
