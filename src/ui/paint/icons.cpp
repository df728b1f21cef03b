#include "ui/paint/icons.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <numbers>

namespace tautline::ui {
namespace {

using view::Icon;

constexpr float pi = std::numbers::pi_v<float>;

// Draws in the icon's own 24 x 24 units with a round pen of 2 units.
class Pen {
public:
    Pen(ImDrawList& list, float x, float y, float size, Color color)
        : list_{list}, unit_{size / 24}, left_{x - size / 2}, top_{y - size / 2},
          color_{color.packed()} {}

    void line(std::initializer_list<ImVec2> points) {
        for (const ImVec2& point : points) {
            list_.PathLineTo(at(point));
        }
        stroke(false);
    }
    void loop(std::initializer_list<ImVec2> points) {
        for (const ImVec2& point : points) {
            list_.PathLineTo(at(point));
        }
        stroke(true);
    }
    void fill(std::initializer_list<ImVec2> points) {
        for (const ImVec2& point : points) {
            list_.PathLineTo(at(point));
        }
        list_.PathFillConvex(color_);
    }
    // A triangle or bar with softened corners: the same shape outlined by a thin pen.
    void solid(std::initializer_list<ImVec2> points) {
        fill(points);
        loop(points);
    }
    void arc(ImVec2 center, float radius, float from_degrees, float to_degrees) {
        list_.PathArcTo(at(center), radius * unit_, from_degrees * pi / 180, to_degrees * pi / 180,
                        24);
        stroke(false);
    }
    void circle(ImVec2 center, float radius) {
        list_.AddCircle(at(center), radius * unit_, color_, 32, pen_ * unit_);
    }
    void dot(ImVec2 center, float radius) {
        list_.AddCircleFilled(at(center), radius * unit_, color_, 24);
    }
    void curve(ImVec2 from, ImVec2 control1, ImVec2 control2, ImVec2 to) {
        list_.PathLineTo(at(from));
        list_.PathBezierCubicCurveTo(at(control1), at(control2), at(to), 20);
        stroke(false);
    }
    void box(ImVec2 low, ImVec2 high, float radius) {
        list_.AddRect(at(low), at(high), color_, radius * unit_, 0, pen_ * unit_);
    }
    void width(float units) { pen_ = units; }

private:
    ImVec2 at(ImVec2 point) const { return {left_ + point.x * unit_, top_ + point.y * unit_}; }
    void stroke(bool closed) {
        const float half = pen_ * unit_ / 2;
        // Circles use the list's path too, so it is taken out first.
        std::array<ImVec2, 64> points;
        const int count = std::min(list_._Path.Size, static_cast<int>(points.size()));
        std::copy(list_._Path.Data, list_._Path.Data + count, points.begin());
        list_.PathClear();
        if (count == 0) return;
        list_.AddPolyline(points.data(), count, color_, closed ? ImDrawFlags_Closed : 0,
                          pen_ * unit_);
        const bool corners =
            count <= 8; // a few straight lines: round joins; else a curve: round ends
        for (int i = 0; i < count; ++i) {
            if (corners || (!closed && (i == 0 || i == count - 1))) {
                list_.AddCircleFilled(points[static_cast<std::size_t>(i)], half, color_, 12);
            }
        }
    }

    ImDrawList& list_;
    float unit_, left_, top_;
    float pen_ = 2;
    ImU32 color_;
};

void draw_controls(Pen& pen, Icon icon) {
    switch (icon) {
    case Icon::play:
        pen.solid({{8, 5}, {19, 12}, {8, 19}});
        break;
    case Icon::pause:
        pen.width(1);
        pen.solid({{7, 5.5f}, {9.5f, 5.5f}, {9.5f, 18.5f}, {7, 18.5f}});
        pen.solid({{14.5f, 5.5f}, {17, 5.5f}, {17, 18.5f}, {14.5f, 18.5f}});
        break;
    case Icon::step:
        pen.solid({{6, 6}, {14, 12}, {6, 18}});
        pen.width(2.4f);
        pen.line({{18, 6}, {18, 18}});
        break;
    case Icon::reset:
        pen.arc({12, 12.8f}, 7.8f, 202, 490);
        pen.line({{4.2f, 4.6f}, {4.2f, 9.8f}, {9.4f, 9.8f}});
        break;
    case Icon::slow: // a clock
        pen.circle({12, 12}, 8.5f);
        pen.line({{12, 7}, {12, 12}, {15.5f, 14}});
        break;
    case Icon::back:
        pen.line({{19, 12}, {5, 12}});
        pen.line({{11, 6}, {5, 12}, {11, 18}});
        break;
    case Icon::next:
        pen.line({{5, 12}, {19, 12}});
        pen.line({{13, 6}, {19, 12}, {13, 18}});
        break;
    case Icon::plus:
        pen.line({{12, 5}, {12, 19}});
        pen.line({{5, 12}, {19, 12}});
        break;
    case Icon::close:
        pen.line({{6, 6}, {18, 18}});
        pen.line({{18, 6}, {6, 18}});
        break;
    case Icon::open:
        pen.line({{6, 9}, {12, 15}, {18, 9}});
        break;
    case Icon::check:
        pen.width(2.6f);
        pen.line({{5, 12.5f}, {10, 17.5f}, {19.5f, 7}});
        break;
    case Icon::change: // a pencil
        pen.loop({{4.5f, 19.5f}, {5.5f, 15.5f}, {16, 5}, {19, 8}, {8.5f, 18.5f}});
        pen.line({{13.5f, 7.5f}, {16.5f, 10.5f}});
        break;
    default:
        break;
    }
}

void draw_places(Pen& pen, Icon icon) {
    switch (icon) {
    case Icon::warning:
        pen.loop({{12, 3.5f}, {21.5f, 20}, {2.5f, 20}});
        pen.line({{12, 9.8f}, {12, 14}});
        pen.dot({12, 17}, 1.25f);
        break;
    case Icon::text_view:
        pen.line({{4, 6}, {20, 6}});
        pen.line({{4, 10.5f}, {20, 10.5f}});
        pen.line({{4, 15}, {20, 15}});
        pen.line({{4, 19.5f}, {13, 19.5f}});
        break;
    case Icon::settings: // sliders
        pen.line({{4, 7}, {20, 7}});
        pen.line({{4, 17}, {20, 17}});
        pen.dot({9, 7}, 3.2f);
        pen.dot({15, 17}, 3.2f);
        break;
    case Icon::sources: // an open book
        pen.curve({12, 6.5f}, {9.5f, 4.5f}, {6, 4.2f}, {3.5f, 4.8f});
        pen.curve({12, 6.5f}, {14.5f, 4.5f}, {18, 4.2f}, {20.5f, 4.8f});
        pen.curve({12, 19.5f}, {9.5f, 17.5f}, {6, 17.2f}, {3.5f, 17.8f});
        pen.curve({12, 19.5f}, {14.5f, 17.5f}, {18, 17.2f}, {20.5f, 17.8f});
        pen.line({{3.5f, 4.8f}, {3.5f, 17.8f}});
        pen.line({{20.5f, 4.8f}, {20.5f, 17.8f}});
        pen.line({{12, 6.5f}, {12, 19.5f}});
        break;
    case Icon::home:
        pen.line({{3.5f, 11.5f}, {12, 4}, {20.5f, 11.5f}});
        pen.line({{6, 10}, {6, 19.5f}, {18, 19.5f}, {18, 10}});
        break;
    case Icon::phone:
        pen.box({7, 2.8f}, {17, 21.2f}, 2.6f);
        pen.line({{10.7f, 18}, {13.3f, 18}});
        break;
    case Icon::link_out:
        pen.line({{10, 5}, {5, 5}, {5, 19}, {19, 19}, {19, 14}});
        pen.line({{14, 4}, {20, 4}, {20, 10}});
        pen.line({{20, 4}, {11.5f, 12.5f}});
        break;
    default:
        break;
    }
}

void draw_topics(Pen& pen, Icon icon) {
    switch (icon) {
    case Icon::body: // head and shoulders from behind, with the spine
        pen.circle({12, 6}, 3.4f);
        pen.curve({4, 20}, {4, 14.2f}, {7, 12.2f}, {12, 12.2f});
        pen.curve({20, 20}, {20, 14.2f}, {17, 12.2f}, {12, 12.2f});
        pen.line({{12, 15.5f}, {12, 20}});
        break;
    case Icon::breath: // moving air
        pen.curve({3, 9}, {8, 9}, {11, 9}, {14, 9});
        pen.arc({14, 6.3f}, 2.7f, -170, 90);
        pen.line({{3, 13.2f}, {18, 13.2f}});
        pen.arc({18, 16}, 2.8f, -90, 150);
        pen.line({{5, 17.4f}, {11.5f, 17.4f}});
        break;
    case Icon::moon:
        pen.arc({11.5f, 12.5f}, 8.2f, 22, 270);
        pen.arc({17, 7}, 7.4f, 80, 198);
        break;
    case Icon::walk:
        pen.dot({13, 4.4f}, 2);
        pen.line({{12.6f, 8.5f}, {11.2f, 14}, {14.6f, 16.6f}, {15.4f, 21}});
        pen.line({{11.2f, 14}, {9.6f, 17.4f}, {6.6f, 20.6f}});
        pen.line({{7.2f, 12.4f}, {9, 9.6f}, {12.6f, 8.5f}, {14.8f, 11.4f}, {17.8f, 12.2f}});
        break;
    case Icon::talk:
        pen.loop(
            {{4, 5}, {20, 5}, {20, 15.5f}, {12.5f, 15.5f}, {8, 19.8f}, {8, 15.5f}, {4, 15.5f}});
        pen.dot({8.4f, 10.2f}, 1.2f);
        pen.dot({12, 10.2f}, 1.2f);
        pen.dot({15.6f, 10.2f}, 1.2f);
        break;
    case Icon::heat:
        for (float x : {6.5f, 12.0f, 17.5f}) {
            pen.curve({x, 20}, {x - 4.2f, 14.5f}, {x + 4.2f, 9.5f}, {x, 4});
        }
        break;
    case Icon::bolt:
        pen.loop({{13.5f, 3}, {5, 13.5f}, {11, 13.5f}, {10.2f, 21}, {19, 10.2f}, {12.8f, 10.2f}});
        break;
    case Icon::wave:
        pen.curve({2.5f, 12}, {5, 3}, {7.5f, 3}, {9.5f, 12});
        pen.curve({9.5f, 12}, {11.5f, 20}, {13.5f, 20}, {15, 12});
        pen.curve({15, 12}, {16.5f, 6.5f}, {18.5f, 6.5f}, {21.5f, 12});
        break;
    default:
        break;
    }
}

} // namespace

void draw_icon(ImDrawList& list, Icon icon, float x, float y, float size, Color color) {
    Pen pen{list, x, y, size, color};
    draw_controls(pen, icon);
    draw_places(pen, icon);
    draw_topics(pen, icon);
}

void draw_chevron(ImDrawList& list, Chevron chevron, float x, float y, float size, Color color) {
    Pen pen{list, x, y, size, color};
    pen.width(2.4f);
    if (chevron == Chevron::down) {
        pen.line({{6, 9}, {12, 15}, {18, 9}});
    } else {
        pen.line({{9, 6}, {15, 12}, {9, 18}});
    }
}

} // namespace tautline::ui
