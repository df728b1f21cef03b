#include "lint/check_reading.h"

#include "base/json.h"
#include "base/text.h"
#include "lint/screens.h"
#include "lint/tokens.h"

#include <algorithm>
#include <map>
#include <set>

namespace tautline::lint {

namespace {

double hardest(const Grade& grade) {
    return std::max(grade.flesch_kincaid, grade.readability_index);
}

std::string grades(double flesch_kincaid, double readability_index) {
    return "grade " + fixed(flesch_kincaid, 1) + " (Flesch–Kincaid) and " +
           fixed(readability_index, 1) + " (Automated Readability Index)";
}

class Reader {
public:
    Reader(const Language& language, const Exemptions& exemptions, Reading& reading)
        : language_{language}, exemptions_{exemptions}, reading_{reading} {}

    void paragraphs() {
        for (const Text& text : language_.texts) {
            if (is_exempt(exemptions_, text.key)) continue;
            const std::string plain = without_terms(exemptions_, text.key, text.text);
            if (words_of(plain).size() >= least_words_to_grade)
                block(text, "paragraph", plain);
            else
                look_for_hard_words(text, plain);
        }
    }

    // A question as it stands on the page, with its parts, its help and its answers.
    void questions() {
        for (const assess::Item& item : language_.library.check.items) {
            const std::string stem = "item." + item.id + ".";
            std::vector<std::string> keys = {stem + "question", stem + "parts", stem + "help"};
            if (item.kind != assess::Kind::flag)
                for (const assess::Option& option : item.options)
                    keys.push_back(stem + "option." + option.id);
            together("question", keys);
        }
    }

    void results() {
        for (const assess::ResultText& result : language_.library.check.results)
            for (const char* family : {"care.", "pattern."}) {
                const std::string stem = family + result.id + ".";
                together("result", {stem + "title", stem + "text"});
                together("result", {stem + "steps"});
                together("result", {stem + "next"});
            }
        for (const assess::Note& note : language_.library.check.notes)
            together("result", {"note." + note.id + ".text"});
    }

    // The mean over the blocks that stand on a screen together; and each block that comes together
    // only there, from a frame and what fills it.
    void screens() {
        std::map<std::string, GradedScreen> hardest_of;
        std::set<std::string> exempt, known;
        std::map<std::string, std::string> plain; // texts whose terms are explained
        for (const Text& text : language_.texts) {
            if (is_exempt(exemptions_, text.key)) exempt.insert(text.text);
            plain.emplace(text.text, without_terms(exemptions_, text.key, text.text));
            known.insert(text.text);
        }
        for (const app::Source& source : language_.library.sources)
            exempt.insert(source.citation);
        each_screen(language_.library, [&](const std::string& name, const view::Screen& screen) {
            GradedScreen graded{name, 0, 0, 0};
            for (const view::Node& node : screen.nodes)
                for (const std::string* text : {&node.label, &node.value_text, &node.description}) {
                    if (exempt.count(*text) != 0) continue;
                    const auto explained = plain.find(*text);
                    const Grade one = grade(explained == plain.end() ? *text : explained->second);
                    if (one.words < least_words_to_grade) continue;
                    ++graded.blocks;
                    graded.flesch_kincaid += one.flesch_kincaid;
                    graded.readability_index += one.readability_index;
                    if (known.insert(*text).second)
                        block({"words/" + language_.tag, "", {}, 0, *text},
                              "block on the screen “" + name + "”", *text, json::quoted(*text));
                }
            if (graded.blocks == 0) return;
            graded.flesch_kincaid /= static_cast<double>(graded.blocks);
            graded.readability_index /= static_cast<double>(graded.blocks);
            const auto [entry, is_new] = hardest_of.emplace(name, graded);
            if (!is_new && order(entry->second) < order(graded)) entry->second = graded;
        });
        for (auto& [name, graded] : hardest_of) {
            if (order(graded) > highest_mean_of_screen)
                reading_.issues.push_back(
                    {"words/" + language_.tag, "",
                     "the screen “" + name + "” on average at " +
                         grades(graded.flesch_kincaid, graded.readability_index),
                     "at most " + fixed(highest_mean_of_screen, 0) + " in both"});
            reading_.screens.push_back(std::move(graded));
        }
        std::stable_sort(reading_.screens.begin(), reading_.screens.end(),
                         [](const auto& a, const auto& b) { return order(a) > order(b); });
    }

private:
    static double order(const GradedScreen& screen) {
        return std::max(screen.flesch_kincaid, screen.readability_index);
    }

    // `said`: the text itself, where no pointer leads to it.
    void block(const Text& at, const std::string& what, const std::string& text,
               const std::string& said = {}) {
        const Grade one = grade(text);
        if (hardest(one) > highest_grade)
            reading_.issues.push_back({at.file, at.pointer,
                                       "a " + what + (said.empty() ? "" : ", " + said + ",") +
                                           " of " + std::to_string(one.words) + " words at " +
                                           grades(one.flesch_kincaid, one.readability_index),
                                       "at most " + fixed(highest_grade, 0) +
                                           " in both: shorter sentences and shorter words"});
        reading_.blocks.push_back({at.file, at.pointer, what, one});
    }

    // Texts that are read as one, each with its own end.
    void together(const std::string& what, const std::vector<std::string>& keys) {
        const Text* first = nullptr;
        std::string all;
        for (const std::string& key : keys)
            for (const Text* text : language_.of(key)) {
                if (is_exempt(exemptions_, key)) return;
                if (first == nullptr) first = text;
                all += without_terms(exemptions_, key, text->text) + "\n";
            }
        if (first != nullptr && words_of(all).size() >= least_words_to_grade)
            block(*first, what, all);
    }

    void look_for_hard_words(const Text& at, const std::string& text) {
        ++reading_.short_texts;
        for (const std::string& word : words_of(text)) {
            const std::string_view plain = plain_words_for(word);
            if (!plain.empty())
                reading_.issues.push_back({at.file, at.pointer,
                                           "the hard word " + json::quoted(word),
                                           "plain words: " + std::string(plain)});
        }
    }

    const Language& language_;
    const Exemptions& exemptions_;
    Reading& reading_;
};

} // namespace

bool is_graded(const std::string& language) {
    return language == "en" || language.rfind("en-", 0) == 0;
}

Reading check_reading(const Pack& pack, const Exemptions& exemptions) {
    Reading reading;
    for (const Language& language : pack.languages) {
        if (!is_graded(language.tag)) continue;
        Reader reader(language, exemptions, reading);
        reader.paragraphs();
        reader.questions();
        reader.results();
        if (pack.can_be_shown) reader.screens();
    }
    std::stable_sort(
        reading.blocks.begin(), reading.blocks.end(),
        [](const auto& a, const auto& b) { return hardest(a.grade) > hardest(b.grade); });
    return reading;
}

} // namespace tautline::lint
