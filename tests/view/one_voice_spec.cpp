// How soon to get help is said once: title, reasons, advice, notes and the sheet for a clinician
// never say two different things. What a result shows of a reason depends on the reason, on the
// highest tier, on what fails of the context rule and on whether a sign is open, and on nothing
// else; so every such case is gone through, in every language.
#include "app/update.h"
#include "assess/evaluate.h"
#include "support/languages.h"
#include "view/build_screen.h"

#include <catch_amalgamated.hpp>

using namespace tautline;
using assess::Answers;
using assess::Tier;

namespace {

struct ByWhen {
    const char* language;
    std::vector<std::string> today, later; // "two weeks" and its like
    std::vector<std::string> set_aside;    // words that hold one of these and mean another thing
};

const std::vector<ByWhen> by_when = {
    {"en", {"today"}, {"two weeks", "next visit", "few days", "keep to the plan"}, {}},
    {"es", {"hoy"}, {"dos semanas", "próxima visita", "próximos días", "plan que le dieron"}, {}},
    {"ar",
     {"اليوم"},
     {"أسبوع", "زيارتك القادمة", "الأيام القليلة", "بالخطة"},
     {"اليوم نفسه", "اليومية"}},
};

const ByWhen& words_of(const std::string& language) {
    for (const ByWhen& one : by_when)
        if (one.language == language) return one;
    FAIL("no words for by when in " << language);
    return by_when.front();
}

bool says(std::string text, const std::vector<std::string>& words,
          const std::vector<std::string>& set_aside) {
    for (const std::string& other : set_aside)
        for (std::size_t at; (at = text.find(other)) != std::string::npos;)
            text.erase(at, other.size());
    for (const std::string& word : words)
        if (text.find(word) != std::string::npos) return true;
    return false;
}

struct Case {
    std::string name;
    Answers answers;
};

using Given = std::vector<std::pair<std::string, std::string>>;

Answers sheet(const assess::Definition& check, const Given& given) {
    Answers answers = assess::no_answers(check);
    for (std::size_t i = 0; i < check.items.size(); ++i)
        if (check.items[i].kind == assess::Kind::flag && assess::is_shown(check, answers, i))
            answers.chosen[i] = 1u << assess::flag_no;
    Given all = {{"age", "18-49"},
                 {"duration", "months"},
                 {"examined", "yes-unchanged"},
                 {"limb-numb-tingle", "no"}};
    all.insert(all.end(), given.begin(), given.end());
    for (const auto& [id, option] : all) {
        const std::size_t item = *check.item_index(id);
        if (option.empty())
            answers.chosen[item] = 0;
        else
            answers.chosen[item] = 1u << *check.items[item].option_index(option);
    }
    return answers;
}

// Every answer that is a reason of its own, as the rules have them.
std::vector<Given> reasons(const assess::Definition& check) {
    std::vector<Given> all;
    for (const assess::TierRule& rule : check.tier_rules) {
        std::vector<Given> ways = {{}};
        for (const assess::Condition& condition : rule.all_of) {
            const assess::Item& asked = check.items[condition.item];
            std::vector<Given> longer;
            for (const Given& way : ways) {
                if (condition.unanswered) {
                    longer.push_back(way);
                    longer.back().emplace_back(asked.id, "");
                }
                for (std::size_t option = 0; condition.options >> option != 0; ++option) {
                    if ((condition.options >> option & 1u) == 0) continue;
                    longer.push_back(way);
                    longer.back().emplace_back(asked.id, asked.options[option].id);
                }
            }
            ways = std::move(longer);
        }
        all.insert(all.end(), ways.begin(), ways.end());
    }
    return all;
}

// Every answer with which the context rule does not hold.
std::vector<Given> failures(const assess::Definition& check) {
    std::vector<Given> all;
    for (const assess::Condition& condition : check.context_rule->all_of) {
        const assess::Item& asked = check.items[condition.item];
        if (!condition.unanswered) all.push_back({{asked.id, ""}});
        for (std::size_t option = 0; option < asked.options.size(); ++option)
            if ((condition.options >> option & 1u) == 0)
                all.push_back({{asked.id, asked.options[option].id}});
    }
    return all;
}

std::vector<Case> cases(const assess::Definition& check) {
    std::vector<Case> all;
    const auto add = [&](Given given, const Given& more) {
        given.insert(given.end(), more.begin(), more.end());
        std::string name;
        for (const auto& [item, option] : given)
            name += " " + item + "=" + option;
        Answers answers = sheet(check, given);
        all.push_back({name, answers});
        answers.chosen[*check.item_index("kidney")] = 0; // the same with a sign that is open
        all.push_back({name + ", kidney open", answers});
    };
    add({}, {});
    for (const Given& reason : reasons(check)) {
        add(reason, {});
        add(reason, {{"rash", "yes"}});              // beside a sign of today
        add(reason, {{"location", "upper-back"}});   // beside an answer that may be eased
        add(reason, {{"morning-stiffness", "yes"}}); // beside a reason of soon
        for (const Given& failure : failures(check))
            add(reason, failure);
    }
    return all;
}

std::string text_of(const view::Screen& screen, const std::string& eased) {
    std::string text;
    for (const view::Node& node : screen.nodes)
        if (eased.find(node.label) == std::string::npos || node.label.empty())
            text += node.label + "\n";
    return text;
}

} // namespace

TEST_CASE("A result says one thing about how soon, whatever led to it", "[view][safety]") {
    for (const std::string& language : test::shipped_languages()) {
        const app::Library library = test::library_in(language);
        const ByWhen& words = words_of(language);
        std::string eased;
        for (const std::string& line : library.words.list("advice.eased"))
            eased += line + "\n";
        std::size_t told = 0;
        for (const Case& each : cases(library.check)) {
            const assess::Result result = assess::evaluate(library.check, each.answers);
            if (result.care > Tier::today) continue;
            INFO(language << ":" << each.name);
            app::AppState state = app::initial_state(library);
            state.answers = each.answers;
            for (const app::Route route : {app::Route::result, app::Route::summary}) {
                state.route = route;
                const view::Screen screen = view::build_screen(library, state);
                const std::string text = text_of(screen, eased);
                const bool today = says(text, words.today, words.set_aside);
                const bool later = says(text, words.later, words.set_aside);
                if (result.care == Tier::today) {
                    CHECK(today);
                    CHECK_FALSE(later);
                } else {
                    CHECK_FALSE(today);
                }
                // What may wait is said only once every sign is answered, and only where it waits.
                const bool waits =
                    view::to_text(screen).find(library.words.list("advice.eased").front()) !=
                    std::string::npos;
                if (route == app::Route::result && waits) {
                    CHECK(result.warning_signs_open.empty());
                    CHECK(result.care == Tier::soon);
                    ++told;
                }
            }
        }
        CHECK(told > 0);
    }
}

TEST_CASE("A reason of today that may wait names what keeps it from waiting", "[view][safety]") {
    for (const std::string& language : test::shipped_languages()) {
        const app::Library library = test::library_in(language);
        for (const Given& failure : failures(library.check)) {
            Given given = failure;
            given.emplace_back("location", "mid-back");
            app::AppState state = app::initial_state(library);
            state.answers = sheet(library.check, given);
            state.route = app::Route::result;
            const view::Screen screen = view::build_screen(library, state);
            INFO(language << " " << failure[0].first << "=" << failure[0].second);
            const view::Node* why = view::find(screen, "result/care/context/1");
            REQUIRE(why);
            CHECK(why->label != library.words.text("context.other"));
        }
    }
}

TEST_CASE("Two places that say the same are one reason", "[view]") {
    const app::Library library = test::library_in("en");
    app::AppState state = app::initial_state(library);
    state.answers = sheet(library.check, {{"location", "mid-back"}});
    const std::size_t place = *library.check.item_index("location");
    state.answers.chosen[place] |= 1u << *library.check.items[place].option_index("upper-back");
    state.route = app::Route::result;
    CHECK(assess::evaluate(library.check, state.answers).care_reasons.size() == 2);
    const std::string text = view::to_text(view::build_screen(library, state));
    const std::string why = library.words.text("reason.location");
    const std::size_t first = text.find(why);
    REQUIRE(first != std::string::npos);
    CHECK(text.find(why, first + 1) == std::string::npos);
}

TEST_CASE("With a sign open, answering it is what a result says first", "[view][safety]") {
    const app::Library library = test::library_in("en");
    app::AppState state = app::initial_state(library);
    state.answers = sheet(
        library.check, {{"location", "upper-back"}, {"chest-pain", ""}, {"meningitis-signs", ""}});
    state.route = app::Route::result;
    const view::Screen screen = view::build_screen(library, state);
    const view::Node* title = view::find(screen, "title");
    REQUIRE(title);
    CHECK(title->label == "First answer 2 warning-sign questions");
    CHECK(screen.title.find(title->label) != std::string::npos);
    CHECK(title < view::find(screen, "result/care"));
    CHECK(view::find(screen, "result/care/title")->label == library.words.text("care.soon.title"));
}

TEST_CASE("The title and the name of a tier ask for the same", "[view]") {
    for (const std::string& language : test::shipped_languages()) {
        const app::Library library = test::library_in(language);
        for (const char* tier : {"none", "soon", "today", "emergency"})
            CHECK(library.words.text("care." + std::string(tier) + ".title") ==
                  library.words.text("tier." + std::string(tier) + ".name"));
    }
}

TEST_CASE("Where nothing asks for care, no box says that all is well", "[view][safety]") {
    const app::Library library = test::library_in("en");
    app::AppState state = app::initial_state(library);
    state.answers = sheet(library.check, {{"location", "low-back"}});
    state.route = app::Route::result;
    const view::Screen screen = view::build_screen(library, state);
    CHECK(view::find(screen, "result/care")->look != view::Look::calm);
}
