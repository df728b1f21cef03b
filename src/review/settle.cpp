#include "review/settle.h"

#include "base/json.h"
#include "content/pack_names.h"
#include "review/sign_off.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace tautline::review {

namespace {

using Json = nlohmann::ordered_json;

// "words/es/language.json" tells of "es", other files of none.
std::string language_told_of(const std::string& path) {
    return content::is_words(path) && path.ends_with("/language.json") ? language_of(path) : "";
}

void say_who_reviewed(content::File& file, const std::string& by, std::vector<std::string>& told) {
    Json about = Json::parse(file.text, nullptr, false);
    if (!about.is_object() || !about.contains("reviewed_by")) return; // its form is wrong
    Json& said = about["reviewed_by"];
    const Json true_one = by.empty() ? Json() : Json(by);
    if (said == true_one) return;
    if (said.is_string() && by.empty())
        told.push_back(file.path + "#/reviewed_by: " + json::quoted(said.get<std::string>()) +
                       " is not shown: no sign-off in " + std::string(sign_off_file) +
                       " covers all of these words and rules as they are");
    else if (!said.is_null() && !said.is_string())
        return;
    said = true_one;
    file.text = about.dump(2) + "\n";
}

// The contract reads a record of name, role, date and scope.
void settle_contract(content::File& file, bool lapsed) {
    Json assessment = Json::parse(file.text, nullptr, false);
    if (!assessment.is_object() || !assessment.contains("clinician_sign_off")) return;
    Json& record = assessment["clinician_sign_off"];
    if (lapsed)
        assessment.erase("clinician_sign_off");
    else if (record.is_object())
        for (const char* more : {"as", "language", "digests", "remarks", "documents"})
            record.erase(more);
    file.text = assessment.dump(2) + "\n";
}

void set_word(std::vector<content::File>& files, const std::string& path, const std::string& key,
              const std::string& text) {
    for (content::File& file : files) {
        if (file.path != path) continue;
        Json words = Json::parse(file.text, nullptr, false);
        words[key] = text;
        file.text = words.dump(2) + "\n";
    }
}

} // namespace

void stamp(const Documents& documents, std::string_view digest, const Change& change) {
    constexpr std::string_view place = "{version}";
    for (const auto& [path, words] : documents)
        for (const char* key : {"about.version", "summary.made", "summary.made.date"}) {
            const json::Value* text = path.starts_with("words/") ? words.find(key) : nullptr;
            if (text == nullptr || text->type != json::Type::string) continue;
            const auto at = text->text.find(place);
            if (at == std::string::npos) continue;
            std::string stamped = text->text;
            stamped.insert(at + place.size(), " · " + std::string(digest.substr(0, shown_digits)));
            change(path, key, stamped);
        }
}

Settled settle(std::vector<content::File> files) {
    const Signed pack = look(files);
    Settled settled;
    const std::string digest = pack_digest(files);
    if (!pack.issues.empty())
        settled.told.push_back("its sign-offs are not in order (tautline lint says how), so they "
                               "count for nothing");
    const auto lapsed = lapsed_contract(pack);
    for (const std::string& at : lapsed)
        settled.told.push_back("assessment.json#/clinician_sign_off has lapsed: " + at +
                               " is not what was signed");
    // One that can't be read stands for nothing; one whose name or date is wrong is the reader's
    // to refuse.
    const bool unreadable =
        std::any_of(pack.issues.begin(), pack.issues.end(), [](const Issue& issue) {
            return issue.pointer.starts_with("/clinician_sign_off/digests");
        });
    for (content::File& file : files) {
        if (file.path == "assessment.json") {
            settle_contract(file, unreadable || !lapsed.empty());
        } else if (const std::string language = language_told_of(file.path); !language.empty()) {
            say_who_reviewed(file, reviewed_by(pack.records, pack.subjects, language),
                             settled.told);
        }
    }
    stamp(pack.documents, digest,
          [&](const std::string& file, const std::string& key, const std::string& text) {
              set_word(files, file, key, text);
          });
    settled.files = std::move(files);
    return settled;
}

} // namespace tautline::review
