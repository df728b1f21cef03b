// The parts that the space of answers falls into: classes of an item's values, clusters of items.
// See proof.h.
#pragma once

#include "assess/evaluate.h"

#include <cstdint>
#include <vector>

namespace tautline::assess {

// Every value an item can have, as Answers bits (0: unanswered), in classes that no rule can tell
// apart.
struct ItemValues {
    std::vector<std::uint32_t> values;
    std::vector<std::uint32_t> class_of; // for each of `values`
    std::vector<std::uint32_t>
        representatives; // for each class, a value with the fewest options ticked

    std::size_t class_of_value(std::uint32_t value) const;
};

// One way in which a cluster can contribute to the Facts, with as few answers given as possible.
struct Part {
    Facts facts;
    int cost = 0; // options ticked
    std::size_t combination = 0;
};

// Items that some rule reads together, and every combination of their classes.
struct Cluster {
    std::vector<std::size_t> items;
    std::vector<std::size_t> strides;   // of a combination's number, for each item
    std::vector<std::uint32_t> part_of; // for each combination
    std::vector<std::uint8_t> cost_of;  // for each combination, the options ticked
    std::vector<Part> parts;            // distinct contributions

    std::size_t class_in(std::size_t combination, std::size_t position,
                         const ItemValues& values) const {
        return combination / strides[position] % values.representatives.size();
    }
};

struct Space {
    std::vector<ItemValues> items;
    std::vector<Cluster> clusters;
    std::vector<std::size_t> cluster_of; // for each item
    bool too_large = false; // some cluster has more combinations than can be gone through
};

Space split(const Definition& definition);

// Ticks the representatives of a combination.
void fill_in(const Space& space, std::size_t cluster, std::size_t combination, Answers& answers);

int ticks(std::uint32_t value);

} // namespace tautline::assess
