// All screens that can be read without a script, as one article. Every disclosure is open; the
// self-check is a list of its questions.
#pragma once

#include "app/library.h"

#include <string>
#include <string_view>
#include <vector>

namespace tautline::cli {

std::string render_article(const app::Library& library);

// The scenes of A hard week as figures, each with its caption and what its picture shows; where the
// pictures lie is the page's to say.
std::string render_scenes(const app::Library& library);

// Fills the template's places; a place without words is reported by its name.
std::string fill_template(std::string_view page, const app::Library& library,
                          std::vector<std::string>& unknown);

} // namespace tautline::cli
