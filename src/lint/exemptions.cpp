#include "lint/exemptions.h"

#include "base/json_read.h"
#include "content/parse.h"

#include <algorithm>
#include <array>

namespace tautline::lint {

namespace {

constexpr std::array<std::string_view, 4> kinds = {"verbatim", "source-title", "licence",
                                                   "explained-term"};

bool covers(std::string_view pattern, std::string_view key) {
    if (!pattern.empty() && pattern.back() == '*')
        return key.substr(0, pattern.size() - 1) == pattern.substr(0, pattern.size() - 1);
    return key == pattern;
}

bool covers(const Exemption& exemption, std::string_view key) {
    return std::any_of(exemption.keys.begin(), exemption.keys.end(),
                       [&](const std::string& pattern) { return covers(pattern, key); });
}

// A whole text may only be left alone where its words are not ours to choose.
bool may_be_left_alone(Exempt kind, std::string_view key) {
    const auto begins = [&](std::string_view family) {
        return key.substr(0, family.size()) == family;
    };
    switch (kind) {
    case Exempt::verbatim:
        return begins("phq4.") || begins("item.phq4-");
    case Exempt::source_title:
        return begins("sources.") || key == "accuracy.sources";
    case Exempt::licence:
        return begins("about.credits.");
    default:
        return true;
    }
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

std::string_view name(Exempt kind) {
    return kinds[static_cast<std::size_t>(kind)];
}

Exemptions read_exemptions(const std::vector<content::File>& files, Issues& issues) {
    Exemptions exemptions;
    const auto file = std::find_if(files.begin(), files.end(), [](const content::File& one) {
        return one.path == "lint.json";
    });
    if (file == files.end()) return exemptions;
    const auto value = content::parse(file->text, content::file_limits, file->path, issues);
    if (!value) return exemptions;
    const json::Cursor document(*value, file->path, issues);
    if (!document.is_object({"format", "version", "exempt"})) return exemptions;
    is_format(document, "tautline-lint");
    for (const json::Cursor& cursor : document.list("exempt")) {
        if (!cursor.is_object({"keys", "kind", "reason"}, {"terms"})) continue;
        const auto kind = cursor.one_of("kind", kinds);
        const auto reason = cursor.text("reason");
        Exemption exemption;
        exemption.keys = cursor.texts("keys");
        exemption.terms = cursor.texts("terms");
        if (!kind || !reason) continue;
        exemption.kind = static_cast<Exempt>(*kind);
        exemption.reason = *reason;
        for (const std::string& key : exemption.keys)
            if (!may_be_left_alone(exemption.kind, key))
                cursor.member("keys")->note(json::quoted(key) + " as " +
                                                json::quoted(name(exemption.kind)),
                                            "a key whose words are not yours to choose");
        if ((exemption.kind == Exempt::explained_term) == exemption.terms.empty())
            cursor.note("terms that do not go with the kind",
                        "\"terms\" with the kind \"explained-term\", and only there");
        exemptions.push_back(std::move(exemption));
    }
    return exemptions;
}

bool is_exempt(const Exemptions& exemptions, std::string_view key) {
    return std::any_of(exemptions.begin(), exemptions.end(), [&](const Exemption& one) {
        return one.kind != Exempt::explained_term && covers(one, key);
    });
}

std::string without_terms(const Exemptions& exemptions, std::string_view key, std::string text) {
    for (const Exemption& one : exemptions) {
        if (one.kind != Exempt::explained_term || !covers(one, key)) continue;
        for (const std::string& term : one.terms) {
            const auto same = [](char a, char b) { return lower(a) == lower(b); };
            for (auto at = text.begin();;) {
                at = std::search(at, text.end(), term.begin(), term.end(), same);
                if (at == text.end()) break;
                const auto offset = at - text.begin();
                text.replace(static_cast<std::size_t>(offset), term.size(), "term");
                at = text.begin() + offset + 4;
            }
        }
    }
    return text;
}

} // namespace tautline::lint
