// Prints build/generated/protocol.mjs: what the page's script, and the tests of the page, must know
// of the core's tables and numbers, so that none of it is typed twice.
#include "app/action.h"
#include "app/interface_words.h"
#include "app/routes.h"
#include "app/state.h"
#include "page/protocol/protocol.h"
#include "semantics/names.h"
#include "semantics/ops.h"
#include "ui/types.h"

#include <cstdio>
#include <iterator>
#include <string>
#include <string_view>

namespace {

using namespace tautline;
using namespace tautline::page;
using app::Errand;
using semantics::Field;
using semantics::Op;

struct Number {
    std::string_view name;
    std::uint32_t value;

    template <typename Enum>
    constexpr Number(std::string_view called, Enum what)
        : name{called}, value{static_cast<std::uint32_t>(what)} {}
};

constexpr Number slots[] = {{"content", slot_content},
                            {"fontRegular", slot_regular_font},
                            {"fontBold", slot_bold_font},
                            {"text", slot_text}};
constexpr Number event_kinds[] = {
    {"click", EventKind::click}, {"value", EventKind::value}, {"check", EventKind::check}};
constexpr Number settings[] = {{"theme", Setting::theme},
                               {"text", Setting::text},
                               {"lessMotion", Setting::motion},
                               {"textView", Setting::text_view},
                               {"arrowKeys", Setting::arrow_keys}};
constexpr Number themes[] = {{"automatic", app::Theme::automatic},
                             {"light", app::Theme::light},
                             {"dark", app::Theme::dark},
                             {"contrast", app::Theme::contrast},
                             {"warm", app::Theme::warm}};
constexpr Number tidings[] = {{"readAloudEnded", Tidings::read_aloud_ended},
                              {"voiceMissing", Tidings::voice_missing},
                              {"close", Tidings::close},
                              {"typefaceMissing", Tidings::typeface_missing}};
constexpr Number failures[] = {{"errand", Failure::errand},
                               {"unreadable", Failure::unreadable},
                               {"notLoaded", Failure::not_loaded}};
constexpr Number errands[] = {{"none", Errand::none},
                              {"load", Errand::load},
                              {"print", Errand::print},
                              {"saveSummary", Errand::save_summary},
                              {"makeCode", Errand::make_code},
                              {"saveRecord", Errand::save_record},
                              {"loadWords", Errand::load_words},
                              {"openLink", Errand::open_link}};
constexpr Number host_flags[] = {{"framed", host_framed},
                                 {"address", host_address},
                                 {"partial", host_partial},
                                 {"lacksWords", host_lacks_words},
                                 {"calls", host_calls}};
constexpr Number media_flags[] = {{"dark", media_dark},
                                  {"lessMotion", media_less_motion},
                                  {"moreContrast", media_more_contrast},
                                  {"flows", media_flows},
                                  {"textView", media_text_view}};
constexpr Number update_flags[] = {{"paint", update_paint},
                                   {"animating", update_animating},
                                   {"moved", update_moved},
                                   {"answered", update_answered}};
constexpr Number ops[] = {{"page", Op::page},   {"add", Op::add},     {"move", Op::move},
                          {"set", Op::set},     {"rect", Op::rect},   {"remove", Op::remove},
                          {"focus", Op::focus}, {"say", Op::say},     {"language", Op::language},
                          {"ask", Op::ask},     {"speak", Op::speak}, {"place", Op::place}};
constexpr Number fields[] = {{"label", Field::label},
                             {"valueText", Field::value_text},
                             {"description", Field::description},
                             {"lang", Field::lang},
                             {"href", Field::href},
                             {"flags", Field::flags},
                             {"numbers", Field::numbers},
                             {"style", Field::style},
                             {"describedBy", Field::described_by}};
constexpr Number node_flags[] = {
    {"disabled", semantics::flag_disabled},        {"checked", semantics::flag_checked},
    {"current", semantics::flag_current},          {"collapsed", semantics::flag_collapsed},
    {"expanded", semantics::flag_expanded},        {"labelHidden", semantics::flag_label_hidden},
    {"hasChildren", semantics::flag_has_children}, {"acts", semantics::flag_acts}};

// Who adds one to the end of its list must add it above.
static_assert(std::size(slots) == slot_count);
static_assert(std::size(settings) == static_cast<std::size_t>(Setting::arrow_keys) + 1);
static_assert(std::size(themes) == static_cast<std::size_t>(app::Theme::warm) + 1);
static_assert(std::size(tidings) == static_cast<std::size_t>(Tidings::typeface_missing) + 1);
static_assert(std::size(errands) == static_cast<std::size_t>(Errand::open_link) + 1);
static_assert(std::size(ops) == static_cast<std::size_t>(Op::place));
static_assert(std::size(fields) == static_cast<std::size_t>(Field::described_by));

// As classes of <html>: dark or light, and what is special about it.
std::string_view name(ui::Scheme scheme) {
    switch (scheme) {
    case ui::Scheme::light:
        return "light";
    case ui::Scheme::dark:
        return "dark";
    case ui::Scheme::contrast:
        return "light contrast";
    case ui::Scheme::contrast_dark:
        return "dark contrast";
    case ui::Scheme::warm:
        return "light warm";
    }
    return "";
}

template <std::size_t count>
void print_numbers(std::string_view called, const Number (&all)[count]) {
    std::printf("\nexport const %.*s = {", static_cast<int>(called.size()), called.data());
    for (const Number& each : all)
        std::printf(" %.*s: %u,", static_cast<int>(each.name.size()), each.name.data(), each.value);
    std::printf(" };\n");
}

// In the order of their numbers.
template <typename Enum>
void print_names(std::string_view called, Enum last, std::string_view (*name_of)(Enum)) {
    std::printf("\nexport const %.*s = [", static_cast<int>(called.size()), called.data());
    for (std::size_t i = 0; i <= static_cast<std::size_t>(last); ++i) {
        const std::string_view word = name_of(static_cast<Enum>(i));
        std::printf("%s'%.*s'", i == 0 ? "" : ", ", static_cast<int>(word.size()), word.data());
    }
    std::printf("];\n");
}

std::string_view name(app::Later later) {
    return later == app::Later::nothing ? "nothing" : later == app::Later::part ? "part" : "all";
}

std::string_view chapter_name(std::size_t number) {
    return app::entry(app::chapter(number)).name;
}

std::string_view name(app::Progress progress) {
    switch (progress) {
    case app::Progress::none:
        return "none";
    case app::Progress::opened:
        return "opened";
    case app::Progress::done:
        return "done";
    }
    return "";
}

void print_content_families() {
    std::printf("\n/** What keys of words begin with that the content calls for "
                "(src/app/interface_words.h). */\n"
                "export const contentFamilies = [");
    const char* comma = "";
    for (const std::string_view family : app::content_families) {
        std::printf("%s'%s'", comma, std::string(family).c_str());
        comma = ", ";
    }
    std::printf("];\n");
}

void print_routes() {
    std::printf(
        "\n/** The screens, in their order (src/app/routes.h). */\nexport const routes = [\n");
    for (int i = 0; i < app::route_count; ++i) {
        const app::RouteEntry& row = app::entry(static_cast<app::Route>(i));
        std::printf("  { name: '%s', title: '%s', words: '%s', engine: '%s', answers: %s },\n",
                    std::string(row.name).c_str(), std::string(row.title).c_str(),
                    std::string(name(row.words)).c_str(), std::string(name(row.engine)).c_str(),
                    row.answers ? "true" : "false");
    }
    std::printf("];\n\n/** Those that show what a person answered. */\n"
                "export const showAnswers = [");
    const char* comma = "";
    for (int i = 0; i < app::route_count; ++i) {
        const app::RouteEntry& row = app::entry(static_cast<app::Route>(i));
        if (!row.answers) continue;
        std::printf("%s'%s'", comma, std::string(row.name).c_str());
        comma = ", ";
    }
    std::printf("];\n");
}

} // namespace

int main() {
    std::printf(
        "// Made by src/page/protocol/write_protocol.cpp of the core's tables. Nobody edits "
        "this.\n");
    print_routes();
    print_content_families();
    print_names("chapters", app::chapter_count - 1, chapter_name);
    print_names("progress", app::Progress::done, name);
    print_names("roles", view::Role::dialog, semantics::name);
    print_names("looks", view::Look::cover, semantics::name);
    print_names("arranges", view::Arrange::ends, semantics::name);
    print_names("accents", view::Accent::helps, semantics::name);
    print_names("icons", view::Icon::link_out, semantics::name);
    print_names("schemes", ui::Scheme::warm, name);
    print_numbers("slot", slots);
    print_numbers("eventKind", event_kinds);
    print_numbers("setting", settings);
    print_numbers("theme", themes);
    print_numbers("tidings", tidings);
    print_numbers("failure", failures);
    print_numbers("errand", errands);
    print_numbers("hostFlag", host_flags);
    print_numbers("mediaFlag", media_flags);
    print_numbers("updateFlag", update_flags);
    print_numbers("op", ops);
    print_numbers("field", fields);
    print_numbers("flag", node_flags);
}
