#include "app/chapters/muscles.h"

#include "app/chapters/chapters.h"
#include "app/chapters/clocks.h"

#include <cmath>

namespace tautline::app {

namespace {

using namespace physiology;

std::size_t part_of(const MuscleChapter& chapter) {
    return static_cast<std::size_t>(chapter.region);
}

void sample(Chapters& chapters) {
    chapters.muscles.tired.push_back(
        static_cast<float>(chapters.body.muscles[part_of(chapters.muscles)].fatigued));
}

bool is_over(const Chapters& chapters) {
    return elapsed_s(chapters.muscles) >= muscle_window_s;
}

void add_inputs(const Chapters& chapters, BodyInputs& inputs) {
    const MuscleChapter& chapter = chapters.muscles;
    if (elapsed_s(chapter) < muscle_work_s)
        inputs.effort_fraction[part_of(chapter)] = chapter.effort_percent / 100;
    inputs.rest_s_per_min = chapter.rest_s_per_min;
}

void advance_muscles(Chapters& chapters, double model_s) {
    MuscleChapter& chapter = chapters.muscles;
    for (std::size_t due = steps_due(chapter.playback.owed_s, model_s, body_step_s); due > 0;
         --due) {
        if (is_over(chapters)) return;
        live(chapters, inputs_now(chapters, Route::chapter_muscles));
        ++chapter.steps;
        if (at_sample(chapter.steps, muscle_sample_s)) sample(chapters);
    }
}

void rest_muscles(Chapters& chapters) {
    const BodyState fresh = initial_body_state(default_body_params());
    for (std::size_t i = 0; i < back_parts; ++i)
        rest(chapters.body.muscles[i], fresh.muscles[i]);
}

void begin(Chapters& chapters) {
    MuscleChapter& chapter = chapters.muscles;
    chapter.playback = kept(chapter.playback);
    chapter.steps = 0;
    chapter.tired.clear();
    sample(chapters);
    recompute_no_rest(chapter);
}

void set_up(Chapters& chapters, Card card) {
    MuscleChapter& chapter = chapters.muscles;
    chapter.rest_s_per_min = card == Card::meet ? 0 : card_rest_s_per_min;
    if (card != Card::change) return;
    chapter.rest_s_per_min = chapters.chosen.rest_s_per_min;
    work_hour(chapters);
}

Run run(const Chapters& chapters, Card card) {
    const bool working = elapsed_s(chapters.muscles) < muscle_work_s;
    return {muscle_work_s + (card == Card::meet ? card_after_s : 0), working ? 360.0 : 40.0};
}

} // namespace

const Simulation muscle_simulation{
    .playback = [](Chapters& chapters) -> Playback& { return chapters.muscles.playback; },
    .clock_s = [](const Chapters& chapters) { return elapsed_s(chapters.muscles); },
    .pace = [](const Chapters&) { return muscle_pace; },
    .one_step_s = [](const Chapters&) { return 60.0; },
    .is_over = is_over,
    .play =
        [](Chapters& chapters) {
            if (is_over(chapters)) {
                rest_muscles(chapters);
                begin(chapters);
            }
            chapters.muscles.playback.revealed = true;
        },
    .add_inputs = add_inputs,
    .advance = advance_muscles,
    .rest = rest_muscles,
    .begin = begin,
    .set_up = set_up,
    .set_going = [](Chapters&, Card) {},
    .run = run,
};

double elapsed_s(const MuscleChapter& chapter) {
    return static_cast<double>(chapter.steps) * body_step_s;
}

bool is_working(const Chapters& chapters) {
    const BodyInputs inputs = inputs_now(chapters, Route::chapter_muscles);
    return readouts(chapters.body, default_body_params(), inputs)
               .load_fraction[part_of(chapters.muscles)] > 0;
}

void work_hour(Chapters& chapters) {
    MuscleChapter& chapter = chapters.muscles;
    const BodyParams body = default_body_params();
    const MuscleParams& params = body.muscles[part_of(chapter)];
    const double effort = chapter.effort_percent / 100;
    const GappedEffort gapped{effort > body.rest_below_fraction ? effort : 0,
                              chapter.rest_s_per_min};
    rest_muscles(chapters);
    MuscleState& fibres = chapters.body.muscles[part_of(chapter)];
    const std::uint64_t now = fibres.steps;
    chapter.tired.assign(1, static_cast<float>(fibres.fatigued));
    const auto steps = std::lround(muscle_work_s / muscle_step_s);
    const auto sample_steps = std::lround(muscle_sample_s / muscle_step_s);
    for (long i = 1; i <= steps; ++i) {
        step(fibres, params, {.load_fraction = gapped_load(gapped, time_s(fibres))});
        if (i % sample_steps == 0) chapter.tired.push_back(static_cast<float>(fibres.fatigued));
    }
    fibres.steps = now; // the body's own clock stands still meanwhile
    chapter.steps = static_cast<std::uint64_t>(std::llround(muscle_work_s / body_step_s));
}

void recompute_no_rest(MuscleChapter& chapter) {
    const BodyParams body = default_body_params();
    const MuscleParams& params = body.muscles[part_of(chapter)];
    const double effort = chapter.effort_percent / 100;
    const double load = effort > body.rest_below_fraction ? effort : 0;
    MuscleState fibres = initial_muscle_state(params);
    chapter.tired_no_rest.assign(1, 0.0f);
    for (double at_s = 0; at_s < muscle_window_s; at_s += muscle_sample_s) {
        settle(fibres, params, {at_s < muscle_work_s ? load : 0}, muscle_sample_s);
        chapter.tired_no_rest.push_back(static_cast<float>(fibres.fatigued));
    }
}

} // namespace tautline::app
