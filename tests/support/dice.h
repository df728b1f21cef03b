// Random walks that repeat: a generator of our own, so that a walk is the same on every platform,
// and what a person could do next.
#pragma once

#include "app/update.h"
#include "view/screen/screen.h"

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace tautline::test {

struct Dice {
    std::uint64_t seed;
    std::uint32_t roll(std::uint32_t sides) {
        seed = seed * 6364136223846793005ull + 1442695040888963407ull;
        return static_cast<std::uint32_t>(seed >> 33) % sides;
    }
};

// Something that the screen in view offers; sliders get a value of their range.
inline app::Action offered_action(Dice& dice, const view::Screen& screen) {
    std::vector<const view::Node*> offered;
    for (const view::Node& node : screen.nodes)
        if (node.interactive() && !node.disabled &&
            !std::holds_alternative<std::monostate>(node.action))
            offered.push_back(&node);
    if (offered.empty()) return app::GoTo{app::Route::home};
    const view::Node& node = *offered[dice.roll(static_cast<std::uint32_t>(offered.size()))];
    app::Action action = node.action;
    if (node.role == view::Role::slider)
        if (auto* set = std::get_if<app::Set>(&action))
            set->value =
                node.min + (node.max - node.min) * static_cast<float>(dice.roll(101)) / 100;
    // Starting over ends every walk through the self-check, so it comes seldom.
    if (std::holds_alternative<app::StartOver>(action) && dice.roll(20) != 0) return app::Next{};
    return action;
}

} // namespace tautline::test
