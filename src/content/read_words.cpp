#include "content/read_words.h"

#include <array>
#include <utility>

namespace tautline::content {

using json::Cursor;
using json::Type;

bool read_language(const Cursor& document, std::string_view language, app::Words& words) {
    constexpr std::array<std::string_view, 2> directions = {"ltr", "rtl"};
    constexpr std::array<std::string_view, 2> missing = {"refused", "english"};
    if (!document.is_object(
            {"language", "name", "direction", "text_view_only", "missing_words", "reviewed_by"}))
        return false;
    const std::string_view expected[] = {language};
    document.one_of("language", expected);
    words.language = std::string(language);
    words.language_name = document.text("name").value_or("");
    words.right_to_left = document.one_of("direction", directions).value_or(0) == 1;
    words.text_view_only = document.boolean("text_view_only").value_or(false);
    const auto reviewer = document.member("reviewed_by");
    if (reviewer && reviewer->value().type != Type::null)
        words.reviewed_by = reviewer->text().value_or("");
    return document.one_of("missing_words", missing).value_or(0) == 1;
}

void borrow_words(const app::Words& english, app::Words& words) {
    for (const auto& [key, texts] : english.entries)
        if (words.entries.emplace(key, texts).second) words.borrowed.insert(key);
}

void read_words(const Cursor& document, app::Words& words) {
    if (document.value().type != Type::object) {
        document.wrong("an object from key to words");
        return;
    }
    for (const json::Member& member : document.value().members) {
        const Cursor cursor = document.in(member.name, member.value);
        std::vector<std::string> texts;
        if (member.value.type == Type::array) {
            const auto entries = cursor.list();
            for (const Cursor& entry : *entries)
                if (auto text = entry.text()) texts.push_back(std::move(*text));
            if (entries->empty()) cursor.wrong("at least one sentence");
        } else if (member.value.type == Type::string) {
            if (auto text = cursor.text()) texts.push_back(std::move(*text));
        } else {
            cursor.wrong("a sentence or a list of sentences");
        }
        if (!words.entries.emplace(member.name, std::move(texts)).second)
            cursor.note("the key " + json::quoted(member.name) + " that another file has",
                        "each key in one file");
    }
}

} // namespace tautline::content
