#include "semantics/order.h"

#include <algorithm>

namespace tautline::semantics {

std::vector<bool> keep_in_place(const std::vector<int>& places) {
    std::vector<bool> keep(places.size(), false);
    std::vector<std::size_t> tails; // tails[k]: where the best run of length k + 1 ends
    std::vector<int> before(places.size(), -1);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] < 0) continue;
        const auto at =
            std::lower_bound(tails.begin(), tails.end(), places[i],
                             [&](std::size_t tail, int place) { return places[tail] < place; });
        if (at != tails.begin()) before[i] = static_cast<int>(*(at - 1));
        if (at == tails.end())
            tails.push_back(i);
        else
            *at = i;
    }
    if (tails.empty()) return keep;
    for (int i = static_cast<int>(tails.back()); i >= 0; i = before[static_cast<std::size_t>(i)])
        keep[static_cast<std::size_t>(i)] = true;
    return keep;
}

} // namespace tautline::semantics
