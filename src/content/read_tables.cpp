#include "content/read_tables.h"

#include "app/routes.h"
#include "content/ids.h"

#include <array>
#include <utility>

namespace tautline::content {

namespace {

using json::Cursor;

constexpr std::array<std::string_view, 5> verdicts = {"supported", "qualified", "weak", "disputed",
                                                      "safety"};
constexpr std::array<std::string_view, 4> columns = {"tension", "movement", "nerve", "no_clue"};
constexpr std::array<std::string_view, 5> evidences = {"strong", "moderate", "low", "very_low",
                                                       "plausible"};

constexpr int most_guesses = 8, most_sum = 1000;

bool is_table(const Cursor& document, std::string_view format, std::string_view list) {
    if (!document.is_object({"format", "version", list})) return false;
    is_format(document, format);
    return true;
}

// A string that may be empty.
std::string any_text(const Cursor& cursor, std::string_view name) {
    const auto member = cursor.member(name);
    if (!member) return "";
    if (member->value().type != json::Type::string) member->wrong("a string");
    return member->value().text;
}

void read_whole_source(const Cursor& cursor, app::Source& source) {
    source.short_name = cursor.text("short_name").value_or("");
    source.link = any_text(cursor, "link");
    const bool web = source.link.rfind("https://", 0) == 0 || source.link.empty();
    if (!web) cursor.member("link")->wrong("an address that begins with https://, or \"\"");
    source.year = static_cast<int>(cursor.integer("year", 0, 2100).value_or(0));
    source.secondary = cursor.boolean("secondary").value_or(false);
    if (cursor.member("note")) cursor.text("note");
}

} // namespace

std::vector<app::Sign> read_signs(const Cursor& document) {
    std::vector<app::Sign> signs;
    if (!is_table(document, "tautline-warning-signs", "signs")) return signs;
    for (const Cursor& cursor : document.list("signs")) {
        if (!cursor.is_object({"id", "tier", "sources"})) continue;
        const auto id = new_id(cursor, signs);
        const auto tier = cursor.one_of("tier", tier_names);
        auto sources = source_ids(cursor);
        if (id && tier)
            signs.push_back({*id, static_cast<assess::Tier>(*tier), std::move(sources)});
    }
    return signs;
}

std::vector<app::Claim> read_claims(const Cursor& document) {
    std::vector<app::Claim> claims;
    if (!document.is_object({"format", "version", "claims", "clues"})) return claims;
    is_format(document, "tautline-claims");
    for (const Cursor& cursor : document.list("claims")) {
        if (!cursor.is_object(
                {"id", "verdicts", "sources", "signs", "chapter", "topic", "must_carry"}))
            continue;
        app::Claim claim;
        const auto id = new_id(cursor, claims);
        for (const Cursor& entry : cursor.list("verdicts"))
            if (const auto verdict = entry.one_of(verdicts))
                claim.verdicts.push_back(static_cast<app::Verdict>(*verdict));
        const auto verdict_list = cursor.member("verdicts");
        if (verdict_list && verdict_list->value().type == json::Type::array &&
            verdict_list->value().items.empty())
            verdict_list->wrong("at least one verdict");
        claim.sources = source_ids(cursor);
        claim.signs = cursor.texts("signs");
        const app::ChapterNames chapters = app::chapter_names();
        if (const auto chapter = cursor.one_of("chapter", chapters))
            claim.chapter = chapters[*chapter];
        claim.topic = any_text(cursor, "topic");
        claim.must_carry = cursor.boolean("must_carry").value_or(false);
        if (!id) continue;
        claim.id = *id;
        claims.push_back(std::move(claim));
    }
    return claims;
}

std::vector<app::Clue> read_clues(const Cursor& document) {
    std::vector<app::Clue> clues;
    for (const Cursor& cursor : document.list("clues")) {
        if (!cursor.is_object({"id", "column", "claims"})) continue;
        const auto id = new_id(cursor, clues);
        const auto column = cursor.one_of("column", columns);
        auto claims = cursor.texts("claims");
        if (cursor.member("claims") && claims.empty())
            cursor.note("a clue with no claim", "at least one claim");
        if (id && column)
            clues.push_back({*id, static_cast<app::Column>(*column), std::move(claims)});
    }
    return clues;
}

std::vector<app::Source> read_sources(const Cursor& document) {
    std::vector<app::Source> sources;
    if (!document.is_object({"format", "version", "sources"}, {"look_again_by"})) return sources;
    is_format(document, "tautline-sources");
    for (const Cursor& cursor : document.list("sources")) {
        if (!cursor.is_object({"id", "citation", "short_name", "year", "link", "secondary"},
                              {"note"}))
            continue;
        app::Source source;
        const auto id = new_id(cursor, sources);
        source.citation = cursor.text("citation").value_or("");
        read_whole_source(cursor, source);
        if (!id) continue;
        source.id = *id;
        sources.push_back(std::move(source));
    }
    return sources;
}

std::vector<app::Help> read_helps(const Cursor& document) {
    std::vector<app::Help> helps;
    if (!is_table(document, "tautline-what-helps", "helps")) return helps;
    for (const Cursor& cursor : document.list("helps")) {
        if (!cursor.is_object({"id", "evidence", "sources"})) continue;
        const auto id = new_id(cursor, helps);
        const auto evidence = cursor.one_of("evidence", evidences);
        auto sources = source_ids(cursor);
        if (id && evidence)
            helps.push_back({*id, static_cast<app::Evidence>(*evidence), std::move(sources)});
    }
    return helps;
}

namespace {

constexpr std::int64_t most_axis = 1000000;

// The line that each option of a guess means, as points [at, value] from left to right.
std::vector<std::vector<app::ChapterFacts::Point>> guess_lines(const Cursor& chapter) {
    std::vector<std::vector<app::ChapterFacts::Point>> lines;
    for (const Cursor& line : chapter.list("guesses")) {
        auto& points = lines.emplace_back();
        for (const Cursor& point : line.list().value_or(std::vector<Cursor>{})) {
            const auto pair = point.list().value_or(std::vector<Cursor>{});
            if (pair.size() != 2) {
                point.wrong("a list of two whole numbers");
                continue;
            }
            const auto at = pair[0].integer(0, most_axis), value = pair[1].integer(0, most_axis);
            if (at && value) points.push_back({static_cast<int>(*at), static_cast<int>(*value)});
        }
    }
    return lines;
}

} // namespace

std::vector<app::ChapterFacts> read_chapters(const Cursor& document) {
    std::vector<app::ChapterFacts> chapters;
    if (!is_table(document, "tautline-chapters", "chapters")) return chapters;
    const app::ChapterNames names = app::chapter_names();
    for (const Cursor& cursor : document.list("chapters")) {
        if (!cursor.is_object({"id", "right_guess", "guesses", "sources"})) continue;
        const auto id = new_id(cursor, chapters);
        const auto known = cursor.one_of("id", names);
        const auto guess = cursor.integer("right_guess", 0, most_guesses - 1);
        auto lines = guess_lines(cursor);
        auto sources = source_ids(cursor);
        if (id && known && guess)
            chapters.push_back(
                {*id, static_cast<int>(*guess), std::move(lines), std::move(sources)});
    }
    return chapters;
}

std::vector<app::Scale> read_scales(const Cursor& document) {
    std::vector<app::Scale> scales;
    if (!is_table(document, "tautline-scales", "scales")) return scales;
    for (const Cursor& cursor : document.list("scales")) {
        if (!cursor.is_object({"page", "bands", "half_raised_from", "sources"})) continue;
        app::Scale scale;
        scale.page = cursor.text("page").value_or("");
        for (const Cursor& band : cursor.list("bands")) {
            if (!band.is_object({"from", "reading"})) continue;
            const auto from = band.integer("from", 0, most_sum);
            const int above = scale.bands.empty() ? -1 : scale.bands.back().from;
            if (from && (scale.bands.empty() ? *from != 0 : *from <= above))
                band.member("from")->wrong("bands from 0, each above the one before");
            scale.bands.push_back(
                {static_cast<int>(from.value_or(0)), band.text("reading").value_or("")});
        }
        if (cursor.member("bands") && scale.bands.empty())
            cursor.note("a scale with no band", "at least one band");
        scale.half_raised_from =
            static_cast<int>(cursor.integer("half_raised_from", 0, most_sum).value_or(0));
        scale.sources = source_ids(cursor);
        scales.push_back(std::move(scale));
    }
    return scales;
}

} // namespace tautline::content
