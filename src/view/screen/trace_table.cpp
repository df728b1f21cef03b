#include "view/screen/trace_table.h"

#include <algorithm>

namespace tautline::view {

namespace {

// About nine rows: enough to follow the line, few enough to read.
constexpr std::size_t table_rows = 9;

} // namespace

void build_trace_table(Builder& build, const std::string& key, const std::string& caption,
                       const std::vector<Trace>& traces) {
    if (traces.empty() || traces.front().values.empty()) return; // nothing has been seen yet
    const auto table = build.box(Role::table, key, Look::plain, Arrange::stack, caption);
    {
        const auto head = build.box(Role::row, key + "/head");
        Node& time = build.leaf(Role::header_cell, key + "/head/time",
                                build.marked("unit.minutes", traces.front().time_unit));
        time.level = 1;
        for (std::size_t i = 0; i < traces.size(); ++i) {
            Node& cell = build.leaf(Role::header_cell, key + "/head/" + std::to_string(i),
                                    build.word("chapter.table.head", {{"name", traces[i].label},
                                                                      {"unit", traces[i].unit}}));
            cell.level = 1;
        }
    }
    const Trace& first = traces.front();
    const std::size_t count = first.values.size();
    const std::size_t stride =
        std::max<std::size_t>(1, (count + table_rows - 2) / (table_rows - 1));
    for (std::size_t at = 0; at < count; at += stride) {
        const std::string row_key = key + "/" + std::to_string(at / stride);
        const auto row = build.box(Role::row, row_key);
        const double time = static_cast<double>(first.from + first.step * static_cast<float>(at));
        Node& head = build.leaf(Role::header_cell, row_key + "/time",
                                fixed(time * static_cast<double>(first.shown_per_unit), 1));
        head.level = 2;
        for (std::size_t i = 0; i < traces.size(); ++i)
            if (at < traces[i].values.size())
                build.leaf(Role::cell, row_key + "/" + std::to_string(i),
                           fixed(static_cast<double>(traces[i].values[at]), 1));
    }
}

} // namespace tautline::view
