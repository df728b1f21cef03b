// Checked reading of a parsed JSON text: every accessor checks the type first and notes what is
// wrong with the JSON pointer of the place, so that a reader can go on and report everything at
// once.
#pragma once

#include "base/json.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::json {

// A value and where it stands. Cheap to copy; refers to the tree and to the list of issues.
class Cursor {
public:
    Cursor(const Value& value, std::string_view file, Issues& issues)
        : value_{&value}, file_{file}, issues_{&issues} {}

    const Value& value() const { return *value_; }
    const std::string& pointer() const { return pointer_; }

    void note(std::string found, std::string expected) const;   // an issue here
    void wrong(std::string expected) const;                     // ... that names what stands here
    Cursor in(std::string_view name, const Value& value) const; // a member of this object
    Cursor in(std::size_t index, const Value& value) const;     // an entry of this list

    // Whether this is an object. Notes each required member that is missing, and each member that
    // is neither required nor optional; the rest is still worth reading.
    bool is_object(std::initializer_list<std::string_view> required,
                   std::initializer_list<std::string_view> optional = {}) const;

    // A member of an object, if it is there (`is_object` has reported it if it must be).
    std::optional<Cursor> member(std::string_view name) const;

    std::optional<std::string> text() const; // a string that is not empty
    std::optional<bool> boolean() const;
    std::optional<std::int64_t> integer(std::int64_t least, std::int64_t most) const;
    std::optional<std::vector<Cursor>> list() const;
    // A list of strings, none empty and none twice.
    std::vector<std::string> texts() const;
    // The position of a string in a closed list of names.
    std::optional<std::size_t> one_of(std::span<const std::string_view> names) const;

    // The same of a member: nothing when it is missing or wrong.
    std::optional<std::string> text(std::string_view name) const;
    std::optional<bool> boolean(std::string_view name) const;
    std::optional<std::int64_t> integer(std::string_view name, std::int64_t least,
                                        std::int64_t most) const;
    std::vector<Cursor> list(std::string_view name) const;
    std::vector<std::string> texts(std::string_view name) const;
    std::optional<std::size_t> one_of(std::string_view name,
                                      std::span<const std::string_view> names) const;

private:
    const Value* value_;
    std::string file_;
    std::string pointer_;
    Issues* issues_;
};

// `one of "a", "b"`; with one name only that name.
std::string one_of_words(std::span<const std::string_view> names);

// Whether the document is an object that says it is this format in version 1.
bool is_format(const Cursor& document, std::string_view format);

} // namespace tautline::json
