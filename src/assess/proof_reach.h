// Which Facts can be reached by some answers, and with how few: a table over all Facts, filled
// cluster by cluster.
#pragma once

#include "assess/proof_space.h"

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

namespace tautline::assess {

// Numbers for Facts. Combining two adds their tails (points, answered); heads (care and easing,
// age, nerve sign, open) have a table. From `today` on easing makes no difference and has no
// number.
class FactCode {
public:
    static constexpr std::size_t cares = 2 * 8 + 3; // none and soon with easing; the others
    static constexpr std::size_t heads = cares * 3 * 3 * 2;

    explicit FactCode(const Space& space);

    std::size_t tails() const { return tails_; }
    std::size_t head(const Facts& facts) const;
    std::size_t tail(std::size_t cluster, const Facts& facts) const; // of a cluster's part
    std::size_t combined(std::size_t a, std::size_t b) const {
        return combinations_.combined[a * heads + b];
    }
    // Every head that, combined with `b`, gives `a`.
    const std::vector<std::uint16_t>& before(std::size_t a, std::size_t b) const {
        return combinations_.before[a * heads + b];
    }
    // The Facts of a table entry: of all that give the same result, one. Only whole when `tail` is
    // a sum over all clusters.
    Facts facts(std::size_t head, std::size_t tail) const;

private:
    // The same for every definition, so that all share it.
    struct Combinations {
        std::vector<std::uint16_t> combined;
        std::vector<std::vector<std::uint16_t>> before;
        Combinations();
    };
    static const Combinations& combinations();

    const Combinations& combinations_ = combinations();
    std::vector<std::array<int, 4>> least_; // for each cluster: points and answered
    std::array<int, 4> least_sum_{};
    std::array<std::size_t, 4> strides_{}, sizes_{};
    std::size_t tails_ = 1;
};

// The least number of ticks that reach each head and tail.
struct Reach {
    static constexpr std::uint16_t never = 0xFFFF;
    std::size_t tails = 0;
    std::array<std::vector<std::uint16_t>, FactCode::heads> cost; // empty: not reached at all
    std::array<std::size_t, FactCode::heads> cheapest{}; // of those, the tail with the least ticks

    explicit Reach(std::size_t tail_count);                          // nothing contributed yet
    bool any(std::size_t head) const { return !cost[head].empty(); } // with some tail
    std::uint16_t at(std::size_t head, std::size_t tail) const {
        return any(head) ? cost[head][tail] : never;
    }
};

Reach with_cluster(const Reach& reach, const Space& space, const FactCode& code,
                   std::size_t cluster);

// Calls `use` for each cluster with the Reach of all the others.
void each_left_out(const Space& space, const FactCode& code,
                   const std::function<void(std::size_t cluster, const Reach& others)>& use);

// Finds answers for entries of the table of all clusters but one (`left_out` = their count: of
// all).
class Rebuilder {
public:
    Rebuilder(const Space& space, const FactCode& code, std::size_t left_out);
    const Reach& reach() const { return layers_.back(); }
    // Ticks answers that reach this entry with the least ticks. It must be reached.
    void rebuild(std::size_t head, std::size_t tail, Answers& answers) const;

private:
    // A cluster's part, by its numbers: they are asked for with each entry.
    struct Numbered {
        std::size_t head, shift;
        const Part& part;
    };
    const Space& space_;
    const FactCode& code_;
    std::vector<std::size_t> order_;
    std::vector<std::vector<Numbered>> parts_; // of the clusters in this order
    std::vector<Reach> layers_;
};

} // namespace tautline::assess
