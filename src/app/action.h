// Everything that can happen, as values. A node of a screen carries the Action that using it
// causes; app::update is the only thing that turns an Action into a new AppState. Knows nothing of
// pixels, words or the DOM.
#pragma once

#include "app/chapters/playback.h"
#include "app/routes.h"
#include "assess/answers.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace tautline::app {

// Everything in a chapter, the pacer or the settings that a person can press or set.
enum class Control : std::uint8_t {
    home_startle, // on Home: a short one
    // on the cards; the chapter in view is meant
    prediction,       // option index chosen on the card that asks for a guess
    muscle_card_rest, // the rest on the card that changes it: the hour is lived at once
    sensitivity_with, // option index on the card that changes one thing: sends ten with it
    // what is played freely, up to weeks_another_body; with any simulation, the chapter in view
    play_pause,
    step_once,
    reset,
    slow_motion, // 0 or 1
    // the alarm
    alarm_startle,
    alarm_worry_s,        // how long the worry lasts, seconds
    alarm_slow_breathing, // 0 or 1
    alarm_line,           // option index: which line is shown
    // muscles
    muscle_effort_percent,
    muscle_rest_s_per_min,
    muscle_region, // option index
    // cortisol
    cortisol_stressor_hour, // where the next stressor goes, hours after midnight
    cortisol_add_stressor,
    cortisol_add_quiet_stressor,
    cortisol_clear_stressors,
    cortisol_span, // option index: the day, or the weeks
    // sensitivity
    sensitivity_signal, // option index: touch, warmth, ache
    sensitivity_hours_per_day,
    sensitivity_worry_percent,
    sensitivity_calm_percent,
    sensitivity_rubbing, // 0 or 1
    sensitivity_send_once,
    sensitivity_send_quickly,
    // the weeks of the cortisol chapter
    weeks_stress_percent,
    weeks_stress_weeks,
    weeks_quantity,     // option index
    weeks_another_body, // whose line stands on top
    // chapter 5
    feel_topic, // option index of the sensation or place shown
    // chapter 6
    sort_next,
    sort_back,
    // breathing pacer
    pacer_start_stop,
    // muscle relaxation
    relaxation_start_stop,
    relaxation_next_part, // leaves the part of the back in hand out
    // "How could this work in a body?"
    own_what_if,        // Idea; -1: none. Sets the next ones
    own_moment,         // option index
    own_slow_breathing, // 0 or 1
    own_rest_s_per_min,
    own_stress_percent,
    own_sleep_h,
    own_signal_h_per_day,
    own_quantity, // option index
    own_as_answered,
    // a hard week
    story_play_pause,
    story_big, // fills the window, or no longer
    // settings
    setting_theme, // Theme
    setting_text_percent,
    setting_motion,    // 0 follow the device, 1 less motion
    setting_text_view, // 0 stage, 1 document
    setting_typeface,  // Typeface
    typeface_missing,  // pressed by the page when the second typeface did not come
    setting_wide_spacing,
    setting_read_aloud,
    setting_arrow_keys, // the arrow keys move from control to control, for a pad of five keys
    read_aloud_ended,   // pressed by the page when it has said all, or can't
    voice_missing,      // … when the device has no voice for this language
    help,               // opens and closes the dialog that lists the keys
    close,              // whatever lies over the screen: that dialog, or a drawer
    // the summary
    take_mood, // 0 or 1: the PHQ-4 goes along
    // which country a person is in: its place among the numbers' regions, or one of Country; leads
    // back to where one was
    country,
    // what the device asks for from now on, 0 or 1: what a person chose to have on outlasts it
    device_motion,
    device_text_view,
};

// What a person can say instead of naming a country that has a number.
enum Country : int { another_country = -1, same_country = -2 };

// What only the host (the page's script) can do: the engine has no printer, files or screen of its
// own.
enum class Errand : std::uint8_t {
    none,
    load,         // the later part of the engine and the later words, as far as they are not there
    print,        // the summary on paper
    save_summary, // … as an HTML file
    make_code,    // a QR code of the answers, drawn in its figure
    save_record,  // the answers as a FHIR QuestionnaireResponse
    load_words,   // only the later words
    open_link,    // the answers that came with the address, once more
};

// What the host says of itself. Kept when a person starts over.
struct Host {
    std::string date{};       // today where the person is, "2026-11-22"; empty: not known
    bool framed = false;      // stands inside another page, which may forbid to print and to save
    bool address = false;     // has an address that a phone could open
    bool partial = false;     // the later part of the engine is not there yet (Errand::load)
    bool lacks_words = false; // nor are the later words (RouteEntry::words)
    bool calls = false;       // a phone: what it shows as a number can be dialled
    friend bool operator==(const Host&, const Host&) = default;
};

struct GoTo {
    Route route = Route::home;
    std::uint32_t from = 0; // Route::country: the node that leads there, where the focus comes back
    friend bool operator==(const GoTo&, const GoTo&) = default;
};
struct Choose {
    std::uint32_t item = 0, option = 0;
    bool on = true;
    friend bool operator==(const Choose&, const Choose&) = default;
}; // an answer; radios are always on
struct NoneOfThese {
    friend bool operator==(const NoneOfThese&, const NoneOfThese&) = default;
}; // every flag of the page in view becomes "no"
struct ClearPage {
    friend bool operator==(const ClearPage&, const ClearPage&) = default;
}; // the answers of the page in view go
struct Next {
    friend bool operator==(const Next&, const Next&) = default;
}; // the next page of the self-check
struct Back {
    friend bool operator==(const Back&, const Back&) = default;
}; // the page before
struct OpenPage {
    std::uint32_t page = 0;
    bool from_review = true; // to change its answers: Next leads back to the review
    friend bool operator==(const OpenPage&, const OpenPage&) = default;
};
struct ShowResult {
    friend bool operator==(const ShowResult&, const ShowResult&) = default;
};
struct StartOver {
    friend bool operator==(const StartOver&, const StartOver&) = default;
}; // forgets every answer
struct Toggle {
    std::string key;
    friend bool operator==(const Toggle&, const Toggle&) = default;
}; // opens or closes a disclosure; the key is its node's key
struct Try {
    std::uint32_t item = 0;
    std::optional<std::uint32_t> option; // none: the answer is cleared
    bool on = true;                      // for items of many options
    friend bool operator==(const Try&, const Try&) = default;
}; // result: shows what one other answer would do, or hides it
struct Ask {
    Errand errand = Errand::none;
    friend bool operator==(const Ask&, const Ask&) = default;
}; // the host is asked to do something
struct AskFailed {
    friend bool operator==(const AskFailed&, const AskFailed&) = default;
}; // the host could not
struct HostIs {
    Host host;
    friend bool operator==(const HostIs&, const HostIs&) = default;
};
struct OpenAnswers {
    assess::Answers answers;
    friend bool operator==(const OpenAnswers&, const OpenAnswers&) = default;
}; // answers that came with the address: shows their result
struct OpenFailed {
    bool not_loaded = false; // what reads them is not there: nobody knows yet
    friend bool operator==(const OpenFailed&, const OpenFailed&) = default;
}; // what came with the address are no answers to these questions
struct SortClue {
    std::uint32_t clue = 0, column = 0;
    friend bool operator==(const SortClue&, const SortClue&) = default;
}; // chapter 6: puts a clue into a column
struct ShowCard {
    Card card = Card::meet;
    friend bool operator==(const ShowCard&, const ShowCard&) = default;
}; // of the chapter in view
struct PlayCard {
    Card card = Card::meet;
    friend bool operator==(const PlayCard&, const PlayCard&) = default;
}; // plays its run, holds it, or lets it go on
struct ShowScene {
    std::uint32_t scene = 0;
    friend bool operator==(const ShowScene&, const ShowScene&) = default;
}; // of a hard week
struct OpenDrawer {
    std::string key;
    friend bool operator==(const OpenDrawer&, const OpenDrawer&) = default;
}; // the one with this key, or none; open already: closes it
struct Press {
    Control control = Control::play_pause;
    friend bool operator==(const Press&, const Press&) = default;
};
struct Set {
    Control control = Control::play_pause;
    float value = 0;
    friend bool operator==(const Set&, const Set&) = default;
}; // sliders send their value here
struct ReadAloud {
    std::string part; // key of the heading or question to read, "main" for the screen, "" to stop
    friend bool operator==(const ReadAloud&, const ReadAloud&) = default;
};
struct Tick {
    double elapsed_s = 0;
    friend bool operator==(const Tick&, const Tick&) = default;
}; // real time that passed; the host clamps it
struct ChooseLanguage {
    std::string language;
    friend bool operator==(const ChooseLanguage&, const ChooseLanguage&) = default;
}; // the host then brings the words, or says that it can't
struct LanguageCame {
    bool loaded = true;
    friend bool operator==(const LanguageCame&, const LanguageCame&) = default;
};

using Action = std::variant<std::monostate, GoTo, Choose, NoneOfThese, ClearPage, Next, Back,
                            OpenPage, ShowResult, StartOver, Toggle, Try, Ask, AskFailed, HostIs,
                            OpenAnswers, OpenFailed, SortClue, ShowCard, PlayCard, ShowScene,
                            OpenDrawer, Press, Set, ReadAloud, Tick, ChooseLanguage, LanguageCame>;

} // namespace tautline::app
