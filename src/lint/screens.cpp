#include "lint/screens.h"

#include "app/update.h"
#include "assess/evaluate.h"
#include "view/build_screen.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace tautline::lint {

namespace {

using app::AppState;
using assess::Answers;

AppState at(const app::Library& library, app::Route route) {
    return app::update(library, app::initial_state(library), app::GoTo{route});
}

// Shows screens with everything open that can be opened.
class Projector {
public:
    Projector(const app::Library& library, const UseScreen& use) : library_{library}, use_{use} {}

    view::Screen show(AppState state, const std::string& name) {
        for (;;) {
            state.open = open_;
            view::Screen screen = view::build_screen(library_, state);
            const std::size_t before = open_.size();
            for (const view::Node& node : screen.nodes)
                if (node.expanded == view::Expanded::no) open_.insert(node.key);
            if (open_.size() != before) continue;
            use_(name, screen);
            return screen;
        }
    }

    void show_result(Answers answers) {
        AppState state = at(library_, app::Route::result);
        const std::string name =
            "result: " + std::string(assess::name(care(library_.check, answers))) + ", " +
            std::string(assess::name(pattern(library_.check, answers)));
        state.answers = std::move(answers);
        state.settings.text_view = true; // all drawers at once
        show(std::move(state), name);
    }

private:
    const app::Library& library_;
    const UseScreen& use_;
    std::set<std::string> open_; // kept from screen to screen: most are opened at the first try
};

// A screen as it opens, and after each of its controls was used once, with the truth told where it
// is kept back at first.
void show_with_each_control(const app::Library& library, app::Route route, Projector& projector) {
    const std::string name(app::entry(route).name);
    AppState told = at(library, route);
    // All cards of a chapter at once; then each run at its end.
    told.settings.text_view = told.settings.less_motion = true;
    projector.show(told, name);
    for (const app::Card card : {app::Card::meet, app::Card::run, app::Card::change})
        told = app::update(library, std::move(told), app::PlayCard{card});
    const view::Screen screen = projector.show(told, name);
    const auto use = [&](const app::Action& action) {
        projector.show(app::update(library, told, action), name);
    };
    for (const view::Node& node : screen.nodes) {
        if (const auto* set = std::get_if<app::Set>(&node.action)) {
            const bool slider = node.role == view::Role::slider;
            use(slider ? app::Set{set->control, node.min} : *set);
            if (slider) use(app::Set{set->control, node.max});
        }
        if (std::holds_alternative<app::Press>(node.action) ||
            std::holds_alternative<app::SortClue>(node.action))
            use(node.action);
    }
}

} // namespace

Answers calm_answers(const app::Library& library) {
    const assess::Definition& check = library.check;
    Answers answers = assess::no_answers(check);
    for (std::size_t item = 0; item < check.items.size(); ++item) {
        const assess::Item& asked = check.items[item];
        if (asked.group == assess::Group::phq4 || !is_shown(check, answers, item)) continue;
        std::size_t best = 0;
        auto least = assess::Tier::emergency;
        for (std::size_t option = asked.options.size(); option-- > 0;) {
            const Answers one = with_answer(check, answers, item, option);
            const bool withheld = item == check.pattern.age_item &&
                                  holds(one, {item, check.pattern.age_withholds, false});
            const bool matches = std::any_of(
                check.match_rules.begin(), check.match_rules.end(), [&](const auto& rule) {
                    return rule.item == item && (rule.options >> option & 1u) != 0;
                });
            const auto tier = matches || withheld ? assess::Tier::crisis : care(check, one);
            if (tier <= least) {
                least = tier;
                best = option;
            }
        }
        if (asked.kind != assess::Kind::many)
            answers = with_answer(check, std::move(answers), item, best);
    }
    return answers;
}

void each_screen(const app::Library& library, const UseScreen& use) {
    const assess::Definition& check = library.check;
    Projector projector(library, use);
    for (int number = 0; number < app::route_count; ++number) {
        const auto route = static_cast<app::Route>(number);
        if (route == app::Route::gallery) continue; // parts for developers
        show_with_each_control(library, route, projector);
    }
    for (std::size_t page = 0; page < library.pages.size(); ++page) {
        const std::string name = "check, page " + library.pages[page].id;
        AppState state = at(library, app::Route::check);
        state.check.page = static_cast<int>(page);
        projector.show(state, name);
        // With the first and the last answer of each question, for the advice beside answers.
        for (const bool first : {true, false}) {
            AppState answered = state;
            for (const std::size_t item : library.pages[page].items) {
                const std::size_t last = check.items[item].options.size() - 1;
                answered = app::update(library, std::move(answered),
                                       app::Choose{static_cast<std::uint32_t>(item),
                                                   static_cast<std::uint32_t>(first ? 0 : last)});
            }
            projector.show(std::move(answered), name);
        }
    }
    projector.show_result(assess::no_answers(check));
    const Answers calm = calm_answers(library);
    projector.show_result(calm);
    for (int description = 0; description < static_cast<int>(assess::description_count);
         ++description) {
        Answers answers = calm;
        for (const assess::MatchRule& rule : check.match_rules) {
            if (static_cast<int>(rule.description) != description) continue;
            // Of the options that match, the one that asks for the least urgent care.
            Answers best = answers;
            auto least = assess::Tier::emergency;
            for (std::size_t option = 0; rule.options >> option != 0; ++option) {
                if ((rule.options >> option & 1u) == 0) continue;
                Answers one = with_answer(check, answers, rule.item, option);
                if (care(check, one) >= least) continue;
                least = care(check, one);
                best = std::move(one);
            }
            answers = std::move(best);
        }
        projector.show_result(std::move(answers));
    }
    for (const bool alone : {true, false})
        for (std::size_t item = 0; item < check.items.size(); ++item)
            for (std::size_t option = 0; option < check.items[item].options.size(); ++option)
                projector.show_result(
                    with_answer(check, alone ? assess::no_answers(check) : calm, item, option));
}

} // namespace tautline::lint
