#include "review/digest.h"

#include "base/text.h"

#include <algorithm>
#include <sha256.h>
#include <utility>

namespace tautline::review {

namespace {

void write_text(std::string_view text, std::string& out) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += {'\\', c};
        else if (static_cast<unsigned char>(c) < 0x20)
            out += escaped_code(static_cast<unsigned char>(c));
        else
            out += c;
    }
    out += '"';
}

void write(const json::Value& value, std::string& out) {
    switch (value.type) {
    case json::Type::null:
        out += "null";
        break;
    case json::Type::boolean:
        out += value.boolean ? "true" : "false";
        break;
    case json::Type::integer:
        out += std::to_string(value.integer);
        break;
    case json::Type::number:
        out += value.text;
        break;
    case json::Type::string:
        write_text(value.text, out);
        break;
    case json::Type::array:
        out += '[';
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            if (i > 0) out += ',';
            write(value.items[i], out);
        }
        out += ']';
        break;
    case json::Type::object: {
        std::vector<const json::Member*> members;
        for (const json::Member& member : value.members)
            members.push_back(&member);
        std::sort(members.begin(), members.end(),
                  [](const auto* a, const auto* b) { return a->name < b->name; });
        out += '{';
        for (const json::Member* member : members) {
            if (out.back() != '{') out += ',';
            write_text(member->name, out);
            out += ':';
            write(member->value, out);
        }
        out += '}';
        break;
    }
    }
}

} // namespace

std::string sha256(std::string_view bytes) {
    unsigned char digest[32];
    tautline_sha256(bytes.data(), bytes.size(), digest);
    std::string text;
    for (const unsigned char byte : digest)
        text += {"0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 15]};
    return text;
}

std::string canonical(const json::Value& value) {
    std::string out;
    write(value, out);
    return out;
}

json::Value text_value(std::string_view text) {
    json::Value value;
    value.type = json::Type::string;
    value.text = text;
    return value;
}

json::Value list_value(std::vector<json::Value> items) {
    json::Value value;
    value.type = json::Type::array;
    value.items = std::move(items);
    return value;
}

json::Value object_value(std::vector<json::Member> members) {
    json::Value value;
    value.type = json::Type::object;
    value.members = std::move(members);
    return value;
}

} // namespace tautline::review
