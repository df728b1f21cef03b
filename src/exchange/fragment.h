// A person's answers as the fragment of an address, for a code that a phone reads: "#a2." and some
// letters. A fragment is never sent to a server, and it holds the answers alone.
//
// "a2" is this form's version, and the second self-check's; an "a1." code answers the first and is
// refused by name. The letters are base64url (RFC 4648 §5, without padding) of
//   2 bytes  which questions they answer: a digest over the ids of all items and options, in order
//   n bits   for each item in order: a flag or `one` takes the bits that hold its number of options
//            (0 unanswered, k + 1 option k), `many` one bit an option; zeros up to a whole byte
//   2 bytes  a checksum over all of the above
// Most significant bit first. The length is the same for all answers. Reading is strict: what was
// not written by this form, for these very questions, is refused; nothing is guessed.
#pragma once

#include "assess/answers.h"
#include "base/issue.h"
#include "base/result.h"
#include "exchange/answers_json.h"

#include <string>
#include <string_view>

namespace tautline::exchange {

inline constexpr std::string_view fragment_start = "a2.";

std::string write_fragment(const assess::Definition& definition, const assess::Answers& answers,
                           Mood mood);

// With or without "#", or a whole address that ends in the fragment.
Result<assess::Answers, Issues> read_fragment(const assess::Definition& definition,
                                              std::string_view text);

} // namespace tautline::exchange
