#include "fonts.h"
#include "ui/surface.h"
#include "ui/text/text.h"
#include "ui/text/typeface_file.h"

#include <algorithm>
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
    // An address: as many letters in each line as fit, whatever its hyphens are.
    const std::string_view address = "https://example.org/one-two-three-four-five-six";
    const auto cut = wrap(type.surface.fonts(), type.style, address, 120);
    REQUIRE(cut.size() > 2);
    float widest = 0;
    for (const std::string_view line : cut)
        widest = std::max(widest, text_width(type.surface.fonts(), type.style, line));
    CHECK(widest <= 120.02f);
    for (std::size_t i = 0; i + 1 < cut.size(); ++i) {
        const std::string_view more{cut[i].data(), cut[i].size() + 1};
        CHECK(text_width(type.surface.fonts(), type.style, more) > widest);
    }
    // A word that fits between its hyphens is broken there.
    const float check = text_width(type.surface.fonts(), type.style, "check");
    CHECK(wrap(type.surface.fonts(), type.style, "self-check", check + 4).front() == "self-");
    CHECK(wrap(type.surface.fonts(), type.style, "one\ntwo\n\nfour", 500).size() == 4);
    CHECK(wrap(type.surface.fonts(), type.style, "", 500).empty());
    // A no-break space holds its words together.
    const auto held = wrap(type.surface.fonts(), type.style, "aaaa 30\xC2\xA0min", 70);
    REQUIRE(held.size() == 2);
    CHECK(held[1] == "30\xC2\xA0min");
}

TEST_CASE("between the widest line and one with a word more there is room for a browser's width",
          "[ui][text]") {
    Type type;
    const Fonts& fonts = type.surface.fonts();
    const std::string text = "The alarm itself is not harmful. It is meant to come and go, and "
                             "muscles. Get it checked today if no clinician has seen it.";
    int close = 0, wrapped = 0;
    for (float width = 150; width < 500; width += 0.37f) {
        const auto lines = wrap(fonts, type.style, text, width);
        float widest = 0, longer = 1e6f;
        for (const std::string_view line : lines) {
            widest = std::max(widest, text_width(fonts, type.style, line));
            const auto end = static_cast<std::size_t>(line.data() - text.data()) + line.size();
            if (end >= text.size()) continue;
            const std::size_t more = word_end(text, text[end] == ' ' ? end + 1 : end);
            const auto begin = static_cast<std::size_t>(line.data() - text.data());
            longer =
                std::min(longer, text_width(fonts, type.style,
                                            std::string_view{text}.substr(begin, more - begin)));
        }
        ++wrapped;
        if (longer - widest < 1.2f) ++close;
        CHECK(widest <= width + 0.02f);
    }
    CHECK(wrapped > 900);
    CHECK(close == 0);
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
