// What chapters 5 and 6 share: pages to read and touch. Claims stand by topic; each says what
// research adds and what needs a check.
#pragma once

#include "view/screen/builder.h"

#include <string>
#include <string_view>

namespace tautline::view {

void build_chapter_head(Builder& build, const std::string& words, Accent accent);
void build_topic(Builder& build, const std::string& chapter, const std::string& topic);
void build_chapter_onward(Builder& build, std::string_view next_words, app::Route next);

} // namespace tautline::view
