// Which children may stay where they are when their order changes: the longest run that is in order
// already. Every other child is moved, so few elements lose focus or scroll position.
#pragma once

#include <cstddef>
#include <vector>

namespace tautline::semantics {

// `places`: for each child in its new order, its old place (-1: it is new here). The answer marks
// the children of one longest increasing subsequence of old places.
std::vector<bool> keep_in_place(const std::vector<int>& places);

} // namespace tautline::semantics
