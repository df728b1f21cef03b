#include "exchange/fragment.h"

#include "base/hash.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tautline::exchange {

namespace {

using assess::Answers;
using assess::Definition;
using assess::Item;
using assess::Kind;
using Bytes = std::vector<std::uint8_t>;

constexpr std::string_view letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

unsigned bits_of(const Item& item) {
    const std::size_t options = item.options.size();
    if (item.kind == Kind::many) return static_cast<unsigned>(options);
    unsigned bits = 0;
    while (options >> bits != 0) // options + 1 values
        ++bits;
    return bits;
}

std::size_t bytes_of_answers(const Definition& definition) {
    std::size_t bits = 0;
    for (const Item& item : definition.items)
        bits += bits_of(item);
    return (bits + 7) / 8;
}

std::uint16_t folded(std::string_view text) {
    const std::uint32_t hash = fnv1a_32(text);
    return static_cast<std::uint16_t>(hash >> 16 ^ (hash & 0xFFFFu));
}

std::uint16_t digest(const Definition& definition) {
    std::string ids;
    for (const Item& item : definition.items) {
        ids += item.id + (item.kind == Kind::many ? '*' : ':');
        for (const assess::Option& option : item.options)
            ids += option.id + ',';
    }
    return folded(ids);
}

std::uint16_t checksum(const Bytes& bytes, std::size_t size) {
    return folded({reinterpret_cast<const char*>(bytes.data()), size});
}

void append(Bytes& bytes, std::uint16_t number) {
    bytes.push_back(static_cast<std::uint8_t>(number >> 8));
    bytes.push_back(static_cast<std::uint8_t>(number & 0xFFu));
}

std::uint16_t number_at(const Bytes& bytes, std::size_t at) {
    return static_cast<std::uint16_t>(bytes[at] << 8 | bytes[at + 1]);
}

// Bits of a byte array, the most significant first.
struct BitPlace {
    std::size_t bit;

    void write(Bytes& bytes, std::uint32_t value, unsigned count) {
        while (count-- > 0) {
            if ((value >> count & 1u) != 0)
                bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] | 0x80u >> bit % 8);
            ++bit;
        }
    }
    std::uint32_t read(const Bytes& bytes, unsigned count) {
        std::uint32_t value = 0;
        while (count-- > 0) {
            value = value << 1 | (unsigned{bytes[bit / 8]} >> (7 - bit % 8) & 1u);
            ++bit;
        }
        return value;
    }
};

std::string to_letters(const Bytes& bytes) {
    std::string text;
    for (std::size_t bit = 0; bit < bytes.size() * 8; bit += 6) {
        unsigned value = 0;
        for (std::size_t i = bit; i < bit + 6; ++i)
            value = value << 1 |
                    (i / 8 < bytes.size() ? unsigned{bytes[i / 8]} >> (7 - i % 8) & 1u : 0u);
        text += letters[value];
    }
    return text;
}

// Nothing for a letter that is none, or for bits left over that are not zero.
std::optional<Bytes> from_letters(std::string_view text) {
    Bytes bytes(text.size() * 6 / 8, 0);
    if ((bytes.size() * 8 + 5) / 6 != text.size()) return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t value = letters.find(text[i]);
        if (value == letters.npos) return std::nullopt;
        for (std::size_t bit = 0; bit < 6; ++bit) {
            if ((value >> (5 - bit) & 1u) == 0) continue;
            const std::size_t at = i * 6 + bit;
            if (at / 8 >= bytes.size()) return std::nullopt;
            bytes[at / 8] = static_cast<std::uint8_t>(bytes[at / 8] | 0x80u >> at % 8);
        }
    }
    return bytes;
}

Failure<Issues> refused(std::string found, std::string expected) {
    return Failure{Issues{{"fragment", "", std::move(found), std::move(expected)}}};
}

} // namespace

std::string write_fragment(const Definition& definition, const Answers& answers, Mood mood) {
    Bytes bytes;
    append(bytes, digest(definition));
    bytes.resize(2 + bytes_of_answers(definition), 0);
    BitPlace place{16};
    for (std::size_t i = 0; i < definition.items.size(); ++i) {
        const Item& item = definition.items[i];
        const bool left_out = item.group == assess::Group::phq4 && mood == Mood::leave_out;
        std::uint32_t value = left_out ? 0 : answers.chosen[i];
        if (item.kind != Kind::many) {
            std::uint32_t number = 0;
            for (; value != 0; value >>= 1)
                ++number;
            value = number;
        }
        place.write(bytes, value, bits_of(item));
    }
    append(bytes, checksum(bytes, bytes.size()));
    return std::string(fragment_start) + to_letters(bytes);
}

Result<Answers, Issues> read_fragment(const Definition& definition, std::string_view text) {
    const std::size_t hash = text.rfind('#');
    if (hash != text.npos) text.remove_prefix(hash + 1);
    constexpr std::string_view first_form = "a1.";
    if (text.substr(0, first_form.size()) == first_form)
        return refused("\"a1.\", answers to the first self-check",
                       "\"a2.\": please answer the questions again");
    if (text.substr(0, fragment_start.size()) != fragment_start)
        return refused("another beginning", "\"" + std::string(fragment_start) + "\"");
    text.remove_prefix(fragment_start.size());
    const std::size_t size = 2 + bytes_of_answers(definition) + 2;
    const auto bytes = from_letters(text);
    if (!bytes || bytes->size() != size)
        return refused(std::to_string(text.size()) + " letters that are not such a code",
                       std::to_string((size * 8 + 5) / 6) + " letters, digits, - and _");
    if (number_at(*bytes, size - 2) != checksum(*bytes, size - 2))
        return refused("a damaged code", "a code whose checksum is right");
    if (number_at(*bytes, 0) != digest(definition))
        return refused("answers to other questions", "answers to the questions of this pack");
    Answers answers = no_answers(definition);
    BitPlace place{16};
    for (std::size_t i = 0; i < definition.items.size(); ++i) {
        const Item& item = definition.items[i];
        const std::uint32_t value = place.read(*bytes, bits_of(item));
        if (item.kind != Kind::many && value > item.options.size())
            return refused("an option that " + item.id + " does not have", "one of its options");
        answers.chosen[i] = item.kind == Kind::many || value == 0 ? value : 1u << (value - 1);
    }
    while (place.bit % 8 != 0)
        if (place.read(*bytes, 1) != 0) return refused("bits after the last answer", "zeros");
    return answers;
}

} // namespace tautline::exchange
