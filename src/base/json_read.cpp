#include "base/json_read.h"

#include <algorithm>
#include <utility>

namespace tautline::json {

void Cursor::note(std::string found, std::string expected) const {
    issues_->push_back({file_, pointer_, std::move(found), std::move(expected)});
}

void Cursor::wrong(std::string expected) const {
    note(describe(*value_), std::move(expected));
}

Cursor Cursor::in(std::string_view name, const Value& value) const {
    Cursor cursor = *this;
    cursor.value_ = &value;
    cursor.pointer_ = pointer_to(pointer_, name);
    return cursor;
}

Cursor Cursor::in(std::size_t index, const Value& value) const {
    Cursor cursor = *this;
    cursor.value_ = &value;
    cursor.pointer_ = pointer_to(pointer_, index);
    return cursor;
}

bool Cursor::is_object(std::initializer_list<std::string_view> required,
                       std::initializer_list<std::string_view> optional) const {
    if (value_->type != Type::object) {
        wrong("an object");
        return false;
    }
    for (const std::string_view name : required)
        if (value_->find(name) == nullptr)
            note("no member " + quoted(name), "the member " + quoted(name));
    std::vector<std::string_view> allowed(required);
    allowed.insert(allowed.end(), optional.begin(), optional.end());
    for (const Member& member : value_->members)
        if (std::find(allowed.begin(), allowed.end(), member.name) == allowed.end())
            in(member.name, member.value).note("an unknown member", one_of_words(allowed));
    return true;
}

std::optional<Cursor> Cursor::member(std::string_view name) const {
    const Value* found = value_->find(name);
    if (found == nullptr) return std::nullopt;
    return in(name, *found);
}

std::optional<std::string> Cursor::text() const {
    if (value_->type == Type::string && !value_->text.empty()) return value_->text;
    wrong("a string that is not empty");
    return std::nullopt;
}

std::optional<bool> Cursor::boolean() const {
    if (value_->type == Type::boolean) return value_->boolean;
    wrong("true or false");
    return std::nullopt;
}

std::optional<std::int64_t> Cursor::integer(std::int64_t least, std::int64_t most) const {
    if (value_->type == Type::integer && value_->integer >= least && value_->integer <= most)
        return value_->integer;
    wrong(least == most
              ? "the number " + std::to_string(least)
              : "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return std::nullopt;
}

std::optional<std::vector<Cursor>> Cursor::list() const {
    if (value_->type != Type::array) {
        wrong("a list");
        return std::nullopt;
    }
    std::vector<Cursor> cursors;
    cursors.reserve(value_->items.size());
    for (std::size_t i = 0; i < value_->items.size(); ++i)
        cursors.push_back(in(i, value_->items[i]));
    return cursors;
}

std::vector<std::string> Cursor::texts() const {
    std::vector<std::string> found;
    const auto cursors = list();
    if (!cursors) return found;
    for (const Cursor& cursor : *cursors) {
        auto text = cursor.text();
        if (!text) continue;
        if (std::find(found.begin(), found.end(), *text) != found.end())
            cursor.note(quoted(*text) + " a second time", "each entry once");
        else
            found.push_back(std::move(*text));
    }
    return found;
}

std::optional<std::size_t> Cursor::one_of(std::span<const std::string_view> names) const {
    if (value_->type == Type::string) {
        const auto name = std::find(names.begin(), names.end(), value_->text);
        if (name != names.end()) return static_cast<std::size_t>(name - names.begin());
    }
    wrong(one_of_words(names));
    return std::nullopt;
}

std::optional<std::string> Cursor::text(std::string_view name) const {
    const auto cursor = member(name);
    return cursor ? cursor->text() : std::nullopt;
}

std::optional<bool> Cursor::boolean(std::string_view name) const {
    const auto cursor = member(name);
    return cursor ? cursor->boolean() : std::nullopt;
}

std::optional<std::int64_t> Cursor::integer(std::string_view name, std::int64_t least,
                                            std::int64_t most) const {
    const auto cursor = member(name);
    return cursor ? cursor->integer(least, most) : std::nullopt;
}

std::vector<Cursor> Cursor::list(std::string_view name) const {
    const auto cursor = member(name);
    if (!cursor) return {};
    return cursor->list().value_or(std::vector<Cursor>{});
}

std::vector<std::string> Cursor::texts(std::string_view name) const {
    const auto cursor = member(name);
    return cursor ? cursor->texts() : std::vector<std::string>{};
}

std::optional<std::size_t> Cursor::one_of(std::string_view name,
                                          std::span<const std::string_view> names) const {
    const auto cursor = member(name);
    return cursor ? cursor->one_of(names) : std::nullopt;
}

std::string one_of_words(std::span<const std::string_view> names) {
    if (names.empty()) return "nothing";
    std::string words = names.size() == 1 ? "" : "one of ";
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) words += ", ";
        words += quoted(names[i]);
    }
    return words;
}

bool is_format(const Cursor& document, std::string_view format) {
    if (document.value().type != Type::object) return false;
    const std::string_view names[] = {format};
    const bool right_format = document.one_of("format", names).has_value();
    const bool right_version = document.integer("version", 1, 1).has_value();
    return right_format && right_version;
}

} // namespace tautline::json
