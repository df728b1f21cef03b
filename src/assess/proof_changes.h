// Which changes of one answer each rule speaks about. See proof.h.
#pragma once

#include "assess/definition.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tautline::assess {

// One item's value (Answers bits) before and after.
struct ValueChange {
    std::uint32_t from = 0, to = 0;
    std::optional<Condition> beside; // the change is meant only while this holds
};

// P4: any change of one answer. For `many` one option ticked or unticked; otherwise any value to
// any other.
std::vector<ValueChange> any_change(const Definition& definition, std::size_t item);

// P2, care must not fall: a flag's `no` becomes `unsure` or `yes`, an unanswered flag is answered,
// an option that adds a tier is added. An option that has a tier only together with a second answer
// adds it beside that answer.
std::vector<ValueChange> raising_change(const Definition& definition, std::size_t item);

// P7, care must not fall: `unsure` in the place of no answer, of `no` or of `yes-unchanged`.
std::vector<ValueChange> unsure_change(const Definition& definition, std::size_t item);

// P8: any change of a PHQ-4 item; none for other items.
std::vector<ValueChange> mood_change(const Definition& definition, std::size_t item);

} // namespace tautline::assess
