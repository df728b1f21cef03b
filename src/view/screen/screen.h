// What any surface shows: a tree of nodes with every word resolved, made from state before anything
// is drawn. Three surfaces read it and cannot disagree: ui paints it, semantics mirrors it as DOM
// controls, and renders it as HTML. Knows nothing of ImGui, the DOM or pixels. Equal state gives an
// equal Screen.
#pragma once

#include "app/action.h"
#include "base/hash.h"
#include "view/figures/figure.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::view {

// A node's identity: the hash of its author-given key ("check/feel/dull-ache"), never of its label
// or position. Stable over frames, languages and skins; also the handle for tests. 0 is "no node".
using NodeId = std::uint32_t;
constexpr NodeId node_id(std::string_view key) {
    return fnv1a_32(key);
}

// HTML element beside each role. Containers hold children; leaves don't.
enum class Role : std::uint8_t {
    // containers
    banner,      // <header>            sticky bar on top, first child of the tree
    navigation,  // <nav>               label = its name
    main,        // <main>
    footer,      // <footer>
    section,     // <section>           with a label: a named region; without: no role
    group,       // <div>, or <div role=group> when labelled
    list,        // <ul>
    item,        // <li>
    radio_group, // <fieldset><legend>  label = the question; children are radios (or other nodes)
    check_group, // <fieldset><legend>  children are checkboxes
    table,       // <table><caption>    label = caption; children are rows
    row,         // <tr>                children are cells
    // text
    heading,     // <h1>…<h4> by level
    paragraph,   // <p>
    cell,        // <td>
    header_cell, // <th scope=col|row>  level 1 = column, 2 = row
    // controls: at least 44 x 44 px, each with an action
    button, // <button>            with expanded != none: aria-expanded (a disclosure's head)
    link, // <a href>            href "#/route" inside the page, or a full address (opens a new tab)
    radio,    // <label><input type=radio>
    checkbox, // <label><input type=checkbox>
    slider,   // <label><input type=range> with aria-valuetext = value_text
    // pictures and live texts
    figure,   // <div role=img> with label; its canvas in the document skin
    hotspot,  // pointer-only area on a figure (aria-hidden); always a shortcut for a control
              // elsewhere on the screen
    progress, // <progress>          label, value of max, value_text
    status,   // <p role=status>     text that announces itself politely when it changes
    alert,    // <div>               container whose text is announced at once, as one text
    dialog, // <dialog>            label = its name; shown and laid out by the page itself, in both
            // skins; modal, but for a drawer beside the stage of a wide window
};

// How a node looks, inside what its role already says. The meaning never hangs on the look alone.
enum class Look : std::uint8_t {
    plain,
    // paragraphs and headings
    eyebrow, // small label above a heading
    lead,    // large opening sentence
    small,   // captions, sources
    quote,
    // buttons and links
    primary, // the one next step
    secondary,
    quiet,  // text-like
    danger, // clears something
    chip,   // compact choice in a row
    pill,   // the warning-signs button in the banner
    icon,   // simulation transport: play, pause, step, reset
    // boxes
    card,
    emergency,
    today,
    soon,
    crisis,
    calm,     // care boxes
    research, // "What studies found"
    why,      // "Why we ask"
    note,
    panel,    // the dark exhibit panel round a figure and its transport
    controls, // the box of sliders and buttons that move a figure
    // a chapter's stage
    words,  // what stands under the picture, or beside it in a card of its own
    dot,    // one of the round marks that lead to a card
    drawer, // the button of a drawer, and the drawer
    cover,  // a button that lies over the figure before it or over one of its spots, and is that to
            // the eye
};

// How a container arranges its children where there is room.
enum class Arrange : std::uint8_t {
    stack, // one below the other
    row,   // side by side, wrapping
    grid,  // equal columns, as many as fit
    split, // first child beside the rest on a wide screen, above it on a narrow one
    stage, // a picture that stays, and the words that take turns: both in one window
    ends,  // a row whose first child stands at its one end and the others at the other
};

enum class Accent : std::uint8_t {
    none,
    alarm,
    muscles,
    cortisol,
    sensitivity,
    feel,
    patterns,
    check,
    helps
};

// Small pictures drawn by the surfaces themselves; always beside words, never instead of them.
enum class Icon : std::uint8_t {
    none,
    play,
    pause,
    step,
    reset,
    slow,
    back,
    next,
    warning,
    text_view,
    settings,
    sources,
    home,
    check,
    change,
    phone,
    body,
    breath,
    moon,
    walk,
    talk,
    heat,
    bolt,
    wave,
    plus,
    close,
    open,
    link_out,
};

enum class Expanded : std::uint8_t { none, no, yes };

struct Node {
    NodeId id = 0;
    std::string key;
    int parent = -1; // index in Screen::nodes; -1 for the children of the page
    Role role = Role::paragraph;
    Look look = Look::plain;
    Arrange arrange = Arrange::stack;
    Accent accent = Accent::none;
    Icon icon = Icon::none;
    std::uint8_t level = 0; // headings 1-4
    bool disabled = false;
    bool checked = false; // radio, checkbox
    bool current = false; // link to the screen in view, the current step
    Expanded expanded = Expanded::none;
    std::string label; // the text or the accessible name; visible unless label_hidden
    bool label_hidden =
        false; // named for assistive technology only; painted elsewhere (a figure's frame, an icon)
    std::string value_text;  // sliders, progress: the value in words, with its unit; links and
                             // headings: what is heard in place of the label ("1 1 2" for 112)
    std::string description; // aria-description: a hint, or a figure's state in words
    std::string lang;        // when it differs from the screen's
    std::string href;        // links
    float value = 0, min = 0, max = 1, step = 0; // sliders, progress
    app::Action action;                          // what using the node does
    Figure figure;                               // role figure; for hotspots: unused
    int spot = -1; // hotspots and covers: which spot of the figure before them; -1: all of it
    NodeId described_by = 0; // a node before it whose words are heard with it; 0: none

    bool interactive() const;
    friend bool operator==(const Node&, const Node&) = default;
};

struct Screen {
    std::string language = "en";
    bool right_to_left = false;
    std::string title; // document title: "Question 3 of 20 – Self-check – Tautline"
    app::Route route = app::Route::home;
    std::vector<Node> nodes; // reading order = DOM order = focus order; parents before children
    NodeId focus = 0;        // move the focus here, once for each new `focus_serial`
    std::uint32_t focus_serial = 0;
    std::string wanted_language; // bring the words of this language; empty: none is asked for
    std::string announcement;    // say politely, once for each new `announcement_serial`
    std::uint32_t announcement_serial = 0;
    app::Errand errand = app::Errand::none; // for the host, once for each new `errand_serial`
    std::uint32_t errand_serial = 0;
    std::vector<std::string> speech; // read aloud, one after the other, once for each new serial;
    std::uint32_t speech_serial = 0; // empty: be quiet
    bool animating = false;          // a figure in view wants the next frame
};

const Node* find(const Screen& screen, NodeId id);
const Node* find(const Screen& screen, std::string_view key);

// An indented listing (role, name, value, state) for snapshots and people; one node a line.
std::string to_text(const Screen& screen);

} // namespace tautline::view
