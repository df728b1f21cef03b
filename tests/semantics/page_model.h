// A page in miniature: applies op buffers as web/dom/mirror.js does, and fails loudly on an op that
// a browser could not carry out. Elements get a serial number when they are made, so that a spec
// sees whether one was kept.
#pragma once

#include "semantics/diff.h"
#include "semantics/ops.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace tautline::semantics::model {

struct Element {
    int serial = 0;
    int moves = 0;
    std::uint32_t parent = 0;
    std::vector<std::uint32_t> children;
    unsigned role = 0, level = 0, flags = 0;
    std::uint8_t style[4] = {};
    std::string key, label, value_text, description, lang, href;
    float numbers[4] = {0, 0, 1, 0};
    std::uint32_t described_by = 0;
    Rect rect;
    int places = 0; // how often it was told where its words are painted
    unsigned placed = 0;
    float text_x = 0, text_size = 0;
};

struct Page {
    std::map<std::uint32_t, Element> elements{{0, {}}};
    std::string title, language, address;
    float width = 0, height = 0;
    std::vector<std::uint32_t> focused;
    std::vector<std::string> said, languages, spoken;
    std::vector<unsigned> asked;
    int made = 0;

    void apply(const std::vector<std::uint8_t>& ops) {
        for (at_ = 0, ops_ = &ops; at_ < ops.size();)
            step(static_cast<Op>(u8()));
    }

private:
    void step(Op op) {
        switch (op) {
        case Op::page:
            title = text(), language = text(), address = text();
            for (int i = 0; i < 7; ++i)
                u8();
            width = f32(), height = f32(), f32(), f32();
            return;
        case Op::add: {
            const std::uint32_t id = u32(), parent = u32(), before = u32();
            if (elements.count(id)) throw std::logic_error("added twice");
            Element& fresh = elements[id];
            fresh.serial = ++made;
            fresh.role = u8(), fresh.level = u8(), fresh.key = text();
            insert(id, parent, before);
            return;
        }
        case Op::move: {
            const std::uint32_t id = u32(), parent = u32(), before = u32();
            ++known(id).moves;
            take_out(id);
            for (std::uint32_t up = parent; up != 0; up = known(up).parent)
                if (up == id) throw std::logic_error("moved into itself");
            insert(id, parent, before);
            return;
        }
        case Op::set: {
            Element& e = known(u32());
            set(e, static_cast<Field>(u8()));
            return;
        }
        case Op::rect: {
            Element& e = known(u32());
            e.rect.x = f32(), e.rect.y = f32(), e.rect.width = f32(), e.rect.height = f32();
            return;
        }
        case Op::place: {
            Element& e = known(u32());
            e.placed = u8();
            e.text_x = f32(), f32(), f32(), e.text_size = f32(), f32(), f32();
            ++e.places;
            return;
        }
        case Op::remove: {
            const std::uint32_t id = u32();
            take_out(id);
            forget(id);
            return;
        }
        case Op::focus: {
            const std::uint32_t id = u32();
            known(id);
            focused.push_back(id);
            return;
        }
        case Op::say:
            said.push_back(text());
            return;
        case Op::language:
            languages.push_back(text());
            return;
        case Op::ask:
            asked.push_back(u8());
            return;
        case Op::speak:
            spoken.clear();
            for (std::uint32_t left = u32(); left > 0; --left)
                spoken.push_back(text());
            return;
        }
        throw std::logic_error("unknown op");
    }

    void set(Element& e, Field field) {
        switch (field) {
        case Field::label:
            e.label = text();
            return;
        case Field::value_text:
            e.value_text = text();
            return;
        case Field::description:
            e.description = text();
            return;
        case Field::lang:
            e.lang = text();
            return;
        case Field::href:
            e.href = text();
            return;
        case Field::flags:
            e.flags = u8();
            return;
        case Field::numbers:
            for (float& number : e.numbers)
                number = f32();
            return;
        case Field::style:
            for (std::uint8_t& part : e.style)
                part = static_cast<std::uint8_t>(u8());
            return;
        case Field::described_by:
            e.described_by = u32();
            return;
        }
        throw std::logic_error("unknown field");
    }

    Element& known(std::uint32_t id) {
        const auto found = elements.find(id);
        if (id == 0 || found == elements.end()) throw std::logic_error("unknown element");
        return found->second;
    }
    void insert(std::uint32_t id, std::uint32_t parent, std::uint32_t before) {
        if (parent != 0) known(parent);
        std::vector<std::uint32_t>& children = elements[parent].children;
        const auto at = std::find(children.begin(), children.end(), before);
        if (before != 0 && at == children.end()) throw std::logic_error("before is elsewhere");
        children.insert(at, id);
        elements[id].parent = parent;
    }
    void take_out(std::uint32_t id) {
        std::vector<std::uint32_t>& children = elements[known(id).parent].children;
        children.erase(std::find(children.begin(), children.end(), id));
    }
    void forget(std::uint32_t id) {
        for (const std::uint32_t child : std::vector<std::uint32_t>(elements[id].children))
            forget(child);
        elements.erase(id);
    }

    unsigned u8() { return ops_->at(at_++); }
    std::uint32_t u32() {
        std::uint32_t value = 0;
        for (int shift = 0; shift < 32; shift += 8)
            value |= static_cast<std::uint32_t>(u8()) << shift;
        return value;
    }
    float f32() {
        const std::uint32_t bits = u32();
        float value = 0;
        std::memcpy(&value, &bits, sizeof value);
        return value;
    }
    std::string text() {
        const std::uint32_t size = u32();
        std::string value;
        for (std::uint32_t i = 0; i < size; ++i)
            value += static_cast<char>(u8());
        return value;
    }

    std::size_t at_ = 0;
    const std::vector<std::uint8_t>* ops_ = nullptr;
};

} // namespace tautline::semantics::model
