// The notes of the answers given, and the sums of the PHQ-4.
#include "assess/evaluate.h"
#include "view/result/result.h"
#include "view/screen/answers.h"

#include <algorithm>

namespace tautline::view {

namespace {

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

void build_notes_part(Builder& build, const assess::Result& result) {
    if (result.notes.empty()) return;
    const std::string title = build.word("result.notes.heading");
    const auto section =
        build.box(Role::section, "result/notes", Look::plain, Arrange::stack, title);
    build.heading(2, "result/notes/title", title);
    for (const std::string& note : result.notes) {
        const std::string key = "result/note/" + note;
        const auto box = build.box(Role::group, key, Look::note);
        build.paragraph(key + "/answers", answers_with_note(build, note), Look::eyebrow);
        build.paragraphs(key, "note." + note + ".text");
    }
}

void build_phq4_part(Builder& build, const assess::Phq4& phq4) {
    const app::Scale* scale = build.library.scale("phq4");
    const std::string title = build.word("phq4.heading");
    const auto section = build.box(Role::section, "result/phq4", Look::card, Arrange::stack, title);
    build.heading(2, "result/phq4/title", title);
    if (phq4.total) {
        build.paragraph("result/phq4/total",
                        build.word("phq4.total", {{"n", std::to_string(*phq4.total)}}), Look::lead);
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
