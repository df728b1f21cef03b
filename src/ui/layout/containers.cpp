#include "ui/figures/figures.h"
#include "ui/layout/arranger.h"
#include "ui/text/text.h"

#include <algorithm>
#include <cmath>

namespace tautline::ui {

using view::Arrange;
using view::Look;
using view::Node;
using view::Role;

namespace {

bool is_choice(const Node& node) {
    return node.role == Role::radio || node.role == Role::checkbox;
}

bool is_plain_container(const Node& node) {
    return !is_text(node) && !is_control(node) && node.role != Role::figure &&
           node.role != Role::list && !is_box(node.look);
}

} // namespace

float Arranger::gap_between(int above, int below) const {
    const Node &first = node(above), &second = node(below);
    const Setting& setting = tree_.setting(below);
    const float gap = theme_.gap;
    const bool top_level = setting.depth == 1 && !setting.footer && !setting.banner;
    if (first.look == Look::eyebrow) return std::round(gap * (is_text(second) ? 0.35f : 0.7f));
    if (first.role == Role::heading) {
        if (is_text(second)) return std::round(gap * (first.level <= 1 ? 0.9f : 0.6f));
        return std::round(gap * (first.level <= 2 ? 1.3f : 0.8f));
    }
    const bool eyebrow_heading = second.look == Look::eyebrow;
    if (second.role == Role::heading || eyebrow_heading) {
        if (top_level) return std::round(theme_.section_gap * 0.8f);
        return std::round(gap * (second.level <= 2 ? 1.8f : 1.4f));
    }
    if (is_choice(first) && is_choice(second)) return theme_.target_gap;
    if (is_text(first) && is_text(second))
        return std::max(theme_.between_texts, first.look == Look::lead ? gap : 0.0f);
    if (first.role == Role::item && second.role == Role::item) {
        // Items of several paragraphs stand further apart than their own paragraphs do.
        const auto children = tree_.children(above);
        // Rows that open are high enough by themselves.
        if (!children.empty() && is_disclosure(node(children[0]))) return 0;
        const bool short_items = children.size() <= 1;
        return std::round(gap * (is_box(first.look) ? 1.0f : short_items ? 0.4f : 1.5f));
    }
    if (is_disclosure(second)) return std::round(gap * (top_level ? 1.4f : 0.8f));
    // What it opens stands close; what follows when it is closed does not.
    if (is_disclosure(first) &&
        (is_text(second) || is_box(second.look) || second.role == Role::table)) {
        return std::round(gap * 0.6f);
    }
    // A stage fills the window with what stands above it.
    if (second.arrange == Arrange::stage) return std::round(gap * 0.5f);
    // What a chapter says first leads straight to its figure.
    if (top_level && first.role != Role::figure && second.arrange == Arrange::split)
        return std::round(gap * 1.8f);
    if (top_level) {
        if (is_plain_container(first) || is_plain_container(second)) return theme_.section_gap;
        if (is_box(first.look) || is_box(second.look)) return std::round(gap * 1.4f);
    }
    if (setting.box == Look::controls) return std::round(gap * 1.2f);
    if (setting.exhibit) return std::round(gap * 0.8f);
    if (second.role == Role::figure) return std::round(gap * 1.5f);
    if (first.look == Look::lead) return std::round(gap * 1.5f);
    if (is_control(second) && is_text(first)) return std::round(gap * 1.1f);
    return gap;
}

float Arranger::column_width(int index, float width) const {
    const Node& which = node(index);
    const Setting& setting = tree_.setting(index);
    if (setting.exhibit || setting.banner) {
        const bool button = is_control(which) && which.role != Role::slider;
        return button ? natural_width(index, width) : width;
    }
    const float text = std::min(width, theme_.text_width);
    if (which.role == Role::heading) return std::min(width, theme_.text_width * 1.2f);
    if (which.role == Role::paragraph && which.look == Look::note)
        return std::min(width, theme_.text_width + 2 * theme_.padding);
    if (is_text(which) || which.role == Role::slider || is_choice(which) || is_disclosure(which))
        return text;
    if (which.role == Role::button || which.role == Role::link) {
        const bool filled = which.look == Look::primary || which.look == Look::secondary ||
                            which.look == Look::danger;
        return theme_.phone && filled && !setting.footer ? width : natural_width(index, width);
    }
    if (is_care_or_note(which.look) && editorial_ && setting.depth == 1) return width;
    if (is_care_or_note(which.look))
        return std::min(width, theme_.text_width + 2 * theme_.padding + 44 * theme_.scale);
    if (which.role == Role::list || which.role == Role::item || which.role == Role::progress) {
        return which.arrange == Arrange::stack && !is_wide(index)
                   ? std::min(width, theme_.text_width + 2 * theme_.padding)
                   : width;
    }
    return width;
}

bool Arranger::has_figure(int index) const {
    if (node(index).role == Role::figure) return true;
    const auto children = tree_.children(index);
    return std::any_of(children.begin(), children.end(),
                       [this](int child) { return has_figure(child); });
}

bool Arranger::has_split(int index) const {
    const auto children = tree_.children(index);
    return node(index).arrange == Arrange::split ||
           std::any_of(children.begin(), children.end(),
                       [this](int child) { return has_split(child); });
}

bool Arranger::is_wide(int index) const {
    const Node& which = node(index);
    if (which.role == Role::check_group || which.role == Role::radio_group) return false;
    const auto children = tree_.children(index);
    if (which.arrange == Arrange::split || which.arrange == Arrange::stage) return true;
    if (which.arrange == Arrange::grid && !children.empty() && !is_choice(node(children[0])))
        return true;
    if (which.role == Role::table && !children.empty() && tree_.children(children[0]).size() > 3)
        return true;
    if (which.look == Look::panel) return true;
    return std::any_of(children.begin(), children.end(),
                       [this](int child) { return is_wide(child); });
}

float Arranger::arrange_stack(std::span<const int> children, float x, float y, float width) {
    float used = y;
    int previous = -1;
    for (int child : children) {
        if (!takes_space(child)) {
            arrange_node(child, x, used, width);
            continue;
        }
        if (previous >= 0) used += gap_between(previous, child);
        used += arrange_node(child, x, used, column_width(child, width));
        previous = child;
    }
    return used - y;
}

float Arranger::row_gap(int child) const {
    // The marks of cards are as wide as a finger by themselves: six of them fit any phone.
    if (node(child).look == Look::dot) return 4;
    // A phone's banner is one line of four.
    return theme_.phone && tree_.setting(child).banner ? 5.0f : theme_.target_gap;
}

float Arranger::arrange_row(std::span<const int> children, float x, float y, float width,
                            bool spread) {
    if (children.empty()) return 0;
    const float gap = row_gap(children[0]);
    std::vector<int> shown;
    std::vector<float> widths;
    float sum = 0, widest = 0;
    bool choices = true, buttons = true;
    for (int child : children) {
        if (!takes_space(child)) {
            arrange_node(child, x, y, width);
            continue;
        }
        const Node& which = node(child);
        shown.push_back(child);
        widths.push_back(natural_width(child, width));
        sum += widths.back() + (shown.size() > 1 ? gap : 0);
        widest = std::max(widest, widths.back());
        choices = choices && is_choice(which);
        buttons = buttons && is_control(which) && which.look != Look::chip &&
                  which.look != Look::icon && which.look != Look::quiet &&
                  which.look != Look::dot && which.look != Look::drawer &&
                  which.look != Look::plain;
    }
    if (shown.empty()) return 0;
    const float count = static_cast<float>(shown.size());
    const float share = (width - gap * (count - 1)) / count;
    if (choices && widest <= share) {
        // Answers of one question are equally wide; on a phone they fill the line.
        const float equal = theme_.phone || theme_.kiosk
                                ? std::floor(share)
                                : std::min(share, std::max(widest, 120 * theme_.scale));
        std::fill(widths.begin(), widths.end(), equal);
    } else if (choices && theme_.phone && sum <= width) {
        // Short answers keep to one line, each as wide as its words ask, and fill it together.
        for (float& each : widths)
            each += std::floor((width - sum) / count);
    } else if (choices && theme_.phone && shown.size() == 4 && widest <= (width - gap) / 2) {
        std::fill(widths.begin(), widths.end(), std::floor((width - gap) / 2)); // two lines of two
    } else if (theme_.phone && sum > width && (buttons || (choices && count <= 4))) {
        std::fill(widths.begin(), widths.end(), width);
    }
    // A list keeps what it can be changed with at its side: its lines are the ones to break.
    if (spread && shown.size() == 2 && node(shown[0]).role == Role::list)
        widths[0] = std::max(width - gap - widths[1], width / 2);
    float top = y;
    for (std::size_t begin = 0; begin < shown.size();) {
        std::size_t end = begin;
        float line = 0;
        while (end < shown.size() && (end == begin || line + gap + widths[end] <= width + 0.5f)) {
            line += widths[end] + (end > begin ? gap : 0);
            ++end;
        }
        float left = x, tallest = 0;
        for (std::size_t i = begin; i < end; ++i) {
            tallest = std::max(tallest, arrange_node(shown[i], left, top, widths[i]));
            left += widths[i] + gap;
            // The marks of cards stand in the middle under the picture.
            if (i == begin && node(shown[i]).look == Look::dot && !theme_.beside)
                shift(shown[i], std::floor((width - line) / 2), 0),
                    left += std::floor((width - line) / 2);
            // In the banner the first thing stands left and the others right.
            if (spread && i == begin && end - begin > 1) left += std::max(0.0f, width - line);
        }
        for (std::size_t i = begin; i < end; ++i) {
            Rect& one = rect(shown[i]);
            if (is_choice(node(shown[i]))) {
                one.height = tallest;
            } else {
                shift(shown[i], 0, std::floor((tallest - one.height) / 2));
            }
        }
        top += tallest;
        begin = end;
        if (begin < shown.size()) top += gap;
    }
    return top - y;
}

float Arranger::arrange_grid(std::span<const int> children, float x, float y, float width) {
    std::vector<int> shown;
    for (int child : children) {
        if (takes_space(child)) {
            shown.push_back(child);
        } else {
            arrange_node(child, x, y, width);
        }
    }
    if (shown.empty()) return 0;
    const bool choices = is_choice(node(shown[0])) || is_control(node(shown[0]));
    const float gap = choices ? theme_.target_gap : std::round(theme_.gap * 1.2f);
    const float least = std::min(width, (choices ? 200.0f : 285.0f) * theme_.scale);
    const float total = static_cast<float>(shown.size());
    float columns =
        std::clamp(std::floor((width + gap) / (least + gap)), 1.0f, std::min(total, 4.0f));
    columns = std::ceil(total / std::ceil(total / columns)); // as even as the rows allow
    const std::size_t per_line = static_cast<std::size_t>(columns);
    const float cell = std::floor((width - gap * (columns - 1)) / columns);
    float top = y;
    for (std::size_t begin = 0; begin < shown.size(); begin += per_line) {
        const std::size_t end = std::min(begin + per_line, shown.size());
        if (begin > 0) top += gap;
        float tallest = 0;
        for (std::size_t i = begin; i < end; ++i) {
            const float left = x + static_cast<float>(i - begin) * (cell + gap);
            tallest = std::max(tallest, arrange_node(shown[i], left, top, cell));
        }
        for (std::size_t i = begin; i < end; ++i) {
            if (is_box(node(shown[i]).look) || is_choice(node(shown[i])))
                rect(shown[i]).height = tallest;
        }
        top += tallest;
    }
    return top - y;
}

// Side by side; beside a picture the words stand on its middle line.
float Arranger::arrange_hero(std::span<const int> children, bool picture, float x, float y,
                             float width) {
    const float gap = std::round(theme_.gap * 2.6f);
    const float left = std::floor((width - gap) * (picture ? 0.52f : 0.5f));
    const float right = width - gap - left;
    const float left_height = arrange_node(children[0], x, y, left);
    const float right_height = arrange_stack(children.subspan(1), x + left + gap, y, right);
    const float slack = picture ? right_height - left_height : 0;
    if (slack > 0) shift(children[0], 0, std::floor(slack / 2));
    for (int child : children.subspan(1)) {
        if (slack < 0) shift(child, 0, std::floor(-slack / 2));
    }
    return std::max(left_height, right_height);
}

// The figure stands left. What moves it stands right, in its order; what remains goes wherever
// there is more room, so that the columns end together.
float Arranger::arrange_beside_figure(std::span<const int> children, int panel, float x, float y,
                                      float width) {
    const float gap = std::round(theme_.gap * 1.4f);
    const float left = std::floor((width - gap) * 0.58f), right = width - gap - left;
    float left_height = arrange_node(panel, x, y, left);
    const int figure = last_figure_;
    float right_height = 0;
    int above_left = panel, above_right = -1;
    for (int child : children) {
        if (child == panel) continue;
        if (!takes_space(child)) {
            arrange_node(child, x, y, left);
            continue;
        }
        if (above_right >= 0 && node(child).look != Look::controls && left_height < right_height) {
            left_height += gap_between(above_left, child);
            left_height += arrange_node(child, x, y + left_height, column_width(child, left));
            above_left = child;
        } else {
            if (above_right >= 0) right_height += gap_between(above_right, child);
            right_height +=
                arrange_node(child, x + left + gap, y + right_height, column_width(child, right));
            above_right = child;
        }
    }
    // Not in the first window, where the figure's size is the window's: it must stay as it is when
    // a touch on it brings words beside it.
    if (above_left == panel && right_height > left_height && y > viewport_.height * 0.6f) {
        figure_extra_ = std::min(right_height - left_height, viewport_.height * 0.2f);
        left_height = arrange_node(panel, x, y, left);
        figure_extra_ = 0;
        last_figure_ = figure;
    }
    return std::max(left_height, right_height);
}

// The picture and the words together fill one window, whatever the words are just now; the way on
// stands at its foot. A small window or large text lets the words flow on below it.
float Arranger::arrange_stage(std::span<const int> children, float x, float y, float width) {
    const int panel = children[0], words = children[1];
    const bool beside = theme_.beside;
    const bool card = node(words).look == Look::words;
    const float gap = std::round(theme_.gap * (beside ? 1.4f : card ? 0.6f : 1.2f));
    const float left = beside ? std::floor((width - gap) * (theme_.wide ? 0.6f : 0.54f)) : width;
    const float right = beside ? width - gap - left : width;
    const float foot = theme_.phone ? 8.0f : theme_.gap;
    const float window = viewport_.height - y - foot;
    // As high as a card of three lines and one control: from card to card the picture stays as it
    // is, unless one needs more.
    const float usual = 3 * theme_.lead.line_height + 100 + 104 * std::max(theme_.scale, 1.0f) +
                        std::round(theme_.gap * 5.4f);
    const float words_height = std::max(card ? usual : 0.0f, arrange_node(words, x, y, right));
    stage_height_ = 100;
    const float around = arrange_node(panel, x, y, left) - stage_height_;
    const float room = window - around - (beside ? 0 : words_height + gap);
    const auto parts_of_panel = tree_.children(panel);
    const bool spots = std::any_of(parts_of_panel.begin(), parts_of_panel.end(),
                                   [this](int part) { return is_spot(node(part)); });
    const float least =
        std::max(std::min(left * 0.46f, viewport_.height * 0.4f), spots ? spots_height : 160.0f);
    const float most = std::max(least, left * (theme_.phone ? 1.1f : 1.0f));
    stage_height_ = std::clamp(room, least, most);
    const float panel_height = arrange_node(panel, x, y, left);
    stage_height_ = 0;
    if (beside) {
        const float used = arrange_node(words, x + left + gap, y, right);
        return std::max(panel_height, used);
    }
    const float below = panel_height + gap;
    float used = arrange_node(words, x, y + below, right);
    const float slack = window - below - used;
    const auto parts = tree_.children(words);
    if (slack > 0 && !parts.empty()) {
        shift(parts.back(), 0, slack);
        rect(words).height += slack;
        used += slack;
    }
    return below + used;
}

float Arranger::arrange_split(std::span<const int> children, float x, float y, float width) {
    std::vector<int> shown;
    int panel = -1;
    for (int child : children) {
        if (!takes_space(child)) {
            arrange_node(child, x, y, width);
            continue;
        }
        shown.push_back(child);
        if (panel < 0 && has_figure(child)) panel = child;
    }
    if (!theme_.wide || shown.size() < 2) return arrange_stack(shown, x, y, width);
    if (panel >= 0 && node(panel).role != Role::figure)
        return arrange_beside_figure(shown, panel, x, y, width);
    return arrange_hero(shown, panel >= 0, x, y, width);
}

// On a wide screen a section's heading stands left of its text, as in a well-set book.
float Arranger::arrange_sidehead(std::span<const int> children, float x, float y, float width) {
    std::size_t heads = 0;
    while (heads < children.size() &&
           (!takes_space(children[heads]) || node(children[heads]).role == Role::heading ||
            (heads == 0 && node(children[heads]).look == Look::eyebrow))) {
        ++heads;
    }
    const float gap = std::round(theme_.gap * 2);
    // A screen's own title has half the line, so that it stays on one or two.
    const bool title = heads > 0 && node(children[heads - 1]).level == 1;
    const float right = title ? std::floor((width - gap) * 0.5f)
                              : std::min(theme_.text_width + 2 * theme_.padding, width * 0.68f);
    const float left = width - gap - right;
    if (heads == 0 || heads == children.size() || left < 220 * theme_.scale) {
        return arrange_stack(children, x, y, width);
    }
    const float head_height = arrange_stack(children.first(heads), x, y, left);
    return std::max(head_height, arrange_stack(children.subspan(heads), x + left + gap, y, right));
}

float Arranger::arrange_children(int index, std::span<const int> children, Arrange arrange, float x,
                                 float y, float width) {
    switch (arrange) {
    case Arrange::row:
        return arrange_row(children, x, y, width, false);
    case Arrange::grid:
        return arrange_grid(children, x, y, width);
    case Arrange::split:
        return arrange_split(children, x, y, width);
    case Arrange::stage:
        return children.size() == 2 ? arrange_stage(children, x, y, width)
                                    : arrange_stack(children, x, y, width);
    case Arrange::ends:
        return arrange_row(children, x, y, width, true);
    case Arrange::stack:
        break;
    }
    const Look look = node(index).look;
    const bool section =
        tree_.setting(index).depth == 1 && (look == Look::plain || look == Look::card);
    if (editorial_ && section && !is_wide(index)) return arrange_sidehead(children, x, y, width);
    return arrange_stack(children, x, y, width);
}

// A list's item: its words stand beside a bullet, unless it is a box or lies in a row or grid.
float Arranger::arrange_item(int index, float x, float y, float width) {
    const Node& which = node(index);
    const bool bullet = has_bullet(tree_, index);
    const float indent = bullet ? bullet_indent(theme_) : 0;
    const Padding pad = padding_of(theme_, tree_, index);
    const float inner_x = x + indent + pad.left,
                inner_width = width - indent - pad.left - pad.right;
    const auto children = tree_.children(index);
    float height = 0;
    if (children.empty() && shows_label(which)) {
        height = text_height(theme_.fonts, text_style(theme_, which, tree_.setting(index)),
                             which.label, inner_width);
    } else {
        height =
            arrange_children(index, children, which.arrange, inner_x, y + pad.top, inner_width);
    }
    height += pad.top + pad.bottom;
    rect(index) = {x, y, width, height};
    return height;
}

float Arranger::arrange_container(int index, float x, float y, float width) {
    const Node& which = node(index);
    if (which.role == Role::item || which.role == Role::cell || which.role == Role::header_cell) {
        return arrange_item(index, x, y, width);
    }
    const Padding pad = padding_of(theme_, tree_, index);
    auto children = tree_.children(index);
    const float inner_x = x + pad.left, inner_width = std::max(width - pad.left - pad.right, 1.0f);
    float used = y + pad.top;
    const bool legend =
        (which.role == Role::radio_group || which.role == Role::check_group) && shows_label(which);
    if (legend) {
        const TextStyle style = text_style(theme_, which, tree_.setting(index));
        used +=
            text_height(theme_.fonts, style, which.label, std::min(inner_width, theme_.text_width));
        if (!children.empty()) used += std::round(theme_.gap * 0.8f);
    }
    const float lead_in = theme_.phone ? lead_in_of(theme_, which) : 0;
    if (lead_in > 0 && !children.empty()) {
        const int first = children[0];
        const float icon = box_icon_size(theme_);
        const float height =
            arrange_node(first, inner_x + lead_in, used, std::max(inner_width - lead_in, 1.0f));
        if (height < icon) shift(first, 0, std::floor((icon - height) / 2));
        used += std::max(height, icon);
        const auto rest = children.subspan(1);
        if (!rest.empty()) used += gap_between(first, rest[0]);
        children = rest;
    }
    if (!children.empty()) {
        used += arrange_children(index, children, which.arrange, inner_x, used, inner_width);
    }
    const bool empty = tree_.children(index).empty() && !legend;
    float height = empty && !is_box(which.look) ? 0 : used + pad.bottom - y;
    if (lead_in_of(theme_, which) > 0)
        height = std::max(height, pad.top + box_icon_size(theme_) + pad.bottom);
    rect(index) = {x, y, width, height};
    return height;
}

} // namespace tautline::ui
