// Everything read from content/: definitions, words and sources, checked and cross-referenced by
// src/content. Plain data; nothing here changes while the page is open.
#pragma once

#include "app/words.h"
#include "assess/definition.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::app {

// What research says of a claim of the article.
enum class Verdict : std::uint8_t { supported, qualified, weak, disputed, safety };

// Words: claim.<id>.text (what the article says, in our words), claim.<id>.research (what the
// research adds).
struct Claim {
    std::string id;                   // C1 … C36
    std::vector<Verdict> verdicts;    // the first leads; a second qualifies it
    std::vector<std::string> sources; // ids in sources.json
    std::vector<std::string> signs;   // warning-sign rows to show beside it (R…)
    std::string chapter;              // alarm, muscles, cortisol, sensitivity, feel, patterns
    std::string topic;                // within chapters 5 and 6: the group it stands in
    bool must_carry = false;          // its correction always stands beside it, never folded away
};

// A row of the warning signs. Words: sign.<id>.text (its name), sign.<id>.parts (what belongs to it,
// each sentence enough; may be missing), sign.<id>.action (what to do).
struct Sign {
    std::string id; // R1 … R21
    assess::Tier tier = assess::Tier::none;
    std::vector<std::string> sources;
};

struct Source {
    std::string id;         // dickerson-2004
    std::string citation;   // in the words of its own language; never translated
    std::string link;       // a DOI or page, shown as text and link; may be empty
    std::string short_name; // "Dickerson & Kemeny 2004", for a line of sources
    int year = 0;
    bool secondary = false; // read in a copy or a report of it, not the original
};

// Something people try. Words: help.<id>.title, help.<id>.text (the first step), help.<id>.evidence
// (list: what stands behind how sure it is).
enum class Evidence : std::uint8_t { strong, moderate, low, very_low, plausible };
struct Help {
    std::string id;
    Evidence evidence = Evidence::low;
    std::vector<std::string> sources;
};

// A clue to sort in chapter 6. Words: clue.<id>.text, clue.<id>.why.
enum class Column : std::uint8_t { tension, movement, nerve, no_clue };
struct Clue {
    std::string id;
    Column column = Column::no_clue; // where the evidence puts it
    std::vector<std::string> claims;
};

// A language that the page can be read in.
struct Language {
    std::string language; // BCP 47
    std::string name;     // in that language
};

// How the self-check is called in health records: addresses and codes that health software knows.
struct Records {
    struct LoincPanel {
        std::string page, code;
    };
    struct LoincItem {
        std::size_t item = 0; // position in Definition::items
        std::string code;
        std::vector<std::string> answers; // one code for each option, in order
    };
    struct Translation {
        std::string language, questionnaire;
    };
    std::string questionnaire;             // the canonical address of the English form
    std::vector<Translation> translations; // other words and other questions: forms of their own
    std::string code_system;               // the system of the pack's own codes
    std::string loinc_notice;              // goes wherever LOINC's codes go
    std::vector<LoincPanel> loinc_panels;
    std::vector<LoincItem> loinc_items;

    // The address of the form in a language; empty: it has none.
    std::string form_in(std::string_view language) const;
};

// The numbers to call, by region (ISO 3166-1, "ES"): first what brings an ambulance, then crisis
// lines, open day and night. Words never hold them, so that no translation can change one.
struct EmergencyNumbers {
    std::string here; // the region of a pack's own readers; empty: nobody says
    std::map<std::string, std::vector<std::string>, std::less<>> regions;

    const std::vector<std::string>* of(std::string_view region) const; // null: none
};

// A chapter with a simulation.
struct ChapterFacts {
    struct Point {
        int at = 0, value = 0; // on the axes of the figure's line
    };
    std::string id;      // alarm, muscles, cortisol, sensitivity
    int right_guess = 0; // option of chapter.<id>.guess.options that the model bears out
    std::vector<std::vector<Point>> guesses; // the line that each option means
    std::vector<std::string> sources;        // of what its figure shows
};

// How the sums of an optional scale are read.
struct Scale {
    struct Band {
        int from = 0;        // the sum from which on it holds, up to the next band
        std::string reading; // words: phq4.reading.<reading>
    };
    std::string page;         // of the self-check, that asks it
    std::vector<Band> bands;  // from 0, rising
    int half_raised_from = 0; // the sum of a half from which on a clinician is named
    std::vector<std::string> sources;
};

struct Library {
    Words words;
    // The English warning signs, whatever the language: a translation that no clinician has read
    // must not stand between a person and the words that were written first.
    Words english_signs;
    std::vector<Language> languages; // English first, then in the order of their tags
    assess::Definition check;
    std::vector<Claim> claims;
    std::vector<Sign> signs;
    std::vector<Source> sources;
    std::vector<Help> helps;
    std::vector<Clue> clues;
    std::vector<ChapterFacts> chapters;
    std::vector<Scale> scales;
    Records records;
    EmergencyNumbers numbers;

    // The self-check's pages in screen order: warning signs first. Items are ids of
    // Definition::items. A language without the words of the optional scale lacks its page.
    struct CheckPage {
        std::string id; // words: page.<id>.title, page.<id>.intro, page.<id>.why
        std::vector<std::size_t> items;
        bool warning_signs = false; // offers "None of these"
        bool optional = false;      // the PHQ-4
    };
    std::vector<CheckPage> pages;

    const Claim* claim(std::string_view id) const;
    const Sign* sign(std::string_view id) const;
    const Source* source(std::string_view id) const;
    const ChapterFacts* chapter(std::string_view id) const;
    const Scale* scale(std::string_view page) const;
};

} // namespace tautline::app
