#include "base/json.h"

#include "base/text.h"

#include <limits>
#include <utility>

namespace tautline::json {

const Value* Value::find(std::string_view name) const {
    for (const Member& member : members)
        if (member.name == name) return &member.value;
    return nullptr;
}

std::string pointer_to(std::string_view pointer, std::string_view name) {
    std::string out(pointer);
    out += '/';
    for (const char c : name) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

std::string pointer_to(std::string_view pointer, std::size_t index) {
    return std::string(pointer) + '/' + std::to_string(index);
}

constexpr std::size_t most_shown_bytes = 60;

std::string quoted(std::string_view text) {
    std::size_t end = text.size();
    if (end > most_shown_bytes) {
        end = most_shown_bytes;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
            --end; // not inside a character
    }
    std::string out = "\"";
    for (const char c : text.substr(0, end)) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7F) {
            out += escaped_code(byte);
        } else {
            out += c;
        }
    }
    if (end < text.size()) out += "…";
    return out + '"';
}

std::string_view type_words(Type type) {
    constexpr std::string_view words[] = {"null",     "true or false", "a whole number", "a number",
                                          "a string", "a list",        "an object"};
    return words[static_cast<std::size_t>(type)];
}

std::string describe(const Value& value) {
    switch (value.type) {
    case Type::null:
        return "null";
    case Type::boolean:
        return value.boolean ? "true" : "false";
    case Type::integer:
        return "the number " + std::to_string(value.integer);
    case Type::number:
        return "the number " + (value.text.size() <= most_shown_bytes
                                    ? value.text
                                    : value.text.substr(0, most_shown_bytes) + "…");
    case Type::string:
        return quoted(value.text);
    case Type::array:
        return value.items.empty() ? "an empty list" : "a list";
    case Type::object:
        return value.members.empty() ? "an empty object" : "an object";
    }
    return "";
}

bool check_text(std::string_view text, const Limits& limits, std::string_view file,
                Issues& issues) {
    const auto refuse = [&](std::string found, std::string expected) {
        issues.push_back({std::string(file), "", std::move(found), std::move(expected)});
        return false;
    };
    if (text.size() > limits.most_bytes)
        return refuse("more than " + std::to_string(limits.most_bytes) + " bytes",
                      "at most " + std::to_string(limits.most_bytes) + " bytes");
    if (!is_utf8(text)) return refuse("text that is not UTF-8", "JSON text in UTF-8");
    if (text.substr(0, 3) == "\xEF\xBB\xBF")
        return refuse("a byte order mark before the text", "JSON text in UTF-8");
    // The parser takes one for the end, and nobody would hear of what stands behind it.
    if (text.find('\0') != text.npos) return refuse("a zero byte", "JSON text in UTF-8");
    return true;
}

TreeBuilder::TreeBuilder(std::string_view text, const Limits& limits, std::string_view file,
                         Issues& issues)
    : text_{text}, limits_{limits}, file_{file}, issues_{issues} {}

std::string TreeBuilder::next_pointer() const {
    if (open_.empty()) return "";
    const Level& level = open_.back();
    if (level.value.type == Type::object) return pointer_to(level.pointer, level.key);
    return pointer_to(level.pointer, level.value.items.size());
}

bool TreeBuilder::add(Value value) {
    if (dropping()) {
        if (dropped_ == 0) open_.back().drop = false;
        return true;
    }
    if (open_.empty()) {
        root_ = std::move(value);
        return true;
    }
    Level& level = open_.back();
    if (level.value.type == Type::object)
        level.value.members.push_back({level.key, std::move(value)});
    else
        level.value.items.push_back(std::move(value));
    return true;
}

bool TreeBuilder::open(Type type) {
    if (dropping()) {
        ++dropped_;
        return true;
    }
    const std::string pointer = next_pointer();
    if (static_cast<int>(open_.size()) >= limits_.most_nested) {
        issues_.push_back(
            {file_, pointer,
             "more than " + std::to_string(limits_.most_nested) + " levels of lists and objects",
             "at most " + std::to_string(limits_.most_nested)});
        dropped_ = 1;
        return true;
    }
    Level level;
    level.value.type = type;
    level.pointer = pointer;
    open_.push_back(std::move(level));
    return true;
}

bool TreeBuilder::close() {
    if (dropped_ > 0) {
        --dropped_;
        if (dropped_ == 0 && !open_.empty()) open_.back().drop = false;
        return true;
    }
    Value value = std::move(open_.back().value);
    open_.pop_back();
    return add(std::move(value));
}

bool TreeBuilder::key(std::string& name) {
    if (dropped_ > 0) return true;
    Level& level = open_.back();
    level.key = name;
    level.drop = level.value.find(name) != nullptr;
    if (level.drop)
        issues_.push_back(
            {file_, next_pointer(), "the same member a second time", "each member once"});
    return true;
}

bool TreeBuilder::null() {
    return add({});
}

bool TreeBuilder::boolean(bool value) {
    Value made;
    made.type = Type::boolean;
    made.boolean = value;
    return add(std::move(made));
}

bool TreeBuilder::number_integer(std::int64_t value) {
    Value made;
    made.type = Type::integer;
    made.integer = value;
    return add(std::move(made));
}

bool TreeBuilder::number_unsigned(std::uint64_t value) {
    if (value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return number_integer(static_cast<std::int64_t>(value));
    return number_float(0, std::to_string(value));
}

bool TreeBuilder::number_float(double, const std::string& written) {
    Value made;
    made.type = Type::number;
    made.text = written;
    return add(std::move(made));
}

bool TreeBuilder::string(std::string& value) {
    Value made;
    made.type = Type::string;
    made.text = std::move(value);
    return add(std::move(made));
}

bool TreeBuilder::start_object(std::size_t) {
    return open(Type::object);
}

bool TreeBuilder::start_array(std::size_t) {
    return open(Type::array);
}

bool TreeBuilder::stop_at(std::size_t position, const std::string& last_token) {
    const std::size_t at = position == 0 ? 0 : position - 1; // parsers count from 1
    std::size_t line = 1, column = 1;
    for (std::size_t i = 0; i < at && i < text_.size(); ++i) {
        if (text_[i] == '\n') {
            ++line;
            column = 1;
        } else if ((static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80) {
            ++column;
        }
    }
    issues_.push_back({file_, "",
                       "text that is not JSON at line " + std::to_string(line) + ", column " +
                           std::to_string(column) +
                           (last_token.empty() ? "" : ", near " + quoted(last_token)),
                       "one JSON value and nothing after it"});
    return false;
}

} // namespace tautline::json
