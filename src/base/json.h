// A parsed JSON text as plain values, strict where parsers are lenient. Layers that read JSON feed
// TreeBuilder with their parser's events (nlohmann's SAX interface: the names are its) and then
// read the tree through base/json_read.h. The tree keeps what a parser's own tree hides: duplicate
// members, and whether a number was written as an integer.
#pragma once

#include "base/issue.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::json {

enum class Type : std::uint8_t { null, boolean, integer, number, string, array, object };

struct Member;

struct Value {
    Type type = Type::null;
    bool boolean = false;
    std::int64_t integer = 0; // only for Type::integer: written with neither point nor exponent
    std::string text;         // the string's value; a number's digits as written
    std::vector<Value> items;
    std::vector<Member> members; // in the order written, each name once

    const Value* find(std::string_view name) const; // null when there is no such member
};

struct Member {
    std::string name;
    Value value;
};

struct Limits {
    std::size_t most_bytes = 64 * 1024;
    int most_nested = 8; // arrays and objects inside one another, the outermost counted
};

// `pointer` with one more step, escaped (RFC 6901).
std::string pointer_to(std::string_view pointer, std::string_view name);
std::string pointer_to(std::string_view pointer, std::size_t index);

// What stands there, in a few words on one line: `the string "ye…"`, `an empty list`, `the
// number 1.5`.
std::string describe(const Value& value);
std::string
quoted(std::string_view text); // in double quotes, control characters escaped, cut when long
std::string_view type_words(Type type); // "a string", "a list"

// Checks that need no parser: size, UTF-8, byte order mark. False when the text is not worth
// parsing.
bool check_text(std::string_view text, const Limits& limits, std::string_view file, Issues& issues);

// Receives a parser's events. Notes duplicate members, too deep nesting and the parser's own error
// as issues, and goes on wherever it can, so that one reading shows all of them.
class TreeBuilder {
public:
    TreeBuilder(std::string_view text, const Limits& limits, std::string_view file, Issues& issues);

    // Call once, after parsing. The value is whole only when no issue was added.
    Value take() { return std::move(root_); }

    bool null();
    bool boolean(bool value);
    bool number_integer(std::int64_t value);
    bool number_unsigned(std::uint64_t value);
    bool number_float(double value, const std::string& written);
    bool string(std::string& value);
    bool start_object(std::size_t);
    bool key(std::string& name);
    bool end_object() { return close(); }
    bool start_array(std::size_t);
    bool end_array() { return close(); }
    template <typename Bytes>
    bool binary(Bytes&) {
        return false; // JSON text has no binary values
    }
    template <typename Exception>
    bool parse_error(std::size_t position, const std::string& last_token, const Exception&) {
        return stop_at(position, last_token);
    }

private:
    struct Level {
        Value value;
        std::string name; // the member that `value` becomes, or empty
        std::string pointer;
        std::string key;   // the member being read
        bool drop = false; // the member being read is there already
    };

    bool add(Value value);
    bool open(Type type);
    bool close();
    bool stop_at(std::size_t position, const std::string& last_token);
    std::string next_pointer() const;
    bool dropping() const { return dropped_ > 0 || (!open_.empty() && open_.back().drop); }

    std::string_view text_;
    Limits limits_;
    std::string file_;
    Issues& issues_;
    Value root_;
    std::vector<Level> open_;
    int dropped_ = 0; // containers open inside what is not kept
};

} // namespace tautline::json
