#include "fonts.h"
#include "ui/surface.h"
#include "ui/text.h"
#include "ui/typeface_file.h"

#include <catch_amalgamated.hpp>
#include <string>

namespace {

using namespace tautline;
using namespace tautline::ui;

struct Type {
    FontFiles files = read_fonts();
    Surface surface{files.regular, files.bold};
    TextStyle style{18, 27, false};
};

} // namespace

TEST_CASE("the built fonts are there", "[ui][text]") {
    const FontFiles files = read_fonts();
    REQUIRE(files.regular.size() > 1000);
    REQUIRE(files.bold.size() > 1000);
    CHECK(line_per_em(files.regular) == Catch::Approx(1.24f).margin(0.15f));
    CHECK(line_per_em(std::vector<std::uint8_t>{1, 2, 3}) == Catch::Approx(1.2f));
}

TEST_CASE("wrapped lines fit, lose no word and break only where they may", "[ui][text]") {
    Type type;
    const std::string text =
        "The alarm itself is not harmful. It is meant to come and go, many-times a day.";
    for (float width = 90; width < 700; width += 17) {
        std::string joined;
        for (std::string_view line : wrap(type.surface.fonts(), type.style, text, width)) {
            CHECK(text_width(type.surface.fonts(), type.style, line) <= width + 0.5f);
            CHECK((line.empty() || (line.front() != ' ' && line.back() != ' ')));
            if (!joined.empty() && joined.back() != '-') joined += ' ';
            joined += line;
        }
        CHECK(joined == text);
    }
}

TEST_CASE("a word wider than the line is broken, and line ends in the text are kept",
          "[ui][text]") {
    Type type;
    const auto lines = wrap(type.surface.fonts(), type.style, "Unterbeamtengesellschaft", 60);
    CHECK(lines.size() > 2);
    CHECK(wrap(type.surface.fonts(), type.style, "one\ntwo\n\nfour", 500).size() == 4);
    CHECK(wrap(type.surface.fonts(), type.style, "", 500).empty());
    // A no-break space holds its words together.
    const auto held = wrap(type.surface.fonts(), type.style, "aaaa 30\xC2\xA0min", 70);
    REQUIRE(held.size() == 2);
    CHECK(held[1] == "30\xC2\xA0min");
}

TEST_CASE("a balanced heading has no more lines and a narrower measure", "[ui][text]") {
    Type type;
    const std::string text = "What the article says, and what research adds to it";
    const Fonts& fonts = type.surface.fonts();
    const float full = 330;
    const float narrow = balanced_width(fonts, type.style, text, full);
    CHECK(narrow <= full);
    CHECK(wrap(fonts, type.style, text, narrow).size() ==
          wrap(fonts, type.style, text, full).size());
}

TEST_CASE("a balanced heading breaks no word that has room", "[ui][text]") {
    Type type;
    const std::string text = "Stress and your back";
    const Fonts& fonts = type.surface.fonts();
    const float longest = longest_word(fonts, type.style, text);
    CHECK(longest == text_width(fonts, type.style, "Stress"));
    for (const float room : {1.0f, 5.0f, 20.0f, 60.0f}) {
        std::string joined;
        const float narrow = balanced_width(fonts, type.style, text, longest + room);
        for (const std::string_view line : wrap(fonts, type.style, text, narrow))
            joined += (joined.empty() ? "" : " ") + std::string(line);
        INFO(room);
        CHECK(joined == text);
    }
}
