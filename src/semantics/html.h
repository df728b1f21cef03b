// A Screen as plain HTML that needs no script: what search engines, printers and browsers without
// WebAssembly get. Controls become readable text (there is nothing behind them here): a question is
// its sentence and its options, a slider its label and value; a button without a disclosure, and a
// link that leads nowhere here, are left out. Everything is escaped.
#pragma once

#include "view/screen/screen.h"

#include <string>
#include <vector>

namespace tautline::semantics {

struct HtmlOptions {
    view::NodeId root = 0; // only what is inside this node; 0 is the whole screen
    int heading_shift = 0; // 1 turns h1 into h2, for a screen that is a section of a larger page
    std::vector<std::string> anchors; // sections that are there: "#/sources" becomes "#sources"
    std::vector<std::string> without; // nodes to leave out: keys, or "*/end" of keys
};

std::string render(const view::Screen& screen, const HtmlOptions& options = {});

} // namespace tautline::semantics
