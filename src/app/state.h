// Everything that can change while the page is open. One value; app::update makes the next one.
// Nothing of it is ever stored or sent.
#pragma once

#include "app/action.h"
#include "app/chapters/chapters.h"
#include "app/chapters/weeks.h"
#include "app/country.h"
#include "app/library.h"
#include "app/operator.h"
#include "app/own_body/own_body.h"
#include "app/practices/breathing.h"
#include "app/practices/relaxation.h"
#include "app/progress.h"
#include "app/story/story.h"
#include "assess/answers.h"

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace tautline::app {

enum class Theme : std::uint8_t { automatic, light, dark, contrast, warm };
inline constexpr int theme_count = 5;
enum class Typeface : std::uint8_t { usual, second };
inline constexpr int typeface_count = 2;

struct Settings {
    Theme theme = Theme::automatic;
    int text_percent = 100; // 100 to 300
    bool less_motion = false;
    bool text_view = false; // the document skin
    // Whether a person asked for these, and not the device alone.
    bool chose_less_motion = false, chose_text_view = false;
    std::string language; // asked for and not here yet; empty: nothing is asked for
    Typeface typeface = Typeface::usual;
    bool typeface_missing = false; // the second one was asked for and did not come
    bool wide_spacing = false;     // letters, words, lines and paragraphs further apart
    bool read_aloud = false;       // buttons that read a part of the screen aloud
    bool arrow_keys = false;       // arrows move from control to control
};

struct Check {
    int page = -1;            // index in Library::pages; -1 is the introduction
    bool from_review = false; // changing one page: Next leads back to the review
    int left_at = -1;         // the page from which a person looked elsewhere; -1: none
    int last_item = -1;       // the item answered last, so that urgent advice stands beside it
    std::set<int> none_pages; // pages on which "None of these" was the last thing used
};

// The camera on its way to a chapter's part of the one body from where another chapter looked.
struct Journey {
    Route from = Route::chapter_alarm;
    double share = 1; // of the way; 1: there
};
inline constexpr double journey_s = 0.9;

// How far heart and breath of the body in view are, 0 to 1 through one. They keep real time.
struct Pulse {
    double beat = 0, breath = 0;
};

struct Sorting {
    int clue = 0;            // the clue in hand; past the last one: all trays
    std::vector<int> column; // chosen column for each clue; -1: not sorted yet
};

// The one other answer whose result stands beside the person's own. The answers stay as they are.
struct Tried {
    assess::AnswerRef answer;
    bool on = true;
    friend bool operator==(const Tried&, const Tried&) = default;
};

// What a person takes along from the result.
struct TakeAway {
    bool mood = false; // the PHQ-4 goes along
    bool code = false; // the code is shown
    Errand errand = Errand::none;
    std::uint32_t errand_serial = 0; // rises with every errand
    bool failed = false;             // the host could not do the last one
};

// Whether answers came with the address.
enum class Arrival : std::uint8_t { none, opened, unreadable, not_loaded };

// Where a person was before they looked for their country.
struct Aside {
    Route route = Route::home;
    std::uint32_t focus = 0; // a node; 0: the title
};

struct AppState {
    Route route = Route::home;
    assess::Answers answers;
    Check check;
    std::optional<Tried> tried;                       // on the result only
    Chapters chapters;                                // played freely, on one body
    std::array<Chapters, simulated_chapters> lessons; // the cards of each chapter, on its own
    Chapters welcome;                                 // Home's body
    Story story;
    WeeksView weeks;
    OwnBody own_body;
    Journey journey;
    Pulse pulse;
    Pacer pacer;
    Relaxation relaxation;
    Sorting sorting;
    ChapterProgress progress{}; // since the start, or since everything was forgotten
    int feel_spot = -1;         // chapter 5: what was touched (first_feeling); -1: nothing
    Settings settings;
    Operator decided;
    Host host;
    Countries countries;
    std::string country; // chosen in this visit; "-": one without a number; empty: not chosen
    Aside aside;
    bool lacks_typeface = false; // the stage has none to paint words with; kept as the host is
    TakeAway take_away;
    Arrival arrival = Arrival::none;
    std::set<std::string> open;       // keys of the open disclosures
    double ambient_s = 0;             // clock of small quiet movements
    bool help_open = false;           // the dialog that lists the keys
    std::string drawer;               // the key of the open drawer; empty: none is open
    std::string reading;              // the part that is read aloud now; see ReadAloud
    std::uint32_t reading_serial = 0; // rises when speech must begin or end

    std::string focus_key = "title"; // the node that the focus goes to …
    std::uint32_t focus_node = 0;    // or this one, by its id
    std::uint32_t focus_serial = 0;  // … when this rises
    std::uint32_t announcement_serial = 0;
    std::string announcement_key; // words key of what to say; empty: nothing
};

AppState initial_state(const Library& library);

// The body and the clock of a chapter's cards; null for a screen without cards.
Chapters* lesson_of(AppState& state, Route route);
const Chapters* lesson_of(const AppState& state, Route route);
// Whether a chapter is played freely: what it shows is the one body then, else its cards'.
bool plays_freely(const AppState& state, Route route);
const Chapters& shown(const AppState& state, Route route);
// Where the cards of a chapter stand; null for a screen without cards.
const Playback* cards_of(const AppState& state, Route route);

// Whether the document skin is the only one: for the script of the language, or without a typeface.
bool has_text_view_only(const Library& library, const AppState& state);

// Whether the document skin is shown: chosen, or the only one.
bool shows_text_view(const Library& library, const AppState& state);

// Whether a screen fills the window, to be read from afar.
bool fills_window(const AppState& state);

// What a screen needs that the host does not have yet: load, load_words or none.
Errand missing_part(const Host& host, Route route);

bool has_answers(const AppState& state);

// The page of the self-check with this item; -1 if none has it.
int page_of(const Library& library, std::size_t item);

// The nearest page of the self-check before or after `page` that is asked of everybody; `step` is 1
// or -1. -1 or the number of pages: there is none.
int asked_page(const Library& library, int page, int step);

// Where a page stands among those that are asked of everybody, from 1, and how many these are; an
// optional page stands in no order.
struct PagePlace {
    int number = 0, count = 0; // 0: an optional page
};
PagePlace place_of_page(const Library& library, int page);

// Whether anything in view moves, so that another frame is wanted.
bool is_animating(const AppState& state);

} // namespace tautline::app
