// What a person takes along, as the page's script asks for it. What these two functions and the
// summary's screen alone need is split from the engine when the page is built
// (build-scripts/lib/split.mjs): it is fetched as take-away.wasm when it is first asked for, and
// must be there before they are called.
#include "exchange/code.h"
#include "exchange/fhir.h"
#include "exchange/fragment.h"
#include "page/kept.h"
#include "semantics/sheet.h"
#include "view/build_screen.h"

#include <string>

using namespace tautline;
using namespace tautline::page;

namespace {

exchange::Mood mood(const app::AppState& state) {
    return state.take_away.mood ? exchange::Mood::include : exchange::Mood::leave_out;
}

// The code's address begins with the page's own.
std::string code(const Session& session, std::string_view page) {
    const auto made = exchange::make_code(std::string(page) + "#" +
                                          exchange::write_fragment(session.library().check,
                                                                   session.state().answers,
                                                                   mood(session.state())));
    return made ? std::to_string(made->size) + " " + made->path : "";
}

std::string record(const Session& session) {
    const app::AppState& state = session.state();
    const auto written =
        exchange::write_response(session.library(), state.answers, mood(state), state.host.date);
    return written ? written.value() : "";
}

} // namespace

extern "C" {

// Shows the result of the answers in the text slot, a fragment. 0: they can't be read, and nothing
// changed.
std::uint32_t tautline_open_answers(std::uint32_t size) {
    Session& session = *kept().session;
    const auto answers =
        exchange::read_fragment(session.library().check, slot_text_of(slot_text, size));
    if (!answers) return 0;
    session.apply(app::OpenAnswers{answers.value()});
    return 1;
}

// what: app::Errand. save_summary: the sheet as HTML. make_code: "SIZE PATH" of the code for this
// page, whose address without a fragment is in the text slot. save_record: the answers as FHIR.
// Empty: it could not be made.
const Bytes* tautline_take_away(std::uint32_t what, std::uint32_t size) {
    const Session& session = *kept().session;
    switch (static_cast<app::Errand>(what)) {
    case app::Errand::save_summary:
        return give_out(
            semantics::sheet_page(view::build_screen(session.library(), session.state())));
    case app::Errand::make_code:
        return give_out(code(session, slot_text_of(slot_text, size)));
    case app::Errand::save_record:
        return give_out(record(session));
    case app::Errand::none:
    case app::Errand::load:
    case app::Errand::load_words:
    case app::Errand::print:
    case app::Errand::open_link:
        break;
    }
    return give_out("");
}

} // extern "C"
