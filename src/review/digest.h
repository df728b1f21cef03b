// What a signature is held to: a digest over canonical JSON. The same value gives the same bytes on
// every machine: names in the order of their bytes, no white space, numbers as written, of a text's
// letters only quotes, backslashes and control characters escaped.
#pragma once

#include "base/json.h"

#include <string>
#include <string_view>

namespace tautline::review {

// SHA-256, as 64 hexadecimal digits.
std::string sha256(std::string_view bytes);

std::string canonical(const json::Value& value);

json::Value text_value(std::string_view text);
json::Value list_value(std::vector<json::Value> items);
json::Value object_value(std::vector<json::Member> members);

} // namespace tautline::review
