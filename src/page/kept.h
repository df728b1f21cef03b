// All that lives as long as the page, for the exported functions; the one place that is not a
// value.
#pragma once

#include "page/frame.h"
#include "page/protocol/protocol.h"
#include "page/session.h"
#include "ui/raster/raster.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::page {

struct Bytes {
    const void* data;
    std::uint32_t size;
};

struct UpdateAnswer {
    const void* ops;
    std::uint32_t size, flags; // UpdateFlag
};

struct Picture {
    const void* pixels;
    std::uint32_t width, height, left, top; // device pixels; the place is the window's
};

struct Kept {
    std::array<std::vector<std::uint8_t>, slot_count> slots;
    std::unique_ptr<Session> session;
    std::string text; // the last one given out
    Bytes text_bytes{};
    Update update;
    UpdateAnswer answer{};
    Flattener flattener;
    ui::Image image;
    Picture picture{};
};

Kept& kept();

std::string_view slot_text_of(Slot slot, std::size_t size);

// Keeps the text until the next call.
const Bytes* give_out(std::string text);

} // namespace tautline::page
