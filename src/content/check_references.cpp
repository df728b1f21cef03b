#include "assess/contract.h"
#include "assess/evaluate.h"
#include "base/json.h"
#include "content/check_library.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::content {

namespace {

class Checker {
public:
    Checker(const app::Library& library, Issues& issues) : library_{library}, issues_{issues} {}

    // Ids of claims and warning-sign rows.
    void claims_or_signs(std::string_view file, const std::string& pointer,
                         const std::vector<std::string>& ids) {
        each(file, pointer, ids, "the id of a claim or a warning sign", [&](const auto& id) {
            return library_.claim(id) != nullptr || library_.sign(id) != nullptr;
        });
    }
    void claims(std::string_view file, const std::string& pointer,
                const std::vector<std::string>& ids) {
        each(file, pointer, ids, "the id of a claim",
             [&](const auto& id) { return library_.claim(id) != nullptr; });
    }
    void signs(std::string_view file, const std::string& pointer,
               const std::vector<std::string>& ids) {
        each(file, pointer, ids, "the id of a warning sign",
             [&](const auto& id) { return library_.sign(id) != nullptr; });
    }
    void sources(std::string_view file, const std::string& pointer,
                 const std::vector<std::string>& ids) {
        each(file, pointer, ids, "the id of a source",
             [&](const auto& id) { return library_.source(id) != nullptr; });
    }

private:
    template <typename Known>
    void each(std::string_view file, const std::string& pointer,
              const std::vector<std::string>& ids, std::string_view expected, Known known) {
        for (std::size_t i = 0; i < ids.size(); ++i)
            if (!known(ids[i]))
                issues_.push_back({std::string(file), json::pointer_to(pointer, i),
                                   json::quoted(ids[i]), std::string(expected)});
    }

    const app::Library& library_;
    Issues& issues_;
};

std::string at(std::string_view list, std::size_t index, std::string_view member) {
    return json::pointer_to(json::pointer_to(json::pointer_to("", list), index), member);
}

void check_assessment(const app::Library& library, Checker& check) {
    constexpr std::string_view file = "assessment.json";
    const auto& items = library.check.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        check.claims_or_signs(file, at("items", i, "sources"), items[i].sources);
        if (items[i].kind == assess::Kind::flag) continue; // its options rest on the item's sources
        for (std::size_t o = 0; o < items[i].options.size(); ++o)
            check.claims_or_signs(file,
                                  at("items", i, "options") + "/" + std::to_string(o) + "/sources",
                                  items[i].options[o].sources);
    }
    for (std::size_t i = 0; i < library.check.notes.size(); ++i)
        check.claims_or_signs(file, at("notes", i, "sources"), library.check.notes[i].sources);
    for (std::size_t i = 0; i < library.check.results.size(); ++i)
        check.claims_or_signs(file, at("results", i, "sources"), library.check.results[i].sources);
    for (std::size_t i = 0; i < library.check.tier_rules.size(); ++i)
        check.signs(file, at("tier_rules", i, "sources"), library.check.tier_rules[i].sources);
    if (library.check.clinician_sign_off)
        check.signs(file, "/clinician_sign_off/scope", library.check.clinician_sign_off->scope);
}

// A row of the always-visible list says no less than the first answer of the self-check that rests
// on it. (A row may stand for less urgent answers too; its text says so.)
void check_sign_tiers(const app::Library& library, Issues& issues) {
    std::vector<std::string_view> seen;
    for (const assess::ContractTier& fixed : assess::contract_tiers()) {
        if (std::find(seen.begin(), seen.end(), fixed.row) != seen.end()) continue;
        seen.push_back(fixed.row);
        const app::Sign* sign = library.sign(fixed.row);
        if (sign == nullptr) {
            issues.push_back({"warning-signs.json", "/signs", "no row " + json::quoted(fixed.row),
                              "every row that the self-check rests on"});
        } else if (sign->tier < fixed.tier) {
            const auto index = static_cast<std::size_t>(sign - library.signs.data());
            issues.push_back({"warning-signs.json", at("signs", index, "tier"),
                              json::quoted(assess::name(sign->tier)),
                              json::quoted(assess::name(fixed.tier)) + " or more, as for " +
                                  json::quoted(fixed.item)});
        }
    }
}

} // namespace

void check_references(const app::Library& library, Issues& issues) {
    Checker check(library, issues);
    check_assessment(library, check);
    for (std::size_t i = 0; i < library.signs.size(); ++i)
        check.sources("warning-signs.json", at("signs", i, "sources"), library.signs[i].sources);
    for (std::size_t i = 0; i < library.claims.size(); ++i) {
        check.sources("claims.json", at("claims", i, "sources"), library.claims[i].sources);
        check.signs("claims.json", at("claims", i, "signs"), library.claims[i].signs);
    }
    for (std::size_t i = 0; i < library.clues.size(); ++i)
        check.claims("claims.json", at("clues", i, "claims"), library.clues[i].claims);
    for (std::size_t i = 0; i < library.helps.size(); ++i)
        check.sources("what-helps.json", at("helps", i, "sources"), library.helps[i].sources);
    for (std::size_t i = 0; i < library.chapters.size(); ++i)
        check.sources("chapters.json", at("chapters", i, "sources"), library.chapters[i].sources);
    for (std::size_t i = 0; i < library.scales.size(); ++i)
        check.sources("scales.json", at("scales", i, "sources"), library.scales[i].sources);
    check_sign_tiers(library, issues);
}

} // namespace tautline::content
