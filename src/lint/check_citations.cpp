#include "assess/evaluate.h"
#include "base/json_read.h"
#include "content/parse.h"
#include "content/read_numbers.h"
#include "lint/checks.h"

#include <algorithm>
#include <string>

namespace tautline::lint {

namespace {

constexpr std::string_view checked_file = "assessment.json";

std::string at(std::string_view list, std::size_t index) {
    return json::pointer_to(json::pointer_to("", list), index);
}

class Citations {
public:
    Citations(const app::Library& library, Checked& checked)
        : library_{library}, checked_{checked} {}

    // A list of citations that must hold at least one claim or sign that is there.
    void of(const std::string& pointer, const std::vector<std::string>& ids, const char* what) {
        ++checked_.looked_at;
        if (ids.empty())
            note(checked_file, pointer, std::string("no source for ") + what,
                 "at least one claim or warning sign");
        for (std::size_t i = 0; i < ids.size(); ++i)
            if (library_.claim(ids[i]) == nullptr && library_.sign(ids[i]) == nullptr)
                note(checked_file, json::pointer_to(pointer + "/sources", i), json::quoted(ids[i]),
                     "the id of a claim or a warning sign");
    }

    // What is cited must cite sources in its turn.
    template <typename Thing>
    void sources(std::string_view table, std::string_view list, const std::vector<Thing>& things) {
        for (std::size_t i = 0; i < things.size(); ++i) {
            ++checked_.looked_at;
            if (things[i].sources.empty())
                note(table, at(list, i), "no source", "at least one source");
            for (std::size_t s = 0; s < things[i].sources.size(); ++s)
                if (library_.source(things[i].sources[s]) == nullptr)
                    note(table, json::pointer_to(at(list, i) + "/sources", s),
                         json::quoted(things[i].sources[s]), "the id of a source");
        }
    }

    void note(std::string_view where, std::string pointer, std::string found,
              std::string expected) {
        checked_.issues.push_back(
            {std::string(where), std::move(pointer), std::move(found), std::move(expected)});
    }

private:
    const app::Library& library_;
    Checked& checked_;
};

std::vector<std::string_view> result_ids() {
    std::vector<std::string_view> ids;
    for (int tier = 0; tier <= static_cast<int>(assess::Tier::emergency); ++tier)
        ids.push_back(name(static_cast<assess::Tier>(tier)));
    for (int pattern = 0; pattern <= static_cast<int>(assess::Pattern::movement_linked); ++pattern)
        ids.push_back(name(static_cast<assess::Pattern>(pattern)));
    return ids;
}

} // namespace

Checked check_citations(const Pack& pack) {
    Checked checked;
    const app::Library& library = pack.library();
    const assess::Definition& check = library.check;
    Citations cite(library, checked);
    for (std::size_t i = 0; i < check.items.size(); ++i) {
        const assess::Item& item = check.items[i];
        cite.of(at("items", i), item.sources, "a question");
        if (item.kind == assess::Kind::flag) continue; // its options rest on the item's sources
        for (std::size_t o = 0; o < item.options.size(); ++o)
            cite.of(json::pointer_to(at("items", i) + "/options", o), item.options[o].sources,
                    "an answer");
    }
    for (std::size_t i = 0; i < check.notes.size(); ++i)
        cite.of(at("notes", i), check.notes[i].sources, "a note");
    for (std::size_t i = 0; i < check.tier_rules.size(); ++i)
        cite.of(at("tier_rules", i), check.tier_rules[i].sources, "a reason");
    for (std::size_t i = 0; i < check.results.size(); ++i)
        cite.of(at("results", i), check.results[i].sources, "a result");
    for (const std::string_view id : result_ids())
        if (std::none_of(check.results.begin(), check.results.end(),
                         [&](const assess::ResultText& result) { return result.id == id; }))
            cite.note(checked_file, "/results", "no source for the result " + json::quoted(id),
                      "at least one claim or warning sign for every tier and pattern");
    for (const content::File& each : pack.files) {
        if (each.path != "emergency-numbers.json") continue;
        if (const auto value =
                content::parse(each.text, content::file_limits, each.path, checked.issues))
            checked.looked_at +=
                content::check_number_sources(json::Cursor(*value, each.path, checked.issues));
    }
    cite.sources("warning-signs.json", "signs", library.signs);
    cite.sources("claims.json", "claims", library.claims);
    cite.sources("what-helps.json", "helps", library.helps);
    return checked;
}

Checked check_must_carry(const Pack& pack) {
    Checked checked;
    const auto& claims = pack.library().claims;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const app::Claim& claim = claims[i];
        ++checked.looked_at;
        const bool disputed = std::any_of(
            claim.verdicts.begin(), claim.verdicts.end(), [](const app::Verdict verdict) {
                return verdict == app::Verdict::disputed || verdict == app::Verdict::safety;
            });
        const bool urgent =
            std::any_of(claim.signs.begin(), claim.signs.end(), [&](const std::string& id) {
                const app::Sign* sign = pack.library().sign(id);
                return sign != nullptr && sign->tier == assess::Tier::emergency;
            });
        if ((disputed || urgent) && !claim.must_carry)
            checked.issues.push_back({"claims.json", at("claims", i) + "/must_carry", "false",
                                      disputed ? "true: research disagrees, or it can be a warning "
                                                 "sign, so what research adds stays in view"
                                               : "true: it has an emergency sign beside it"});
    }
    return checked;
}

} // namespace tautline::lint
