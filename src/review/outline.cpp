#include "review/outline.h"

#include <algorithm>

namespace tautline::review {

namespace {

// A warning-sign row among sources; empty: none.
std::string row_in(const std::vector<std::string>& sources) {
    for (const std::string& id : sources)
        if (id.size() > 1 && id[0] == 'R') return id;
    return "";
}

std::string text_of(const json::Value& value, std::string_view name) {
    const json::Value* member = value.find(name);
    return member != nullptr ? member->text : "";
}

std::vector<std::string> sources_in(const json::Value& value) {
    std::vector<std::string> ids;
    if (const json::Value* list = value.find("sources"))
        for (const json::Value& id : list->items)
            ids.push_back(id.text);
    return ids;
}

Spot spot_of_item(const app::Library& library, std::string_view id) {
    const auto index = library.check.item_index(id);
    if (!index) return {"rest", "self-check.json"};
    const assess::Item& item = library.check.items[*index];
    if (item.group == assess::Group::warning_sign) return {"signs", row_in(item.sources)};
    if (item.group == assess::Group::phq4) return {"rest", "phq4"};
    return {"questions", item.id};
}

Spot spot_of_rule(const app::Library& library, const Documents& documents, const Subject& subject) {
    const std::string pointer = pointer_of(subject.at);
    const json::Value* value = value_at(documents, subject.at);
    const std::string list = pointer.substr(1, pointer.find('/', 1) - 1);
    if (value == nullptr) return {"rest", list};
    if (list == "context_rule") return {"context", "rule"};
    if (list == "tier_rules")
        return value->find("eased") != nullptr ? Spot{"context", "rule"}
                                               : Spot{"signs", row_in(sources_in(*value))};
    if (list == "shown_while") return spot_of_item(library, text_of(*value, "item"));
    if (list == "match_rules") return {"comparison", text_of(*value, "description")};
    if (list == "pattern") return {"comparison", "pattern"};
    if (list == "signs") return {"signs", text_of(*value, "id")};
    if (list == "claims") return {"claims", text_of(*value, "id")};
    if (list == "helps") return {"helps", text_of(*value, "id")};
    if (list == "chapters") return {"chapters", text_of(*value, "id")};
    if (list == "clues") return {"chapters", "clue"};
    return {"rest", list == "scales" ? "phq4" : list};
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

std::string file_of(std::string_view at) {
    const std::string_view path = at.substr(0, at.find('#'));
    const auto slash = path.rfind('/');
    return std::string(slash == path.npos ? path : path.substr(slash + 1));
}

std::string pointer_of(std::string_view at) {
    const auto hash = at.find('#');
    return std::string(hash == at.npos ? "" : at.substr(hash + 1));
}

std::string key_of(std::string_view at) {
    const std::string pointer = pointer_of(at);
    std::string key;
    for (std::size_t i = 1; i < pointer.size() && pointer[i] != '/'; ++i) {
        if (pointer[i] == '~' && i + 1 < pointer.size())
            key += pointer[++i] == '1' ? '/' : '~';
        else
            key += pointer[i];
    }
    return key;
}

std::size_t index_of(std::string_view pointer) {
    std::size_t index = 0;
    for (const char digit : pointer.substr(pointer.rfind('/') + 1))
        index = index * 10 + static_cast<std::size_t>(digit - '0');
    return index;
}

const json::Value* value_at(const Documents& documents, std::string_view at) {
    const auto found = documents.find(at.substr(0, at.find('#')));
    if (found == documents.end()) return nullptr;
    const json::Value* value = found->second.find(key_of(at));
    const std::string pointer = pointer_of(at);
    if (value == nullptr || pointer.find('/', 1) == pointer.npos) return value;
    const std::size_t number = index_of(pointer);
    return number < value->items.size() ? &value->items[number] : nullptr;
}

Spot spot_of(const app::Library& library, const Documents& documents, const Subject& subject) {
    if (subject.is_rule()) return spot_of_rule(library, documents, subject);
    const std::string file = file_of(subject.at), key = key_of(subject.at);
    const std::string family = key.substr(0, key.find('.'));
    const auto second = key.find('.') == key.npos ? std::string() : key.substr(family.size() + 1);
    const std::string id = second.substr(0, second.find('.'));
    if (is_one_of(file, {"kiosk.json", "embed.json", "shell.json"})) return {"rest", file};
    if (family == "context" || key.starts_with("advice.eased")) return {"context", "words"};
    if (family == "item") return spot_of_item(library, id);
    if (family == "sign" && library.sign(id) != nullptr) return {"signs", id};
    if (is_one_of(family, {"signs", "crisis", "call", "country", "footer"}))
        return {"signs", "round"};
    if (is_one_of(family, {"care", "tier", "reason", "advice", "step", "note"}))
        return {"results", family};
    if (family == "result") return {"results", "result"};
    if (family == "page" || family == "check") return {"questions", "round"};
    if (is_one_of(family, {"pattern", "description", "change", "accuracy"}))
        return {"comparison", "words"};
    if (family == "claim" && library.claim(id) != nullptr) return {"claims", id};
    if (family == "claim" || family == "verdict") return {"claims", "round"};
    if (family == "help") return {"helps", id};
    if (is_one_of(family, {"helps", "evidence"})) return {"helps", "round"};
    if (is_one_of(family, {"pacer", "relax"})) return {"helps", family};
    if (family == "chapter" && library.chapter(id) != nullptr) return {"chapters", id};
    if (is_one_of(family, {"story", "clue"})) return {"chapters", family};
    if (file == "chapters.json") return {"chapters", "round"};
    if (family == "phq4") return {"rest", "phq4"};
    return {"rest", file};
}

} // namespace tautline::review
