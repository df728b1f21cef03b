// What each chapter with a simulation has, for whoever plays one without knowing which. A chapter
// is its own file: its state, how its story starts, what it does to the body, what it keeps of it.
#pragma once

#include "app/chapters/playback.h"
#include "physiology/body.h"

namespace tautline::app {

struct Chapters;

// A card's stretch of a story: until when on the chapter's own clock, and how fast (model seconds a
// real second) at this point of it.
struct Run {
    double until_s = 0, pace = 1;
};

struct Simulation {
    Playback& (*playback)(Chapters&);
    double (*clock_s)(const Chapters&);    // model time of the story
    double (*pace)(const Chapters&);       // model seconds a real second, when played freely
    double (*one_step_s)(const Chapters&); // that a person can follow with the pause on
    bool (*is_over)(const Chapters&);      // its story, when played freely
    void (*play)(Chapters&);               // what Play does before time passes
    // What reaches the body while this chapter's clock runs, besides what comes with any.
    void (*add_inputs)(const Chapters&, physiology::BodyInputs&);
    void (*advance)(Chapters&, double model_s); // its clock, in whole steps
    void (*rest)(Chapters&);                    // the part of the body that it is about
    void (*begin)(Chapters&);                   // its story, with the body as it is
    // The runs of the cards meet, run and change, on a body that is rested and that nothing was
    // played on: how each is before a person sets it going, what that does, and how far it goes.
    void (*set_up)(Chapters&, Card);
    void (*set_going)(Chapters&, Card);
    Run (*run)(const Chapters&, Card);
};

} // namespace tautline::app
