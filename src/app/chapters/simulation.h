// What each chapter with a simulation has, for whoever plays one without knowing which. A chapter
// is its own file: its state, how its story starts, what it does to the body, what it keeps of it.
#pragma once

#include "app/chapters/playback.h"
#include "physiology/body.h"

namespace tautline::app {

struct Chapters;

struct Simulation {
    Playback& (*playback)(Chapters&);
    double (*pace)(const Chapters&);       // model seconds a real second
    double (*one_step_s)(const Chapters&); // that a person can follow with the pause on
    bool (*is_over)(const Chapters&);      // its story
    void (*play)(Chapters&);               // what Play does before time passes
    // What reaches the body while this chapter's clock runs, besides what comes with any.
    void (*add_inputs)(const Chapters&, physiology::BodyInputs&);
    void (*advance)(Chapters&, double model_s); // its clock, in whole steps
    void (*rest)(Chapters&);                    // the part of the body that it is about
    void (*begin)(Chapters&);                   // its story, with the body as it is
};

} // namespace tautline::app
