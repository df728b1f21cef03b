// What every simulation shares: the card in view, whether its clock runs and for which card's run,
// and what a person guessed and saw.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tautline::app {

// A chapter's cards, in the order in which they take turns. The last shows all controls at once.
enum class Card : std::uint8_t {
    meet,    // the body does one thing
    guess,   // what will happen next?
    run,     // it happens
    compare, // the guess beside what the model did
    change,  // one thing is otherwise
    take,    // what to take along
    play,    // play freely
};
inline constexpr std::size_t card_count = 7;
inline constexpr std::size_t taught_cards = 6; // those that a person is led through
inline constexpr std::array<std::string_view, card_count> card_names{
    "meet", "guess", "run", "compare", "change", "take", "play"};
constexpr std::string_view name(Card card) {
    return card_names[static_cast<std::size_t>(card)];
}

// A playing chapter stops by itself when its run or its story is over, so that idle costs nothing.
struct Playback {
    Card card = Card::meet;
    std::optional<Card> run; // the card whose run the clock is in; none: what a person plays freely
    bool under_way = false;  // that run has begun and is not at its end yet; it may be held
    std::uint8_t ran = 0;    // a bit for each card whose run has come to its end
    bool playing = false;
    bool slow = false;     // a quarter of the usual pace
    double owed_s = 0;     // model time not yet stepped; less than one step
    int prediction = -1;   // option chosen before trying; -1: none
    bool revealed = false; // the person has seen what happens
};

constexpr std::uint8_t bit(Card card) {
    return static_cast<std::uint8_t>(1u << static_cast<unsigned>(card));
}
inline bool has_run(const Playback& playback, Card card) {
    return (playback.ran & bit(card)) != 0;
}

// The card whose run a card shows; none: it shows a body at rest, or what a person plays.
constexpr std::optional<Card> run_of(Card card) {
    switch (card) {
    case Card::meet:
    case Card::guess:
        return Card::meet;
    case Card::run:
    case Card::compare:
        return Card::run;
    case Card::change:
        return Card::change;
    case Card::take:
    case Card::play:
        break;
    }
    return std::nullopt;
}

// For a story that begins anew: what the person predicted, saw and chose of the clock stays.
inline Playback kept(Playback old) {
    old.playing = old.under_way = false;
    old.owed_s = 0;
    return old;
}

} // namespace tautline::app
