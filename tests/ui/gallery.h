// Hand-made screens that hold every role and look in its states. The specs lay them out and paint
// them; the screenshot program shows them; they are the first thing to open when changing how
// something looks.
#pragma once

#include "view/screen/screen.h"

#include <string>
#include <string_view>
#include <vector>

namespace tautline::gallery {

// Opens and closes containers as scopes, like the screens' own builder but without words or state.
class Maker {
public:
    explicit Maker(view::Accent accent = view::Accent::none);

    view::Node& open(view::Role role, std::string key, view::Look look = view::Look::plain,
                     view::Arrange arrange = view::Arrange::stack);
    void close();
    view::Node& leaf(view::Role role, std::string key, std::string label,
                     view::Look look = view::Look::plain);
    view::Node& heading(int level, std::string key, std::string label);
    view::Node& paragraph(std::string key, std::string label, view::Look look = view::Look::plain);
    view::Node& button(std::string key, std::string label, view::Look look,
                       view::Icon icon = view::Icon::none);
    view::Node& slider(std::string key, std::string label, std::string value_text, float value);
    view::Node& choice(view::Role role, std::string key, std::string label, bool checked,
                       view::Look look = view::Look::plain);

    view::Screen screen;

private:
    std::vector<int> open_;
};

view::Screen home();
view::Screen chapter();
view::Screen questions();
view::Screen result();
view::Screen controls(); // every control in every state
view::Screen boxes();    // every box, list and table
view::Screen icons();
view::Screen long_words(); // words that do not fit anywhere

struct Named {
    std::string_view name;
    view::Screen (*make)();
};
std::vector<Named> all();

} // namespace tautline::gallery
