#include "cli/static_page.h"

#include "app/story/story.h"
#include "app/update.h"
#include "base/text.h"
#include "semantics/html.h"
#include "view/build_screen.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace tautline::cli {
namespace {

using app::AppState;
using app::Route;

// Without a script there is nothing to press, to count or to move.
const std::vector<std::string> left_out = {
    "check/none/hint", "check/progress",  "card/play",
    "describe",        "drawer/chapters", "drawer/chapters/content",
    "feel/controls",   "sort/progress",   "*/answer/where"};

// What else waits on a screen: the runs of a chapter's cards, played to their ends.
bool opens_something(const view::Node& node) {
    const auto* card = std::get_if<app::PlayCard>(&node.action);
    return node.expanded == view::Expanded::no || (card && node.look == view::Look::primary);
}

// The screen with everything on it that can be opened.
view::Screen opened(const app::Library& library, AppState& state) {
    for (;;) {
        view::Screen screen = view::build_screen(library, state);
        const auto closed = std::find_if(screen.nodes.begin(), screen.nodes.end(), opens_something);
        if (closed == screen.nodes.end()) return screen;
        state = app::update(library, std::move(state), closed->action);
    }
}

// Every clue in the tray where the evidence puts it, and all trays in view.
AppState sorted(const app::Library& library, AppState state) {
    for (std::size_t i = 0; i < library.clues.size(); ++i) {
        state = app::update(library, std::move(state),
                            app::SortClue{static_cast<std::uint32_t>(i),
                                          static_cast<std::uint32_t>(library.clues[i].column)});
        state = app::update(library, std::move(state), app::Press{app::Control::sort_next});
    }
    return state;
}

class Article {
public:
    explicit Article(const app::Library& library) : library_{library} {
        options_.root = view::node_id("main");
        options_.without = left_out;
        for (int number = 0; number < app::route_count; ++number) {
            const Route route = static_cast<Route>(number);
            if (!is_shown(route)) continue;
            sections_.push_back(route);
            options_.anchors.emplace_back(app::entry(route).name);
        }
    }

    std::string render() {
        AppState state = sorted(library_, app::initial_state(library_));
        // In order, and nothing takes its time.
        state.settings.text_view = state.settings.less_motion = true;
        std::string html;
        for (const Route route : sections_) {
            state = app::update(library_, std::move(state), app::GoTo{route});
            // What these cards ask a person to change has been changed.
            if (route == Route::chapter_muscles)
                state = app::update(library_, std::move(state),
                                    app::Set{app::Control::muscle_card_rest, 10});
            if (route == Route::chapter_sensitivity)
                state = app::update(library_, std::move(state),
                                    app::Set{app::Control::sensitivity_with, 1});
            options_.heading_shift = route == Route::home ? 0 : 1;
            html += "<section id=" + std::string(app::entry(route).name) + ">";
            html += route == Route::check ? questions(state)
                                          : semantics::render(opened(library_, state), options_);
            if (route == Route::warning_signs) html += footer("footer/unsafe", state);
            html += "</section>\n";
        }
        return html + "<footer>" + footer("footer", state) + "</footer>\n";
    }

private:
    bool is_shown(Route route) const {
        return app::entry(route).article &&
               (route != Route::warning_signs_in_english || library_.words.language != "en");
    }

    // Page after page of the self-check, as far as Next leads, and then those that are asked for.
    std::string questions(AppState& state) const {
        std::string html = semantics::render(opened(library_, state), options_);
        html += "<p>" + escape_markup(library_.words.text("shell.check.text")) + "</p>";
        semantics::HtmlOptions options = options_;
        options.heading_shift = 2;
        const auto page = [&](app::Action action) {
            state = app::update(library_, std::move(state), std::move(action));
            if (state.route == Route::check)
                html += semantics::render(opened(library_, state), options);
        };
        while (state.route == Route::check)
            page(app::Next{});
        for (std::size_t i = 0; i < library_.pages.size(); ++i)
            if (library_.pages[i].optional) page(app::OpenPage{static_cast<std::uint32_t>(i)});
        return html;
    }

    std::string footer(std::string_view key, AppState state) const {
        semantics::HtmlOptions options = options_;
        options.root = view::node_id(key);
        options.heading_shift = 1;
        if (key == "footer") options.without.emplace_back("footer/unsafe");
        return semantics::render(opened(library_, state), options);
    }

    const app::Library& library_;
    std::vector<Route>
        sections_; // in the order of Route: what a person in danger needs stands first
    semantics::HtmlOptions options_;
};

// The number of a figure and what it is of: "Heart rate: 86 (beats a minute)".
std::string number_in(const app::Words& words, const view::Figure& figure) {
    std::string said;
    std::visit(
        [&](const auto& picture) {
            if constexpr (requires { picture.reading; }) {
                if (picture.traces.empty()) return;
                const view::Trace& line = picture.traces.front();
                said = fill(words.text("story.line"),
                            {{"when", line.label},
                             {"text", picture.reading.value + " (" + line.unit + ")"}});
            }
        },
        figure);
    return said;
}

// A sentence that stands in English where the language lacks it says so.
std::string sentence(const app::Words& words, const std::string& key,
                     const std::string& attributes) {
    const bool borrowed = words.is_borrowed(key);
    return "<p" + attributes + (borrowed ? " lang=en dir=ltr>" : ">") +
           escape_markup(words.text(key)) + "</p>";
}

std::string language_tags(const app::Library& library) {
    std::string tags;
    for (const app::Language& language : library.languages)
        tags += (tags.empty() ? "" : " ") + escape_markup(language.language);
    return tags;
}

} // namespace

std::string render_article(const app::Library& library) {
    return Article{library}.render();
}

std::string render_scenes(const app::Library& library) {
    const app::Words& words = library.words;
    AppState state = app::initial_state(library);
    state.settings.text_view = state.settings.less_motion = true; // each as it is at its end
    state = app::update(library, std::move(state), app::GoTo{Route::story});
    std::string html;
    std::vector<Route> told;
    for (int number = 0; number < app::story_scenes; ++number) {
        state = app::update(library, std::move(state),
                            app::ShowScene{static_cast<std::uint32_t>(number)});
        const view::Screen screen = view::build_screen(library, state);
        const view::Node* figure = view::find(screen, "story/figure");
        const std::string line = figure ? number_in(words, figure->figure) : "";
        // Who can't see it hears of each chapter's first picture all that it shows, of the next
        // ones which it is.
        const Route chapter = app::scene(number).chapter;
        const std::string picture = "chapter." + std::string(app::entry(chapter).name) + ".figure.";
        const bool first = std::find(told.begin(), told.end(), chapter) == told.end();
        if (first) told.push_back(chapter);
        const std::string shown =
            first ? words.text(picture + "summary") : words.text(picture + "name") + ".";
        const std::string scene = "story.scene." + std::to_string(number + 1);
        html += "<figure><img alt=\"" + escape_markup(shown + " " + line) + "\"><figcaption>" +
                sentence(words, scene + ".when", " class=eyebrow") +
                sentence(words, scene + ".caption", "");
        // A picture has no letters that the stage can't paint.
        if (words.text_view_only) html += "<p class=small>" + escape_markup(line) + "</p>";
        html += "</figcaption></figure>\n";
    }
    return html;
}

std::string fill_template(std::string_view page, const app::Library& library,
                          std::vector<std::string>& unknown) {
    std::string html;
    while (!page.empty()) {
        const std::size_t open = page.find("{{");
        const std::size_t close = page.find("}}", open == page.npos ? 0 : open);
        if (open == page.npos || close == page.npos) break;
        html += page.substr(0, open);
        const std::string_view key = page.substr(open + 2, close - open - 2);
        page.remove_prefix(close + 2);
        if (key == "article")
            html += render_article(library);
        else if (key == "scenes")
            html += render_scenes(library);
        else if (key == "language")
            html += escape_markup(library.words.language);
        else if (key == "direction")
            html += library.words.right_to_left ? "rtl" : "ltr";
        else if (key == "languages")
            html += language_tags(library);
        else if (library.words.has(key))
            html += escape_markup(library.words.text(key));
        else
            unknown.emplace_back(key);
    }
    return html.append(page);
}

} // namespace tautline::cli
