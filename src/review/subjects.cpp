#include "review/subjects.h"

#include "content/pack_names.h"
#include "content/parse.h"
#include "review/digest.h"

#include <algorithm>
#include <set>
#include <utility>

namespace tautline::review {

namespace {

using json::Value;

const Value* find(const Documents& documents, std::string_view file) {
    const auto found = documents.find(file);
    return found == documents.end() ? nullptr : &found->second;
}

// The ids that stand as "item" or "flag" anywhere in a rule.
void items_in(const Value& rule, std::set<std::string>& ids) {
    for (const json::Member& member : rule.members) {
        if ((member.name == "item" || member.name == "flag") &&
            member.value.type == json::Type::string)
            ids.insert(member.value.text);
        items_in(member.value, ids);
    }
    for (const Value& entry : rule.items)
        items_in(entry, ids);
}

class Rules {
public:
    Rules(const Documents& documents, std::vector<Subject>& subjects)
        : documents_{documents}, subjects_{subjects} {}

    void of_assessment() {
        assessment_ = find(documents_, file_);
        if (assessment_ == nullptr) return;
        each("tier_rules", [&](const Value& rule, std::vector<json::Member>& decides) {
            if (rule.find("eased") != nullptr) add(decides, "context_rule");
        });
        each("match_rules", [&](const Value&, std::vector<json::Member>& decides) {
            add(decides, "pattern");
            decides.push_back({"scored", scored()});
        });
        each("shown_while", [](const Value&, std::vector<json::Member>&) {});
        for (const char* name : {"context_rule", "pattern"})
            if (const Value* rule = assessment_->find(name)) {
                auto decides = read_by(*rule);
                decides.push_back({"scored", scored()});
                keep(file_, json::pointer_to("", name), *rule, std::move(decides));
            }
    }

    // Lists in which each entry stands for itself.
    void of_table(std::string_view file, std::string_view list) {
        const Value* document = find(documents_, file);
        const Value* entries = document != nullptr ? document->find(list) : nullptr;
        for (std::size_t i = 0; entries != nullptr && i < entries->items.size(); ++i)
            keep(file, json::pointer_to(json::pointer_to("", list), i), entries->items[i], {});
    }

private:
    static constexpr std::string_view file_ = "assessment.json";

    template <typename More>
    void each(std::string_view list, More more) {
        const Value* rules = assessment_->find(list);
        for (std::size_t i = 0; rules != nullptr && i < rules->items.size(); ++i) {
            auto decides = read_by(rules->items[i]);
            more(rules->items[i], decides);
            keep(file_, json::pointer_to(json::pointer_to("", list), i), rules->items[i],
                 std::move(decides));
        }
    }

    void add(std::vector<json::Member>& decides, const char* name) const {
        if (const Value* value = assessment_->find(name)) decides.push_back({name, *value});
    }

    // The questions that a rule names, and when these are asked.
    std::vector<json::Member> read_by(const Value& rule) const {
        std::set<std::string> ids;
        items_in(rule, ids);
        const auto named = [&](const Value& entry, const char* member) {
            const Value* id = entry.find(member);
            return id != nullptr && ids.count(id->text) != 0;
        };
        std::vector<Value> items, shown;
        if (const Value* all = assessment_->find("items"))
            std::copy_if(all->items.begin(), all->items.end(), std::back_inserter(items),
                         [&](const Value& item) { return named(item, "id"); });
        if (const Value* all = assessment_->find("shown_while"))
            std::copy_if(all->items.begin(), all->items.end(), std::back_inserter(shown),
                         [&](const Value& entry) { return named(entry, "item"); });
        return {{"items", list_value(std::move(items))},
                {"shown_while", list_value(std::move(shown))}};
    }

    Value scored() const {
        std::vector<Value> ids;
        if (const Value* all = assessment_->find("items"))
            for (const Value& item : all->items) {
                const Value *scored = item.find("scored"), *id = item.find("id");
                if (scored != nullptr && scored->boolean && id != nullptr) ids.push_back(*id);
            }
        return list_value(std::move(ids));
    }

    void keep(std::string_view file, const std::string& pointer, const Value& rule,
              std::vector<json::Member> decides) {
        const std::string at = std::string(file) + "#" + pointer;
        decides.push_back({"at", text_value(at)});
        decides.push_back({"rule", rule});
        subjects_.push_back({at, "", sha256(canonical(object_value(std::move(decides))))});
    }

    const Documents& documents_;
    std::vector<Subject>& subjects_;
    const Value* assessment_ = nullptr;
};

// The English words by key: a translation is signed for as one of these.
using Keys = std::map<std::string, const Value*, std::less<>>;
constexpr std::string_view english = "en";

bool has_texts(std::string_view path) {
    return content::is_words(path) && !path.ends_with("/language.json");
}

Keys english_words(const Documents& documents) {
    Keys keys;
    for (const auto& [path, words] : documents)
        if (has_texts(path) && language_of(path) == english)
            for (const json::Member& member : words.members)
                keys.emplace(member.name, &member.value);
    return keys;
}

void add_texts(const std::string& file, const Value& words, const Keys& originals,
               std::vector<Subject>& subjects) {
    const std::string language = language_of(file);
    const auto add = [&](const std::string& pointer, const Value& text, const Value* original) {
        const std::string at = file + "#" + pointer;
        std::vector<json::Member> signed_for = {{"at", text_value(at)}, {"text", text}};
        if (language != english && original != nullptr)
            signed_for.push_back({"english", *original});
        subjects.push_back({at, language, sha256(canonical(object_value(std::move(signed_for))))});
    };
    for (const json::Member& member : words.members) {
        const std::string pointer = json::pointer_to("", member.name);
        const auto found = originals.find(member.name);
        const Value* original = found == originals.end() ? nullptr : found->second;
        if (member.value.type == json::Type::string) add(pointer, member.value, original);
        for (std::size_t i = 0; i < member.value.items.size(); ++i)
            add(json::pointer_to(pointer, i), member.value.items[i],
                original != nullptr && i < original->items.size() ? &original->items[i] : original);
    }
}

} // namespace

Documents parse_all(const std::vector<content::File>& files) {
    Documents documents;
    for (const content::File& file : files) {
        Issues ignored;
        if (auto value = content::parse(file.text, content::bundle_limits, file.path, ignored))
            documents.emplace(file.path, *std::move(value));
    }
    return documents;
}

std::vector<Subject> subjects(const Documents& documents) {
    std::vector<Subject> all;
    Rules rules(documents, all);
    rules.of_assessment();
    rules.of_table("warning-signs.json", "signs");
    rules.of_table("claims.json", "claims");
    rules.of_table("claims.json", "clues");
    rules.of_table("what-helps.json", "helps");
    rules.of_table("chapters.json", "chapters");
    rules.of_table("scales.json", "scales");
    const Keys originals = english_words(documents);
    for (const auto& [path, value] : documents)
        if (has_texts(path)) add_texts(path, value, originals, all);
    return all;
}

std::string language_of(std::string_view path) {
    constexpr std::string_view folder = "words/";
    return std::string(path.substr(folder.size(), path.find('/', folder.size()) - folder.size()));
}

std::string pack_digest(const std::vector<content::File>& files) {
    std::vector<std::string> lines;
    for (const content::File& file : files)
        if (content::is_table(file.path) || content::is_words(file.path))
            lines.push_back(sha256(file.text) + "  " + file.path + "\n");
    std::sort(lines.begin(), lines.end(), [](const std::string& a, const std::string& b) {
        return a.substr(66) < b.substr(66);
    });
    std::string all;
    for (const std::string& line : lines)
        all += line;
    return sha256(all);
}

} // namespace tautline::review
