#include "review/sign_off.h"

#include "base/date.h"
#include "base/json_read.h"
#include "lint/pack.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace tautline::review {

namespace {

using json::Cursor;

constexpr std::string_view assessment_file = "assessment.json";
constexpr std::string_view contract_record = "clinician_sign_off";

bool is_digest(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

std::map<std::string, std::string> read_digests(const Cursor& cursor, std::string_view name) {
    std::map<std::string, std::string> digests;
    const auto member = cursor.member(name);
    if (!member) return digests;
    if (member->value().type != json::Type::object) {
        member->wrong("an object from place to digest");
        return digests;
    }
    for (const json::Member& each : member->value().members) {
        const Cursor digest = member->in(each.name, each.value);
        if (each.value.type != json::Type::string || !is_digest(each.value.text))
            digest.wrong("a digest (SHA-256, 64 hexadecimal digits)");
        else
            digests.emplace(each.name, each.value.text);
    }
    return digests;
}

void check_remarks(const Cursor& cursor) {
    const auto member = cursor.member("remarks");
    if (!member) return;
    if (member->value().type != json::Type::object) {
        member->wrong("an object from place to remark");
        return;
    }
    for (const json::Member& each : member->value().members)
        member->in(each.name, each.value).text();
}

// Name, role, date and scope are what the contract asks for.
std::optional<Record> read_record(const Cursor& cursor, std::string_view file) {
    constexpr std::array<std::string_view, 2> roles = {"clinician", "reader"};
    if (!cursor.is_object({"name", "role", "date", "scope"},
                          {"as", "language", "digests", "remarks", "documents"}))
        return std::nullopt;
    Record record;
    record.file = file;
    record.pointer = cursor.pointer();
    const auto name = cursor.text("name");
    const auto role = cursor.text("role");
    const auto date = cursor.text("date");
    if (date && !is_date(*date)) cursor.member("date")->wrong("a date like \"2026-11-22\"");
    if (const auto as = cursor.one_of("as", roles)) record.as = static_cast<Role>(*as == 1);
    if (cursor.member("language")) cursor.text("language");
    record.scope = cursor.texts("scope");
    record.digests = read_digests(cursor, "digests");
    read_digests(cursor, "documents"); // what was read besides: for the review page to compare
    check_remarks(cursor);
    if (!name || !role || !date) return std::nullopt;
    record.name = *name;
    record.role = *role;
    record.date = *date;
    return record;
}

bool covers(const Record& record, const Subject& subject) {
    const auto found = record.digests.find(subject.at);
    return found != record.digests.end() && found->second == subject.digest;
}

} // namespace

std::vector<Record> read_records(const Documents& documents, Issues& issues) {
    std::vector<Record> records;
    if (const auto found = documents.find(assessment_file); found != documents.end()) {
        const Cursor document(found->second, assessment_file, issues);
        if (const auto record = document.member(contract_record))
            if (auto one = read_record(*record, assessment_file))
                records.push_back(*std::move(one));
    }
    if (const auto found = documents.find(sign_off_file); found != documents.end()) {
        const Cursor document(found->second, sign_off_file, issues);
        if (document.is_object({"format", "version", "records"})) {
            json::is_format(document, "tautline-sign-off");
            for (const Cursor& each : document.list("records"))
                if (auto record = read_record(each, sign_off_file))
                    records.push_back(*std::move(record));
        }
    }
    return records;
}

std::vector<Standing> stand(const std::vector<Record>& records,
                            const std::vector<Subject>& subjects) {
    std::map<std::string_view, const Subject*> by_place;
    for (const Subject& subject : subjects)
        by_place.emplace(subject.at, &subject);
    std::vector<Standing> all;
    for (const Record& record : records) {
        Standing one;
        one.record = &record;
        for (const auto& [at, digest] : record.digests) {
            const auto found = by_place.find(at);
            if (found == by_place.end())
                one.gone.push_back(at);
            else if (found->second->digest != digest)
                one.changed.push_back(at);
            else
                ++one.stands;
        }
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<std::string> unsigned_for(const std::vector<Record>& records,
                                      const std::vector<Subject>& subjects,
                                      std::string_view language) {
    std::vector<std::string> open;
    for (const Subject& subject : subjects) {
        if (!subject.is_rule() && subject.language != language) continue;
        if (std::none_of(records.begin(), records.end(), [&](const Record& record) {
                return record.as == Role::clinician && covers(record, subject);
            }))
            open.push_back(subject.at);
    }
    return open;
}

std::string reviewed_by(const std::vector<Record>& records, const std::vector<Subject>& subjects,
                        std::string_view language) {
    if (!unsigned_for(records, subjects, language).empty()) return "";
    std::string names;
    for (const Record& record : records) {
        const bool reads = std::any_of(subjects.begin(), subjects.end(), [&](const Subject& one) {
            return one.language == language && covers(record, one);
        });
        if (record.as != Role::clinician || !reads) continue;
        names += names.empty() ? "" : "; ";
        names += record.name + ", " + record.role + ", " + record.date;
    }
    return names;
}

Signed look(const std::vector<content::File>& files) {
    Signed pack;
    pack.documents = parse_all(files);
    pack.subjects = subjects(pack.documents);
    pack.records = read_records(pack.documents, pack.issues);
    if (!pack.issues.empty()) pack.records.clear();
    pack.languages = lint::languages_of(files);
    return pack;
}

std::vector<std::string> lapsed_contract(const Signed& pack) {
    std::vector<std::string> lapsed;
    const auto found =
        std::find_if(pack.records.begin(), pack.records.end(),
                     [](const Record& record) { return record.file == assessment_file; });
    if (found == pack.records.end() || found->digests.empty()) return lapsed;
    const json::Value& assessment = pack.documents.find(assessment_file)->second;
    const auto must = [&](const std::string& pointer) {
        const std::string at = std::string(assessment_file) + "#" + pointer;
        const auto subject = std::find_if(pack.subjects.begin(), pack.subjects.end(),
                                          [&](const Subject& one) { return one.at == at; });
        if (subject != pack.subjects.end() && !covers(*found, *subject)) lapsed.push_back(at);
    };
    must("/context_rule");
    if (const json::Value* rules = assessment.find("tier_rules"))
        for (std::size_t i = 0; i < rules->items.size(); ++i)
            if (const json::Value* eased = rules->items[i].find("eased"); eased && eased->boolean)
                must(json::pointer_to("/tier_rules", i));
    return lapsed;
}

} // namespace tautline::review
