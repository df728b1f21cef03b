#include "content/read_tables.h"

#include "content/ids.h"

#include <array>
#include <utility>

namespace tautline::content {

namespace {

using json::Place;

constexpr std::array<std::string_view, 5> tiers = {"none", "soon", "today", "crisis", "emergency"};
constexpr std::array<std::string_view, 5> verdicts = {"supported", "qualified", "weak", "disputed",
                                                      "safety"};
constexpr std::array<std::string_view, 6> chapters = {"alarm",       "muscles", "cortisol",
                                                      "sensitivity", "feel",    "patterns"};
constexpr std::array<std::string_view, 4> columns = {"tension", "movement", "nerve", "no_clue"};
constexpr std::array<std::string_view, 5> evidences = {"strong", "moderate", "low", "very_low",
                                                       "plausible"};

bool is_table(const Place& document, std::string_view format, std::string_view list) {
    if (!document.is_object({"format", "version", list})) return false;
    is_format(document, format);
    return true;
}

// A string that may be empty.
std::string any_text(const Place& place, std::string_view name) {
    const auto member = place.member(name);
    if (!member) return "";
    if (member->value().type != json::Type::string) member->wrong("a string");
    return member->value().text;
}

void read_whole_source(const Place& place, app::Source& source) {
    source.short_name = place.text("short_name").value_or("");
    source.link = any_text(place, "link");
    const bool web = source.link.rfind("https://", 0) == 0 || source.link.empty();
    if (!web) place.member("link")->wrong("an address that begins with https://, or \"\"");
    source.year = static_cast<int>(place.integer("year", 0, 2100).value_or(0));
    source.secondary = place.boolean("secondary").value_or(false);
    if (place.member("note")) place.text("note");
}

} // namespace

std::vector<app::Sign> read_signs(const Place& document) {
    std::vector<app::Sign> signs;
    if (!is_table(document, "tautline-warning-signs", "signs")) return signs;
    for (const Place& place : document.list("signs")) {
        if (!place.is_object({"id", "tier", "sources"})) continue;
        const auto id = new_id(place, signs);
        const auto tier = place.one_of("tier", tiers);
        auto sources = source_ids(place);
        if (id && tier)
            signs.push_back({*id, static_cast<assess::Tier>(*tier), std::move(sources)});
    }
    return signs;
}

std::vector<app::Claim> read_claims(const Place& document) {
    std::vector<app::Claim> claims;
    if (!document.is_object({"format", "version", "claims", "clues"})) return claims;
    is_format(document, "tautline-claims");
    for (const Place& place : document.list("claims")) {
        if (!place.is_object(
                {"id", "verdicts", "sources", "signs", "chapter", "topic", "must_carry"}))
            continue;
        app::Claim claim;
        const auto id = new_id(place, claims);
        for (const Place& entry : place.list("verdicts"))
            if (const auto verdict = entry.one_of(verdicts))
                claim.verdicts.push_back(static_cast<app::Verdict>(*verdict));
        const auto verdict_list = place.member("verdicts");
        if (verdict_list && verdict_list->value().type == json::Type::array &&
            verdict_list->value().items.empty())
            verdict_list->wrong("at least one verdict");
        claim.sources = source_ids(place);
        claim.signs = place.texts("signs");
        if (const auto chapter = place.one_of("chapter", chapters))
            claim.chapter = chapters[*chapter];
        claim.topic = any_text(place, "topic");
        claim.must_carry = place.boolean("must_carry").value_or(false);
        if (!id) continue;
        claim.id = *id;
        claims.push_back(std::move(claim));
    }
    return claims;
}

std::vector<app::Clue> read_clues(const Place& document) {
    std::vector<app::Clue> clues;
    for (const Place& place : document.list("clues")) {
        if (!place.is_object({"id", "column", "claims"})) continue;
        const auto id = new_id(place, clues);
        const auto column = place.one_of("column", columns);
        auto claims = place.texts("claims");
        if (place.member("claims") && claims.empty())
            place.note("a clue with no claim", "at least one claim");
        if (id && column)
            clues.push_back({*id, static_cast<app::Column>(*column), std::move(claims)});
    }
    return clues;
}

std::vector<app::Source> read_sources(const Place& document) {
    std::vector<app::Source> sources;
    if (!is_table(document, "tautline-sources", "sources")) return sources;
    for (const Place& place : document.list("sources")) {
        if (!place.is_object({"id", "citation", "short_name", "year", "link", "secondary"},
                             {"note"}))
            continue;
        app::Source source;
        const auto id = new_id(place, sources);
        source.citation = place.text("citation").value_or("");
        read_whole_source(place, source);
        if (!id) continue;
        source.id = *id;
        sources.push_back(std::move(source));
    }
    return sources;
}

std::vector<app::Help> read_helps(const Place& document) {
    std::vector<app::Help> helps;
    if (!is_table(document, "tautline-what-helps", "helps")) return helps;
    for (const Place& place : document.list("helps")) {
        if (!place.is_object({"id", "evidence", "sources"})) continue;
        const auto id = new_id(place, helps);
        const auto evidence = place.one_of("evidence", evidences);
        auto sources = source_ids(place);
        if (id && evidence)
            helps.push_back({*id, static_cast<app::Evidence>(*evidence), std::move(sources)});
    }
    return helps;
}

} // namespace tautline::content
