#include "base/json.h"
#include "lint/checks.h"
#include "lint/screens.h"
#include "lint/tokens.h"
#include "lint/wordings.h"

#include <algorithm>
#include <array>
#include <set>

namespace tautline::lint {

namespace {

using Tokens = std::vector<std::string>;

bool fits(std::string_view pattern, std::string_view word) {
    if (!pattern.empty() && pattern.back() == '*')
        return word.substr(0, pattern.size() - 1) == pattern.substr(0, pattern.size() - 1);
    return word == pattern;
}

struct Pattern {
    std::vector<std::string> words;
    bool stands_at(const Tokens& tokens, std::size_t at) const {
        if (at + words.size() > tokens.size()) return false;
        for (std::size_t i = 0; i < words.size(); ++i)
            if (!fits(words[i], tokens[at + i])) return false;
        return true;
    }
};

// Split at spaces, not by words_of, which would drop the * and join what stands apart.
Pattern pattern_of(std::string_view text) {
    Pattern pattern;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        pattern.words.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return pattern;
}

// Hyphens part words here: “stress-free” holds “stress”, “all-clear” is “all clear”.
Tokens tokens_of(std::string_view text) {
    std::string apart(text);
    std::replace(apart.begin(), apart.end(), '-', ' ');
    return words_of(apart);
}

class Forbidden {
public:
    Forbidden() {
        for (const Wording& wording : forbidden_wordings())
            forbidden_.push_back(pattern_of(wording.words));
        for (const std::string_view wording : allowed_wordings())
            allowed_.push_back(pattern_of(wording));
    }

    // The wordings of the list that stand in the text and not inside an allowed one. Of those that
    // overlap the longest stands for all.
    std::vector<const Wording*> in(std::string_view text, bool about_the_person) const {
        struct Found {
            const Wording* wording;
            std::size_t from, end;
        };
        std::vector<Found> found;
        const Tokens tokens = tokens_of(text);
        for (std::size_t w = 0; w < forbidden_.size(); ++w) {
            const Wording& wording = forbidden_wordings()[w];
            if (wording.where == Where::about_the_person && !about_the_person) continue;
            for (std::size_t at = 0; at < tokens.size(); ++at)
                if (forbidden_[w].stands_at(tokens, at) &&
                    !is_allowed(tokens, at, forbidden_[w].words.size())) {
                    found.push_back({&wording, at, at + forbidden_[w].words.size()});
                    break;
                }
        }
        std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
            return a.end - a.from > b.end - b.from;
        });
        std::vector<const Wording*> longest;
        for (std::size_t i = 0; i < found.size(); ++i) {
            const bool hidden =
                std::any_of(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(i),
                            [&](const Found& one) {
                                return found[i].from < one.end && one.from < found[i].end;
                            });
            if (!hidden) longest.push_back(found[i].wording);
        }
        return longest;
    }

private:
    bool is_allowed(const Tokens& tokens, std::size_t at, std::size_t length) const {
        return std::any_of(allowed_.begin(), allowed_.end(), [&](const Pattern& allowed) {
            const std::size_t size = allowed.words.size();
            for (std::size_t from = at + length > size ? at + length - size : 0; from <= at; ++from)
                if (from + size >= at + length && allowed.stands_at(tokens, from)) return true;
            return false;
        });
    }

    std::vector<Pattern> forbidden_, allowed_;
};

// Families of words that tell what the article and the studies say, how the models run, or how the
// page works; all others speak about the person who reads.
bool is_about_the_person(std::string_view key) {
    constexpr std::array<std::string_view, 21> reports = {
        "about.",    "accuracy.", "chapter.",  "claim.",  "clue.",  "column.",  "control.",
        "describe.", "error.",    "evidence.", "figure.", "help.",  "helps.",   "home.",
        "shell.",    "sort.",     "sources.",  "unit.",   "value.", "verdict.", "phq4.credit"};
    return std::none_of(reports.begin(), reports.end(), [&](std::string_view family) {
        return key.substr(0, family.size()) == family;
    });
}

} // namespace

bool has_wordings(std::string_view language) {
    return language == "en" || language.substr(0, 3) == "en-";
}

Checked check_wording(const Pack& pack) {
    Checked checked;
    const Forbidden forbidden;
    for (const Language& language : pack.languages) {
        if (!has_wordings(language.tag)) continue;
        std::set<std::string> known; // what a text says, its screens say too
        for (const Text& text : language.texts) {
            ++checked.looked_at;
            known.insert(text.text);
            for (const Wording* wording : forbidden.in(text.text, is_about_the_person(text.key)))
                checked.issues.push_back(
                    {text.file, text.pointer,
                     "“" + std::string(wording->words) + "” in " + json::quoted(text.text),
                     std::string(wording->instead)});
        }
        // Sentences that come together only on a screen, from a frame and what fills it.
        if (!pack.can_be_shown) continue;
        each_screen(language.library, [&](const std::string& name, const view::Screen& screen) {
            if (screen.route == app::Route::sources) return; // titles of studies stay as they are
            for (const view::Node& node : screen.nodes)
                for (const std::string* text : {&node.label, &node.value_text, &node.description}) {
                    if (text->empty() || !known.insert(*text).second) continue;
                    ++checked.looked_at;
                    for (const Wording* wording : forbidden.in(*text, false))
                        checked.issues.push_back({"words/" + language.tag, "",
                                                  "“" + std::string(wording->words) + "” on the " +
                                                      "screen “" + name +
                                                      "”: " + json::quoted(*text),
                                                  std::string(wording->instead)});
                }
        });
    }
    return checked;
}

} // namespace tautline::lint
