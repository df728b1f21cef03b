// What a reviewer reads: everything of a pack that can be signed for, in the order in which it can
// hurt, as one JSON text for the review page (web/review). Each subject stands in it once, with what
// it rests on, how hard it reads, where it is seen, and whether somebody has signed for it.
#pragma once

#include "lint/pack.h"
#include "review/sign_off.h"

#include <map>
#include <string>
#include <string_view>

namespace tautline::review {

struct Request {
    std::string language = "en"; // another: its texts beside the English ones, without the rules
    std::string today;
    std::string version;                          // of the command
    std::map<std::string, std::string> documents; // Markdown: population, people, hazards, purpose
    std::string digest;                           // of the pack (pack_digest)
};

std::string model_json(const lint::Pack& pack, const Signed& signed_pack, const Request& request);

// The page: its template with the model inside.
std::string review_page(const std::string& model);

} // namespace tautline::review
