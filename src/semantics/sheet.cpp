#include "semantics/sheet.h"

#include "base/text.h"
#include "semantics/html.h"

namespace tautline::semantics {

namespace {

// As web/style/print.css lays out the same sheet on paper.
constexpr const char* style =
    "body{max-width:46em;margin:2em auto;padding:0 1em;font:1em/1.4 system-ui,sans-serif;"
    "color:#000;background:#fff}h1{font-size:1.3em;margin:0}h2{font-size:1.05em;margin:.9em 0 .2em}"
    "p{margin:.3em 0}ul{margin:.2em 0;padding-inline-start:1.2em}li p{margin:0}"
    ".small{font-size:.9em;color:#333}.lead{font-weight:700}"
    ".emergency,.crisis,.today,.soon,.calm{border:2px solid;padding:.2em .8em .5em;margin:.8em 0}"
    "@media print{@page{margin:12mm}body{margin:0;padding:0;max-width:none;font-size:9.5pt}}";

} // namespace

std::string sheet_page(const view::Screen& screen) {
    HtmlOptions options;
    options.root = view::node_id("summary/sheet");
    options.heading_shift = -1; // its title is the page's
    const view::Node* sheet = view::find(screen, options.root);
    const std::string title = sheet ? escape_markup(sheet->label) : "";
    return "<!doctype html>\n<html lang=\"" + escape_markup(screen.language) + "\" dir=\"" +
           (screen.right_to_left ? "rtl" : "ltr") +
           "\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" "
           "content=\"width=device-width,initial-scale=1\"><title>" +
           title + "</title><style>" + style + "</style></head>\n<body>" + render(screen, options) +
           "</body>\n</html>\n";
}

} // namespace tautline::semantics
