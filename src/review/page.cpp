#include "review/model.h"

namespace tautline::review {

namespace {

// Made of web/review at build time.
constexpr std::string_view page =
#include "review/review_page.inc"
    ;

} // namespace

std::string review_page(const std::string& model) {
    constexpr std::string_view mark = "<!-- model -->";
    const auto at = page.find(mark);
    std::string html(page.substr(0, at));
    html += "<script type=\"application/json\" id=\"model\">";
    for (const char c : model) // no text of a pack ends the block
        html += c == '<' ? std::string("\\u003c") : std::string(1, c);
    html += "</script>";
    html += page.substr(at + mark.size());
    return html;
}

} // namespace tautline::review
