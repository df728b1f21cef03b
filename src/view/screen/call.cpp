#include "view/screen/call.h"

#include "view/screens.h"

#include <utility>

namespace tautline::view {

namespace {

// Digit by digit: a voice would make a hundred and twelve of 112.
std::string singly(const std::string& number) {
    std::string digits;
    for (const char digit : number) {
        if (!digits.empty()) digits += ' ';
        digits += digit;
    }
    return digits;
}

std::string in_words(const Builder& build, std::string_view words, const app::CountryName& country,
                     const std::string& number) {
    const bool foreign = build.words != &build.library.words;
    return build.word(words, {{"number", number},
                              {"country", std::string(foreign ? country.english : country.name)}});
}

void build_number(Builder& build, std::string key, int level, std::string_view words,
                  const app::CountryName& country, const std::string& number) {
    const bool dials = build.state.host.calls && !build.state.decided.closed;
    Node& node = build.leaf(dials ? Role::link : Role::heading, std::move(key),
                            in_words(build, words, country, number));
    node.value_text = in_words(build, words, country, singly(number));
    if (!dials) { // large, to be read and copied
        node.level = static_cast<std::uint8_t>(level);
        return;
    }
    node.look = Look::primary;
    node.icon = Icon::phone;
    node.href = "tel:" + number;
}

// Somebody else is near, and has a phone.
void build_staff(Builder& build, const std::string& key) {
    const app::Operator& decided = build.state.decided;
    build.paragraph(key + "/staff", build.word("call.staff"));
    if (decided.contact_title.empty()) return;
    std::string contact = decided.contact_title;
    for (const std::string& line : decided.contact_lines)
        contact += " · " + line;
    build.paragraph(key + "/contact", std::move(contact));
}

} // namespace

void build_call(Builder& build, std::string_view at, int level, Lines lines) {
    const std::string key{at};
    const app::CallHere here = app::call_here(build.library, build.state);
    const std::size_t count = !here.numbers                ? 0
                              : lines == Lines::crisis_too ? here.numbers->size()
                                                           : 1;
    for (std::size_t i = 0; i < count; ++i)
        build_number(build, i == 0 ? key : key + "/" + std::to_string(i), level,
                     i == 0 ? "call.ambulance" : "call.crisis", here.country, (*here.numbers)[i]);
    if (build.state.decided.closed) build_staff(build, key);
    if (build.state.countries.empty()) return;
    const std::string change = key + "/change";
    build
        .link(change, build.word(here.numbers ? "call.change" : "call.choose"), app::Route::country)
        .action = app::GoTo{app::Route::country, node_id(change)};
}

std::string with_call(const Builder& build, std::string text) {
    for (const auto& [place, words] :
         {std::pair{"call", "call.examples"}, std::pair{"may_be", "call.may_be"}}) {
        if (text.find("{" + std::string(place) + "}") == std::string::npos) continue;
        const app::CallHere here = app::call_here(build.library, build.state);
        const std::string said =
            here.numbers ? in_words(build, "call.here", here.country, here.numbers->front())
                         : build.word(words);
        text = fill(text, {{place, said}});
    }
    return text;
}

std::string heard_call(const Builder& build) {
    const app::CallHere here = app::call_here(build.library, build.state);
    if (!here.numbers) return "";
    return in_words(build, "call.ambulance", here.country, singly(here.numbers->front()));
}

// A press chooses and leads back, and every button says its number: the list is an answer by
// itself.
void build_country(Builder& build) {
    build.heading(1, "title", build.word("country.title"));
    build.paragraphs("country/text", "country.text");
    const auto choose = [](int value) {
        return app::Set{app::Control::country, static_cast<float>(value)};
    };
    build.button("country/back", build.word("check.back"), choose(app::same_country),
                 Look::secondary, Icon::back);
    build.button("country/other", build.word("country.other"), choose(app::another_country));
    const auto list = build.box(Role::list, "country/list", Look::plain, Arrange::grid);
    const auto offer = [&](std::string_view region, std::string label, int value) -> Node& {
        const std::string key = "country/" + std::string(region);
        const auto item = build.box(Role::item, key + "/item");
        return build.button(key, std::move(label), choose(value));
    };
    const app::Countries& countries = build.state.countries;
    const auto& regions = build.library.numbers.regions;
    const app::CallHere here = app::call_here(build.library, build.state);
    for (std::size_t at = app::first_country(countries); at < countries.size();) {
        const app::CountryName country = app::next_country(countries, at);
        const auto found = regions.find(country.region);
        if (found == regions.end()) continue;
        offer(country.region, in_words(build, "call.here", country, found->second.front()),
              static_cast<int>(std::distance(regions.begin(), found)))
            .current = country.region == here.country.region;
    }
}

} // namespace tautline::view
