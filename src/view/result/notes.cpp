// The notes of the answers given, and the sums of the PHQ-4.
#include "assess/evaluate.h"
#include "view/result/result.h"
#include "view/screen/answers.h"
#include "view/screen/call.h"

#include <algorithm>

namespace tautline::view {

namespace {

// A rush of fear and a heart attack can feel the same: who needs this one may not look for it.
constexpr std::string_view urgent_note = "panic-overlap";

// The answers that a note stands beside, in the person's words.
std::string answers_with_note(const Builder& build, const std::string& note) {
    std::string text;
    const auto& items = build.library.check.items;
    for (std::size_t item = 0; item < items.size(); ++item)
        for (std::size_t option = 0; option < items[item].options.size(); ++option) {
            const auto& notes = items[item].options[option].notes;
            if ((build.state.answers.chosen[item] >> option & 1u) == 0 ||
                std::find(notes.begin(), notes.end(), note) == notes.end())
                continue;
            if (!text.empty()) text += " · ";
            text += answer_line(build, item, 1u << option);
        }
    return text;
}

// The words of the band that this sum lies in.
std::string reading(const app::Scale& scale, int sum) {
    std::string found;
    for (const app::Scale::Band& band : scale.bands)
        if (sum >= band.from) found = band.reading;
    return found;
}

} // namespace

void build_urgent_note(Builder& build, const assess::Result& result) {
    if (std::find(result.notes.begin(), result.notes.end(), urgent_note) == result.notes.end())
        return;
    const auto box = build.box(Role::group, "result/urgent-note", Look::note);
    build.paragraph("result/urgent-note/answers",
                    answers_with_note(build, std::string(urgent_note)), Look::eyebrow);
    build.paragraphs("result/urgent-note/text", "note." + std::string(urgent_note) + ".text");
    if (result.care < assess::Tier::today) build_call(build, "result/urgent-note/call", 3);
}

void build_notes(Builder& build, const assess::Result& result) {
    for (const std::string& note : result.notes) {
        const std::string key = "result/note/" + note;
        const auto box = build.box(Role::group, key, Look::note);
        build.paragraph(key + "/answers", answers_with_note(build, note), Look::eyebrow);
        build.paragraphs(key, "note." + note + ".text");
    }
}

void build_phq4(Builder& build, const assess::Result& result) {
    const assess::Phq4& phq4 = *result.phq4;
    const app::Scale* scale = build.library.scale("phq4");
    if (phq4.total) {
        if (scale)
            build.paragraphs("result/phq4/reading", "phq4.reading." + reading(*scale, *phq4.total));
    } else {
        build.paragraphs("result/phq4/incomplete", "phq4.incomplete");
    }
    if (phq4.anxiety)
        build.paragraph("result/phq4/anxiety",
                        build.word("phq4.anxiety", {{"n", std::to_string(*phq4.anxiety)}}));
    if (phq4.low_mood)
        build.paragraph("result/phq4/low-mood",
                        build.word("phq4.low_mood", {{"n", std::to_string(*phq4.low_mood)}}));
    const auto raised = [&](const std::optional<int>& half) {
        return scale && half && *half >= scale->half_raised_from;
    };
    if (raised(phq4.anxiety) || raised(phq4.low_mood))
        build.paragraphs("result/phq4/raised", "phq4.half_raised");
    build.paragraphs("result/phq4/where", "phq4.where");
    build.paragraphs("result/phq4/note", "phq4.note", Look::small);
    build.paragraphs("result/phq4/unsafe", "phq4.unsafe", Look::small);
    build.paragraph("result/phq4/credit", build.word("phq4.credit"), Look::small);
    build.paragraph("result/phq4/sources", build.word("phq4.sources"), Look::small);
}

} // namespace tautline::view
