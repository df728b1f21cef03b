#include "review/model.h"

#include "assess/evaluate.h"
#include "lint/grade.h"
#include "lint/screens.h"
#include "review/digest.h"
#include "review/outline.h"
#include "review/places.h"
#include "review/rule_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace tautline::review {

namespace {

using Json = nlohmann::ordered_json;
constexpr std::string_view english = "en";

Json asked_json(const std::vector<RuleText::Asked>& conditions) {
    Json all = Json::array();
    for (const RuleText::Asked& one : conditions)
        all.push_back(
            {{"question", one.question}, {"answers", one.answers}, {"unanswered", one.unanswered}});
    return all;
}

Json rule_json(const RuleText& text) {
    Json rule = {{"all_of", asked_json(text.all_of)}};
    if (!text.either.empty()) {
        rule["either"] = asked_json(text.either);
        rule["beside"] = asked_json(text.beside);
    }
    if (!text.tier.empty()) {
        rule["tier"] = text.tier;
        rule["eased_to"] = text.eased_to;
        rule["gives"] = text.gives;
        rule["without"] = text.without;
    }
    rule["facts"] = Json::array();
    for (const auto& [name, value] : text.facts)
        rule["facts"].push_back({name, value});
    return rule;
}

const lint::Language* find(const lint::Pack& pack, std::string_view tag) {
    for (const lint::Language& language : pack.languages)
        if (language.tag == tag) return &language;
    return nullptr;
}

// Parts and groups in the order in which they first get something, parts in their own.
class Outline {
public:
    void add(const Spot& spot, Json entry) {
        auto& groups = parts_[spot.part];
        const auto found = std::find_if(groups.begin(), groups.end(),
                                        [&](const auto& one) { return one.first == spot.group; });
        auto& group =
            found == groups.end() ? groups.emplace_back(spot.group, Json::array()) : *found;
        group.second.push_back(std::move(entry));
    }

    std::vector<std::pair<std::string, Json>>& groups(const std::string& part) {
        return parts_[part];
    }

private:
    std::map<std::string, std::vector<std::pair<std::string, Json>>> parts_;
};

class Model {
public:
    Model(const lint::Pack& pack, const Signed& signed_pack, const Request& request)
        : pack_{pack}, signed_{signed_pack}, request_{request}, language_{*find(pack,
                                                                                request.language)},
          english_{find(pack, english)}, library_{pack.library()}, beside_{request.language !=
                                                                           english} {
        if (pack.can_be_shown) {
            calm_ = lint::calm_answers(library_);
            seen_ = seen_on_screens(language_.library);
        } else {
            calm_ = assess::no_answers(library_.check);
        }
    }

    Json made() {
        for (const Subject& subject : signed_.subjects) {
            if (subject.is_rule() ? beside_ : subject.language != request_.language) continue;
            outline_.add(spot_of(library_, signed_.documents, subject), entry(subject));
        }
        if (beside_) add_missing();
        Json model = {{"format", "tautline-review"},
                      {"version", 1},
                      {"made", {{"by", "tautline " + request_.version}, {"on", request_.today}}},
                      {"pack",
                       {{"id", library_.check.id},
                        {"version", library_.check.version},
                        {"digest", request_.digest}}},
                      {"language",
                       {{"tag", request_.language},
                        {"name", language_.library.words.language_name},
                        {"right_to_left", language_.library.words.right_to_left},
                        {"beside_english", beside_}}}};
        model["parts"] = parts_json();
        model["rows"] = rows_json();
        model["claims"] = claims_json();
        model["sources"] = sources_json();
        model["documents"] = request_.documents;
        model["document_digests"] = Json::object();
        for (const auto& [name, text] : request_.documents)
            model["document_digests"][name] = sha256(text);
        model["records"] = records_json();
        return model;
    }

private:
    Json entry(const Subject& subject) {
        const json::Value& value = *value_at(signed_.documents, subject.at);
        Json one = {{"at", subject.at}, {"digest", subject.digest}};
        if (subject.is_rule()) {
            const RuleText text = rule_text(library_, calm_, value, pointer_of(subject.at));
            one["rule"] = rule_json(text);
            one["cites"] = cited_in(value);
            return one;
        }
        const std::string key = key_of(subject.at);
        one["key"] = key;
        one["text"] = value.text;
        one["cites"] = cited_by(library_, key);
        if (const auto seen = seen_.find(key); seen != seen_.end()) one["seen"] = seen->second;
        if (beside_)
            one["english"] = english_text(key, subject.at);
        else
            add_grade(value.text, one);
        return one;
    }

    static void add_grade(const std::string& text, Json& one) {
        const lint::Grade grade = lint::grade(text);
        if (grade.words < lint::least_words_to_grade) return;
        const auto tenths = [](double number) {
            return static_cast<double>(static_cast<int>(number * 10 + 0.5)) / 10;
        };
        one["grade"] = tenths(std::max(grade.flesch_kincaid, grade.readability_index));
    }

    Json english_text(const std::string& key, const std::string& at) const {
        if (english_ == nullptr) return nullptr;
        const std::string pointer = pointer_of(at);
        const bool in_list = pointer.find('/', 1) != pointer.npos;
        const std::size_t index = in_list ? index_of(pointer) : 0;
        const auto texts = english_->of(key);
        return index < texts.size() ? Json(texts[index]->text) : Json();
    }

    // What stands in English for who reads this language: nothing to sign, and to be seen.
    void add_missing() {
        std::set<std::string> known;
        for (const lint::Text& text : language_.texts)
            known.insert(text.key);
        for (const lint::Text& text : english_->texts)
            if (known.count(text.key) == 0)
                outline_.add({"rest", "missing"}, {{"at", text.file + "#" + text.pointer},
                                                   {"key", text.key},
                                                   {"english", text.text}});
    }

    static Json cited_in(const json::Value& value) {
        Json ids = Json::array();
        for (const char* name : {"sources", "signs", "claims"})
            if (const json::Value* list = value.find(name))
                for (const json::Value& id : list->items)
                    ids.push_back(id.text);
        return ids;
    }

    // Rows by how soon they ask for help; everything else as it came.
    Json parts_json() {
        Json all = Json::array();
        for (const std::string_view part : parts) {
            auto& groups = outline_.groups(std::string(part));
            if (groups.empty()) continue;
            if (part == "signs")
                std::stable_sort(groups.begin(), groups.end(), [&](const auto& a, const auto& b) {
                    return place_of(a.first) < place_of(b.first);
                });
            Json one = {{"id", part}, {"groups", Json::array()}};
            for (auto& [id, entries] : groups)
                one["groups"].push_back(group_json(id, std::move(entries)));
            all.push_back(std::move(one));
        }
        return all;
    }

    std::pair<int, std::size_t> place_of(const std::string& row) const {
        for (std::size_t i = 0; i < library_.signs.size(); ++i)
            if (library_.signs[i].id == row) return {-static_cast<int>(library_.signs[i].tier), i};
        return {1, 0};
    }

    Json group_json(const std::string& id, Json entries) const {
        Json group = {{"id", id}};
        const app::Words& words = language_.library.words;
        if (const app::Sign* sign = library_.sign(id)) {
            group["title"] = id + " · " + words.text("sign." + id + ".text");
            group["tier"] = assess::name(sign->tier);
            for (const assess::Item& item : library_.check.items)
                if (item.kind == assess::Kind::flag && !item.sources.empty() &&
                    item.sources.front() == id)
                    group["people"].push_back(item.id);
        } else if (library_.claim(id) != nullptr) {
            group["title"] = id + " · " + words.text("claim." + id + ".title");
        } else if (library_.check.item_index(id)) {
            group["title"] = words.text("item." + id + ".short");
        }
        // A rule first, then its words, those of the first screens before those that come later.
        const auto rank = [](const Json& one) {
            return one["at"] == "assessment.json#/context_rule" ? -1
                   : one.contains("rule")                       ? 0
                   : one["at"].get_ref<const std::string&>().find("/later/") == std::string::npos
                       ? 1
                       : 2;
        };
        std::stable_sort(entries.begin(), entries.end(),
                         [&](const Json& a, const Json& b) { return rank(a) < rank(b); });
        group["entries"] = std::move(entries);
        return group;
    }

    Json rows_json() const {
        Json rows = Json::object();
        for (const app::Sign& sign : library_.signs)
            rows[sign.id] = {{"tier", assess::name(sign.tier)},
                             {"text", library_.words.text("sign." + sign.id + ".text")},
                             {"sources", sign.sources}};
        return rows;
    }

    Json claims_json() const {
        Json claims = Json::object();
        for (const app::Claim& claim : library_.claims)
            claims[claim.id] = {{"text", library_.words.text("claim." + claim.id + ".title")},
                                {"sources", claim.sources}};
        return claims;
    }

    // As they stand in the file, with what was truly read.
    Json sources_json() const {
        Json sources = Json::object();
        const auto found = signed_.documents.find("sources.json");
        const json::Value* list =
            found == signed_.documents.end() ? nullptr : found->second.find("sources");
        for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
            const json::Value& source = list->items[i];
            const auto text = [&](const char* name) {
                const json::Value* value = source.find(name);
                return value != nullptr ? value->text : std::string();
            };
            const json::Value* secondary = source.find("secondary");
            sources[text("id")] = {{"short", text("short_name")},
                                   {"citation", text("citation")},
                                   {"link", text("link")},
                                   {"note", text("note")},
                                   {"secondary", secondary != nullptr && secondary->boolean}};
        }
        return sources;
    }

    // As they came: what the page can't show it hands on unchanged.
    Json records_json() const {
        const auto found = signed_.documents.find(sign_off_file);
        Json records = Json::array();
        if (found == signed_.documents.end() || !signed_.issues.empty()) return records;
        for (const content::File& file : pack_.files)
            if (file.path == sign_off_file)
                records = Json::parse(file.text, nullptr, false).value("records", Json::array());
        return records;
    }

    const lint::Pack& pack_;
    const Signed& signed_;
    const Request& request_;
    const lint::Language& language_;
    const lint::Language* english_;
    const app::Library& library_;
    bool beside_;
    assess::Answers calm_;
    Seen seen_;
    Outline outline_;
};

} // namespace

std::string model_json(const lint::Pack& pack, const Signed& signed_pack, const Request& request) {
    return Model(pack, signed_pack, request)
        .made()
        .dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace tautline::review
