// No figure flashes: frame after frame of every one while it plays, counted as WCAG 2.3.1 does: a
// flash is a pair of opposing changes of relative luminance of 10 % or more where the darker is
// below 0.8. More than three within a second, over a quarter of the picture, would be too many.
#include "app/update.h"
#include "fonts.h"
#include "support/shipped_library.h"
#include "ui/color.h"
#include "ui/raster/raster.h"
#include "ui/stage.h"
#include "view/build_screen.h"

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <string>
#include <vector>

namespace {

using namespace tautline;
using app::Control;
using app::Route;

constexpr int frames_per_s = 20; // 10 flashes a second could still be seen
constexpr int across = 160, down = 140, square = 10;

// The frames at which the luminance turned after a swing of a tenth or more.
std::vector<int> turns(const std::vector<double>& luminance) {
    std::vector<int> found;
    double low = luminance.front(), high = luminance.front();
    int direction = 0; // of the last swing
    for (std::size_t i = 1; i < luminance.size(); ++i) {
        const double now = luminance[i];
        if (direction != 1 && now - low >= 0.1 && low < 0.8) {
            direction = 1;
            found.push_back(static_cast<int>(i));
            high = now;
        } else if (direction != -1 && high - now >= 0.1 && now < 0.8) {
            direction = -1;
            found.push_back(static_cast<int>(i));
            low = now;
        }
        low = direction == 1 ? now : std::min(low, now);
        high = direction == -1 ? now : std::max(high, now);
    }
    return found;
}

int most_flashes_in_a_second(const std::vector<double>& luminance) {
    const std::vector<int> at = turns(luminance);
    int most = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
        int within = 0;
        for (std::size_t k = i; k < at.size() && at[k] - at[i] < frames_per_s; ++k)
            ++within;
        most = std::max(most, within / 2);
    }
    return most;
}

// Mean relative luminance of each square of the picture.
std::vector<double> squares(const ui::Image& image) {
    std::vector<double> sums(static_cast<std::size_t>((across / square) * (down / square)), 0);
    for (int y = 0; y < down; ++y)
        for (int x = 0; x < across; ++x) {
            const std::uint32_t pixel = image.pixels[static_cast<std::size_t>(y * across + x)];
            const ui::Color color{static_cast<std::uint8_t>(pixel & 255),
                                  static_cast<std::uint8_t>(pixel >> 8 & 255),
                                  static_cast<std::uint8_t>(pixel >> 16 & 255)};
            sums[static_cast<std::size_t>((y / square) * (across / square) + x / square)] +=
                ui::luminance(color) / (square * square);
        }
    return sums;
}

} // namespace

TEST_CASE("flashes are counted as WCAG does", "[ui][flash]") {
    std::vector<double> five, slow, faint, bright;
    for (int i = 0; i < 3 * frames_per_s; ++i) {
        const bool on = (i * 10 / frames_per_s) % 2 == 0; // five times a second
        five.push_back(on ? 0.6 : 0.2);
        faint.push_back(on ? 0.25 : 0.2);
        bright.push_back(on ? 1.0 : 0.85);
        slow.push_back((i / frames_per_s) % 2 == 0 ? 0.6 : 0.2);
    }
    CHECK(most_flashes_in_a_second(five) >= 4);
    CHECK(most_flashes_in_a_second(slow) <= 1);
    CHECK(most_flashes_in_a_second(faint) == 0);
    CHECK(most_flashes_in_a_second(bright) == 0);
}

TEST_CASE("no figure flashes while it plays", "[ui][flash][access]") {
    const app::Library& library = test::shipped_library();
    const FontFiles files = read_fonts();
    ui::Stage stage{files.regular, files.bold};
    struct Play {
        Route route;
        app::Action start;
    };
    for (const Play& play : {Play{Route::chapter_alarm, app::Press{Control::alarm_startle}},
                             Play{Route::chapter_muscles, app::Press{Control::play_pause}},
                             Play{Route::chapter_cortisol, app::Press{Control::play_pause}},
                             Play{Route::chapter_sensitivity, app::Press{Control::play_pause}},
                             Play{Route::breathing, app::Press{Control::pacer_start_stop}},
                             Play{Route::relaxation, app::Press{Control::relaxation_start_stop}}}) {
        app::AppState state =
            app::update(library, app::initial_state(library), app::GoTo{play.route});
        state = app::update(library, state, play.start);
        std::vector<std::vector<double>> series;
        ui::Image image;
        for (int frame = 0; frame < 6 * frames_per_s; ++frame) {
            state = app::update(library, state, app::Tick{1.0 / frames_per_s});
            const view::Screen screen = view::build_screen(library, state);
            const auto figure =
                std::find_if(screen.nodes.begin(), screen.nodes.end(), [](const view::Node& node) {
                    return node.role == view::Role::figure;
                });
            REQUIRE(figure != screen.nodes.end());
            ui::rasterize(*stage.paint_figure(*figure, across, down, 1, {},
                                              static_cast<double>(frame) / frames_per_s),
                          image);
            const std::vector<double> now = squares(image);
            series.resize(now.size());
            for (std::size_t i = 0; i < now.size(); ++i)
                series[i].push_back(now[i]);
        }
        const auto flashing =
            std::count_if(series.begin(), series.end(), [](const std::vector<double>& one) {
                return most_flashes_in_a_second(one) > 3;
            });
        INFO("screen " << app::entry(play.route).name << ": " << flashing << " of " << series.size()
                       << " squares flash more than three times a second");
        CHECK(static_cast<std::size_t>(flashing) * 4 < series.size());
    }
}
