// Long on purpose: it is a list of screens written out node by node, with nothing to decide in it.
// Each is looked at beside its picture, and they share the short helpers at the top; several files
// would spread one list without making any part of it simpler.
#include "gallery.h"

#include "ui/stage.h"

#include <utility>

namespace tautline::gallery {

using view::Accent;
using view::Arrange;
using view::Expanded;
using view::Icon;
using view::Look;
using view::Node;
using view::Role;
using view::Screen;

Node& Maker::leaf(Role role, std::string key, std::string label, Look look) {
    Node node;
    node.id = view::node_id(key);
    node.key = std::move(key);
    node.parent = open_.empty() ? -1 : open_.back();
    node.role = role;
    node.look = look;
    node.label = std::move(label);
    screen.nodes.push_back(std::move(node));
    return screen.nodes.back();
}

Node& Maker::open(Role role, std::string key, Look look, Arrange arrange) {
    Node& node = leaf(role, std::move(key), {}, look);
    node.arrange = arrange;
    open_.push_back(static_cast<int>(screen.nodes.size()) - 1);
    return node;
}

void Maker::close() {
    open_.pop_back();
}

Node& Maker::heading(int level, std::string key, std::string label) {
    Node& node = leaf(Role::heading, std::move(key), std::move(label));
    node.level = static_cast<std::uint8_t>(level);
    return node;
}

Node& Maker::paragraph(std::string key, std::string label, Look look) {
    return leaf(Role::paragraph, std::move(key), std::move(label), look);
}

Node& Maker::button(std::string key, std::string label, Look look, Icon icon) {
    Node& node = leaf(Role::button, std::move(key), std::move(label), look);
    node.icon = icon;
    return node;
}

Node& Maker::slider(std::string key, std::string label, std::string value_text, float value) {
    Node& node = leaf(Role::slider, std::move(key), std::move(label));
    node.value_text = std::move(value_text);
    node.value = value;
    return node;
}

Node& Maker::choice(Role role, std::string key, std::string label, bool checked, Look look) {
    Node& node = leaf(role, std::move(key), std::move(label), look);
    node.checked = checked;
    return node;
}

Maker::Maker(Accent accent) {
    screen.title = "Gallery";
    open(Role::banner, "banner", Look::plain, Arrange::row);
    Node& brand = leaf(Role::link, "banner/home", "Tautline", Look::quiet);
    brand.href = "#/home";
    brand.icon = Icon::wave;
    open(Role::navigation, "banner/navigation", Look::plain, Arrange::row).label = "Always here";
    Node& signs = leaf(Role::link, "banner/signs", "Warning signs", Look::pill);
    signs.href = "#/warning-signs";
    Node& text = leaf(Role::button, "banner/text", "Text view", Look::quiet);
    text.icon = Icon::text_view;
    Node& settings = leaf(Role::link, "banner/settings", "Settings", Look::quiet);
    settings.icon = Icon::settings;
    settings.href = "#/settings";
    close(); // navigation
    close(); // banner
    open(Role::main, "main").accent = accent;
}

namespace {

void finish(Maker& make) {
    make.close(); // main
    make.open(Role::footer, "footer");
    make.paragraph("footer/about",
                   "Education, not a diagnosis. Nothing you answer leaves this page.");
    make.open(Role::navigation, "footer/links", Look::plain, Arrange::row).label = "More";
    for (const char* name : {"Sources", "About", "Settings", "What helps"}) {
        make.leaf(Role::link, std::string{"footer/"} + name, name, Look::quiet).href = "#/x";
    }
    make.close();
    make.close();
}

view::Figure alarm_figure() {
    view::AlarmFigure alarm;
    alarm.signal = 0.8f;
    alarm.adrenaline = 0.6f;
    alarm.reading = {"104", "beats a minute", "42 s after the start"};
    view::Trace trace;
    trace.label = "Heart rate";
    trace.unit = "beats a minute";
    trace.now_text = "104";
    trace.low = 50;
    trace.high = 130;
    trace.to = 120;
    trace.now = 42;
    for (int i = 0; i < 60; ++i) {
        trace.values.push_back(65 +
                               (i > 20 ? 40.0f : 0.0f) * (1 - 1.0f / static_cast<float>(i + 1)));
    }
    trace.marks = {{0, "0 s"}, {60, "1 min"}, {120, "2 min"}};
    alarm.traces = {trace};
    return alarm;
}

void claim(Maker& make, const std::string& key, const char* title, const char* text, bool open) {
    make.open(Role::group, key, Look::card);
    make.heading(3, key + "/title", title);
    make.paragraph(key + "/text", text);
    if (!open) {
        make.button(key + "/more", "What the research adds", Look::quiet).expanded = Expanded::no;
    } else {
        make.button(key + "/more", "What the research adds", Look::quiet).expanded = Expanded::yes;
        make.open(Role::group, key + "/research", Look::research);
        make.paragraph(key + "/research/verdict", "What the research adds: supported, with limits",
                       Look::eyebrow);
        make.paragraph(key + "/research/text", "Laboratory studies show this in healthy people "
                                               "under short stress. How much it adds to real "
                                               "back pain over months is less certain.");
        make.paragraph(key + "/research/sign",
                       "A sudden severe pain is never part of this. Check the warning signs.",
                       Look::note);
        make.paragraph(key + "/research/sources", "Dickerson 2004 · Lundberg 1994 · Wijsman 2013",
                       Look::small);
        make.close();
    }
    make.close();
}

} // namespace

Screen home() {
    Maker make;
    make.open(Role::group, "hero", Look::plain, Arrange::split);
    make.open(Role::group, "hero/words");
    make.heading(1, "title", "Can stress really hurt your back?");
    make.paragraph("lead",
                   "Yes. It switches on real systems in your body. See how each one works by "
                   "moving it yourself, then "
                   "compare your own pain with what is known.",
                   Look::lead);
    make.open(Role::group, "hero/doors", Look::plain, Arrange::row);
    Node& check = make.leaf(Role::link, "hero/check", "Check your own pain", Look::primary);
    check.href = "#/check";
    check.icon = Icon::check;
    Node& learn = make.leaf(Role::link, "hero/learn", "See how it works", Look::secondary);
    learn.href = "#/alarm";
    learn.icon = Icon::next;
    make.close();
    make.close();
    Node& figure =
        make.leaf(Role::figure, "figure", "A body seen from behind with four glowing places");
    figure.label_hidden = true;
    figure.figure = view::AlarmFigure{};
    make.close();
    make.open(Role::section, "what", Look::card).label = "What this is";
    make.heading(2, "what/title", "What this is");
    make.open(Role::list, "what/points");
    int n = 0;
    for (const char* text :
         {"A picture of how stress and pain work together, made from published research.",
          "A private check: your answers stay on this page and are gone when you close it.",
          "Not a diagnosis. If something worries you, ask a clinician."}) {
        const std::string key = "what/" + std::to_string(++n);
        make.open(Role::item, key);
        make.paragraph(key + "/text", text);
        make.close();
    }
    make.close();
    make.close();
    finish(make);
    return make.screen;
}

Screen chapter() {
    Maker make{Accent::alarm};
    make.paragraph("eyebrow", "Chapter 1 of 6", Look::eyebrow);
    make.heading(1, "title", "The alarm");
    make.paragraph("lead",
                   "Your body has an alarm. It speeds up the heart and breath and readies the "
                   "muscles, in seconds.",
                   Look::lead);
    make.open(Role::group, "sim", Look::plain, Arrange::split);
    make.open(Role::group, "sim/panel", Look::panel);
    Node& figure = make.leaf(Role::figure, "sim/figure", "A body with its nerves");
    figure.label_hidden = true;
    figure.figure = alarm_figure();
    make.open(Role::group, "sim/transport", Look::plain, Arrange::row);
    make.button("sim/pause", "Pause", Look::icon, Icon::pause);
    make.button("sim/step", "Step", Look::icon, Icon::step);
    make.button("sim/reset", "Start again", Look::icon, Icon::reset);
    make.button("sim/slow", "Slow motion", Look::icon, Icon::slow);
    make.close();
    make.leaf(Role::status, "sim/state",
              "The alarm is on. The heart beats fast; the shoulders are slightly tight.");
    make.close();
    make.open(Role::group, "sim/controls", Look::controls);
    make.heading(2, "sim/controls/title", "Try it");
    make.button("sim/startle", "Set off the alarm", Look::primary, Icon::bolt);
    make.slider("sim/worry", "How long the worry lasts", "2 minutes", 0.35f);
    make.choice(Role::checkbox, "sim/breathe", "Breathe slowly with the pacer", true);
    make.open(Role::radio_group, "sim/speed", Look::plain, Arrange::row).label = "Which body?";
    make.choice(Role::radio, "sim/speed/1", "Rested", true, Look::chip);
    make.choice(Role::radio, "sim/speed/2", "Tired", false, Look::chip);
    make.close();
    make.close();
    make.close();
    make.open(Role::section, "means").label = "What it means";
    make.heading(2, "means/title", "What it means");
    make.paragraph("means/text", "The alarm itself is not harmful. It is meant to come and go. "
                                 "Trouble starts when it is set off again "
                                 "before it has settled, many times a day, for weeks.");
    make.open(Role::group, "means/why", Look::note);
    make.paragraph(
        "means/why/text",
        "A simplified picture of how these systems can behave. It is not a model of you.");
    make.close();
    make.close();
    make.open(Role::section, "claims").label = "What the article says";
    make.heading(2, "claims/title", "What the article says, and what research adds");
    claim(make, "claim/1", "The alarm tightens muscles",
          "Under stress the muscles of neck, shoulders and back tense up, ready to act.", true);
    claim(make, "claim/2", "It is over in minutes",
          "When the threat has passed, heart and breath settle again.", false);
    make.close();
    make.open(Role::group, "next", Look::plain, Arrange::row);
    make.leaf(Role::link, "next/back", "All chapters", Look::secondary).icon = Icon::back;
    make.leaf(Role::link, "next/next", "Next: muscles that don't get a break", Look::primary).icon =
        Icon::next;
    make.close();
    finish(make);
    return make.screen;
}

Screen questions() {
    Maker make{Accent::check};
    Node& progress = make.leaf(Role::progress, "progress", "Self-check");
    progress.value = 3;
    progress.max = 8;
    progress.value_text = "Page 3 of 8";
    make.heading(1, "title", "About the pain");
    make.paragraph("intro", "Choose what fits best. You can leave any question open.", Look::lead);
    make.open(Role::check_group, "feel").label = "How does it feel?";
    make.choice(Role::checkbox, "feel/1", "A dull ache", true);
    make.choice(Role::checkbox, "feel/2", "Heavy or stiff", false);
    make.choice(Role::checkbox, "feel/3",
                "Sharp, in one spot, and only with certain movements of the back or the arm",
                false);
    make.close();
    make.button("feel/why", "Why we ask", Look::quiet).expanded = Expanded::yes;
    make.open(Role::group, "feel/why/box", Look::why);
    make.paragraph(
        "feel/why/text",
        "Different kinds of pain often come with different words. No word decides alone.");
    make.close();
    make.open(Role::radio_group, "calm", Look::plain, Arrange::row).label =
        "Does it ease when you are calm?";
    make.choice(Role::radio, "calm/1", "Often", false);
    make.choice(Role::radio, "calm/2", "Sometimes", true);
    make.choice(Role::radio, "calm/3", "No", false);
    make.choice(Role::radio, "calm/4", "Not sure", false);
    make.close();
    make.open(Role::radio_group, "weak", Look::card, Arrange::row).label =
        "Is an arm or a leg newly weaker than before, or has it become hard to walk?";
    make.choice(Role::radio, "weak/1", "Yes", true);
    make.choice(Role::radio, "weak/2", "No", false);
    make.choice(Role::radio, "weak/3", "Not sure", false);
    make.close();
    make.open(Role::alert, "stop", Look::emergency);
    make.heading(2, "stop/title", "Call your emergency number now");
    make.paragraph("stop/text",
                   "New weakness in an arm or leg needs help at once. Don't drive yourself.");
    make.leaf(Role::link, "stop/call", "How to get help", Look::primary).href = "#/warning-signs";
    make.close();
    make.open(Role::group, "nav", Look::plain, Arrange::row);
    make.button("nav/back", "Back", Look::secondary, Icon::back);
    make.button("nav/next", "Next", Look::primary, Icon::next);
    make.close();
    finish(make);
    return make.screen;
}

Screen result() {
    Maker make{Accent::check};
    make.heading(1, "title", "What your answers say");
    make.open(Role::section, "care", Look::today);
    make.heading(2, "care/title", "Ask for medical advice today");
    make.paragraph("care/text",
                   "Some of your answers should be checked by a clinician before anything else.");
    make.open(Role::list, "care/steps");
    for (int i = 1; i <= 3; ++i) {
        const std::string key = "care/step/" + std::to_string(i);
        make.open(Role::item, key);
        make.paragraph(key + "/text",
                       i == 1   ? "Call your doctor's office, or a medical advice line."
                       : i == 2 ? "Say what you told us: the pain sits between your shoulders."
                                : "If it becomes sudden or severe, call your emergency number.");
        make.close();
    }
    make.close();
    make.close();
    make.open(Role::section, "pattern", Look::card);
    make.paragraph("pattern/eyebrow", "For reading later", Look::eyebrow);
    make.heading(2, "pattern/title", "Your answers match 7 of the 10 things linked with tension");
    make.paragraph("pattern/text", "First get the check named above; this does not replace it.");
    Node& bar = make.leaf(Role::progress, "pattern/bar", "Tension pattern");
    bar.value = 7;
    bar.max = 10;
    bar.value_text = "7 of 10";
    make.open(Role::table, "pattern/table").label = "What matched and what did not";
    for (int row = 0; row < 4; ++row) {
        const std::string key = "pattern/row/" + std::to_string(row);
        make.open(Role::row, key);
        static const char* cells[4][3] = {{"Clue", "Your answer", "Counts for"},
                                          {"How it feels", "Dull ache", "Tension"},
                                          {"Where", "Neck, between the shoulder blades", "Tension"},
                                          {"Worse with movement", "Sometimes", "Nothing"}};
        for (int column = 0; column < 3; ++column) {
            const bool head = row == 0 || column == 0;
            Node& cell = make.leaf(head ? Role::header_cell : Role::cell,
                                   key + "/" + std::to_string(column), cells[row][column]);
            cell.level = row == 0 ? 1 : 2;
        }
        make.close();
    }
    make.close();
    make.close();
    make.open(Role::group, "take", Look::plain, Arrange::row);
    make.button("take/print", "Print or save", Look::primary);
    make.button("take/qr", "Show on my phone", Look::secondary, Icon::phone);
    make.button("take/over", "Start over", Look::danger, Icon::reset);
    make.close();
    finish(make);
    return make.screen;
}

Screen controls() {
    Maker make{Accent::sensitivity};
    make.heading(1, "title", "Controls");
    make.open(Role::group, "buttons", Look::plain, Arrange::row);
    make.button("b/primary", "Primary", Look::primary, Icon::next);
    make.button("b/secondary", "Secondary", Look::secondary);
    make.button("b/quiet", "Quiet", Look::quiet);
    make.button("b/danger", "Danger", Look::danger, Icon::close);
    make.button("b/plain", "Plain", Look::plain);
    make.button("b/chip", "Chip", Look::chip);
    make.button("b/chip-on", "Chosen chip", Look::chip).current = true;
    make.button("b/pill", "Pill", Look::pill);
    make.button("b/icon", "Reset", Look::icon, Icon::reset);
    Node& bare = make.button("b/bare", "Close", Look::icon, Icon::close);
    bare.label_hidden = true;
    make.button("b/off", "Not now", Look::primary).disabled = true;
    make.button("b/off2", "Not now either", Look::secondary).disabled = true;
    make.close();
    make.leaf(Role::link, "l/plain", "A link in the page").href = "#/home";
    make.leaf(Role::link, "l/out", "A link to somewhere else", Look::quiet).href =
        "https://example.org/";
    make.button("d/closed", "A closed disclosure", Look::quiet).expanded = Expanded::no;
    make.button("d/open", "An open disclosure", Look::quiet).expanded = Expanded::yes;
    make.slider("s/start", "At the start", "0 %", 0);
    make.slider("s/middle", "In the middle", "50 %", 0.5f);
    make.slider("s/end", "A slider with quite a long name that says what it does",
                "100 % of what there is", 1);
    make.open(Role::check_group, "c", Look::plain, Arrange::grid).label = "Choices in a grid";
    for (int i = 0; i < 5; ++i) {
        make.choice(Role::checkbox, "c/" + std::to_string(i),
                    i == 3 ? "A longer choice that needs two lines in its box" : "Choice", i == 1);
    }
    make.close();
    make.open(Role::radio_group, "r", Look::plain, Arrange::row).label = "Chips";
    for (int i = 0; i < 3; ++i) {
        make.choice(Role::radio, "r/" + std::to_string(i),
                    i == 0   ? "Touch"
                    : i == 1 ? "Warmth"
                             : "Ache",
                    i == 1, Look::chip);
    }
    make.close();
    make.open(Role::group, "panel", Look::panel);
    make.heading(2, "panel/title", "On the dark panel");
    make.paragraph("panel/text", "Words on the panel are light in both schemes.");
    make.slider("panel/slider", "Effort", "30 %", 0.3f);
    make.choice(Role::checkbox, "panel/check", "Slow breathing", true);
    make.choice(Role::checkbox, "panel/check2", "Rubbing", false);
    make.open(Role::group, "panel/row", Look::plain, Arrange::row);
    make.button("panel/play", "Play", Look::primary, Icon::play);
    make.button("panel/step", "Step", Look::icon, Icon::step);
    make.leaf(Role::link, "panel/link", "More", Look::quiet).href = "#/x";
    make.close();
    Node& progress = make.leaf(Role::progress, "panel/progress", "Hour");
    progress.value = 0.4f;
    progress.value_text = "24 of 60 minutes";
    make.close();
    finish(make);
    return make.screen;
}

Screen boxes() {
    Maker make;
    make.heading(1, "title", "Boxes");
    const std::pair<Look, const char*> looks[] = {{Look::emergency, "Emergency"},
                                                  {Look::crisis, "Crisis"},
                                                  {Look::today, "Today"},
                                                  {Look::soon, "Soon"},
                                                  {Look::calm, "Calm"},
                                                  {Look::research, "Research"},
                                                  {Look::why, "Why"},
                                                  {Look::note, "Note"},
                                                  {Look::card, "Card"}};
    for (const auto& [look, name] : looks) {
        const std::string key = std::string{"box/"} + name;
        make.open(Role::section, key, look);
        make.heading(2, key + "/title", name);
        make.paragraph(key + "/text", "What is written in the box, in a sentence that is long "
                                      "enough for two lines on a phone.");
        make.leaf(Role::link, key + "/link", "Where to go from here", Look::quiet).href = "#/home";
        make.leaf(Role::link, key + "/primary", "The next step", Look::primary).href = "#/home";
        make.close();
    }
    make.paragraph("quote", "It is real pain, and there are ways to turn it down.", Look::quote);
    make.paragraph("note", "A note of its own, outside any box.", Look::note);
    make.open(Role::list, "list");
    make.leaf(Role::item, "list/1", "An item that is only words");
    make.open(Role::item, "list/2").icon = Icon::check;
    make.paragraph("list/2/text", "An item with an icon");
    make.close();
    make.close();
    finish(make);
    return make.screen;
}

Screen icons() {
    Maker make{Accent::patterns};
    make.heading(1, "title", "Icons");
    make.open(Role::group, "icons", Look::plain, Arrange::row);
    for (int i = 1; i <= static_cast<int>(Icon::link_out); ++i) {
        make.button("icon/" + std::to_string(i), std::to_string(i), Look::secondary,
                    static_cast<Icon>(i));
    }
    make.close();
    finish(make);
    return make.screen;
}

Screen long_words() {
    Maker make{Accent::cortisol};
    const char* word =
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    make.heading(1, "title", word);
    make.paragraph("text", word);
    make.open(Role::group, "row", Look::plain, Arrange::row);
    make.button("row/1", word, Look::primary, Icon::next);
    make.button("row/2", "Kurz", Look::secondary);
    make.close();
    make.open(Role::radio_group, "choices", Look::card, Arrange::row).label = word;
    make.choice(Role::radio, "choices/1", word, true);
    make.choice(Role::radio, "choices/2", "Ja", false, Look::chip);
    make.close();
    make.open(Role::section, "box", Look::today);
    make.heading(2, "box/title", word);
    make.slider("box/slider", word, word, 0.3f);
    make.leaf(Role::link, "box/link", word, Look::quiet).href = "#/x";
    make.button("box/more", word, Look::quiet).expanded = Expanded::no;
    make.close();
    make.open(Role::table, "table").label = word;
    for (int row = 0; row < 2; ++row) {
        const std::string key = "table/" + std::to_string(row);
        make.open(Role::row, key);
        for (int column = 0; column < 3; ++column) {
            make.leaf(row == 0 ? Role::header_cell : Role::cell, key + "/" + std::to_string(column),
                      column == 1 ? word : "Zelle");
        }
        make.close();
    }
    make.close();
    finish(make);
    return make.screen;
}

std::vector<Named> all() {
    return {{"home", home},     {"chapter", chapter},      {"questions", questions},
            {"result", result}, {"controls", controls},    {"boxes", boxes},
            {"icons", icons},   {"long-words", long_words}};
}

} // namespace tautline::gallery
