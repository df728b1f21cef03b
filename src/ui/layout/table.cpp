// Tables: columns as wide as their words ask for, in the share that is left; where even the longest
// words do not fit, each row becomes a small stack, its cells one below the other.
#include "ui/layout/arranger.h"
#include "ui/text/text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tautline::ui {

using view::Node;

float Arranger::arrange_table_stacked(int index, std::span<const int> rows, float x, float y,
                                      float width) {
    const float pad = std::round(theme_.gap * 0.6f);
    float used = y;
    for (int row : rows) {
        const float top = used;
        used += pad;
        for (int cell : tree_.children(row)) {
            used += arrange_node(cell, x, used, width);
        }
        used += pad;
        rect(row) = {x, top, width, used - top};
    }
    (void)index;
    return used - y;
}

float Arranger::arrange_table(int index, float x, float y, float width) {
    const auto rows = tree_.children(index);
    float used = y;
    if (shows_label(node(index))) {
        const TextStyle caption = text_style(theme_, node(index), tree_.setting(index));
        used += text_height(theme_.fonts, caption, node(index).label, width) +
                std::round(theme_.gap * 0.5f);
    }
    float pad_x = std::round(theme_.gap * 0.75f);
    const float pad_y = std::round(theme_.gap * 0.6f);
    std::vector<float> least, natural;
    for (int row : rows) {
        std::size_t column = 0;
        for (int cell : tree_.children(row)) {
            if (column == least.size()) {
                least.push_back(0);
                natural.push_back(0);
            }
            const TextStyle style = text_style(theme_, node(cell), tree_.setting(cell));
            float word = longest_word(theme_.fonts, style, node(cell).label);
            float all = text_width(theme_.fonts, style, node(cell).label);
            for (int child : tree_.children(cell)) {
                all = std::max(all, natural_width(child, width));
                word = std::max(word, std::min(natural_width(child, width), 96 * theme_.scale));
            }
            least[column] = std::max(least[column], std::ceil(word + 1));
            natural[column] = std::max(natural[column], std::ceil(all + 1));
            ++column;
        }
    }
    // On a phone columns close together can be read; numbers stacked without their columns can't.
    const float room = width - std::accumulate(least.begin(), least.end(), 0.0f);
    const auto columns = static_cast<float>(least.size());
    if (room < 2 * pad_x * columns) pad_x = std::max(std::floor(room / (2 * columns)), 2.0f);
    for (std::vector<float>* each : {&least, &natural})
        for (float& column : *each)
            column += 2 * pad_x;
    float sum_least = 0, sum_natural = 0;
    for (std::size_t i = 0; i < least.size(); ++i) {
        sum_least += least[i];
        sum_natural += natural[i];
    }
    if (sum_least > width) {
        used += arrange_table_stacked(index, rows, x, used, width);
        rect(index) = {x, y, width, used - y};
        return used - y;
    }
    std::vector<float> widths(least.size());
    for (std::size_t i = 0; i < least.size(); ++i) {
        if (sum_natural <= width) {
            widths[i] =
                std::floor(natural[i] + (width - sum_natural) / static_cast<float>(least.size()));
        } else {
            const float spare = sum_natural - sum_least;
            const float share = spare > 0 ? (natural[i] - least[i]) / spare : 0;
            widths[i] = std::floor(least[i] + (width - sum_least) * share);
        }
    }
    for (int row : rows) {
        float tallest = 0, left = x;
        std::size_t column = 0;
        for (int cell : tree_.children(row)) {
            tallest = std::max(tallest, arrange_node(cell, left + pad_x, used + pad_y,
                                                     widths[column] - 2 * pad_x));
            left += widths[column];
            ++column;
        }
        rect(row) = {x, used, width, tallest + 2 * pad_y};
        used += rect(row).height;
    }
    rect(index) = {x, y, width, used - y};
    return used - y;
}

} // namespace tautline::ui
