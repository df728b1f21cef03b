#include "assess/proof_reach.h"

#include <algorithm>
#include <limits>

namespace tautline::assess {

namespace {

std::array<int, 4> sums(const Facts& facts) {
    return {facts.points[0], facts.points[1], facts.points[2], facts.answered};
}

struct Head {
    std::size_t care, age, nerve, open;
};

// The place of care and easing among FactCode::cares.
std::size_t care_number(Tier settled, unsigned easing) {
    if (settled >= Tier::today)
        return 16 + static_cast<std::size_t>(settled) - static_cast<std::size_t>(Tier::today);
    return static_cast<std::size_t>(settled) * 8 + easing;
}

Tier settled_of(std::size_t care) {
    return static_cast<Tier>(care < 16 ? care / 8 : care - 14);
}

unsigned easing_of(std::size_t care) {
    return care < 16 ? static_cast<unsigned>(care % 8) : 0;
}

std::size_t combined_care(std::size_t a, std::size_t b) {
    return care_number(std::max(settled_of(a), settled_of(b)), easing_of(a) | easing_of(b));
}

Head split_head(std::size_t head) {
    return {head / 18, head / 6 % 3, head / 2 % 3, head % 2};
}

std::size_t join_head(const Head& head) {
    return head.care * 18 + head.age * 6 + head.nerve * 2 + head.open;
}

} // namespace

// One cluster alone knows the age and one the nerve sign; the others say 0, so the higher is what
// is known.
FactCode::Combinations::Combinations() : combined(heads * heads), before(heads * heads) {
    for (std::size_t a = 0; a < heads; ++a)
        for (std::size_t b = 0; b < heads; ++b) {
            const Head x = split_head(a), y = split_head(b);
            const std::size_t c = join_head({combined_care(x.care, y.care), std::max(x.age, y.age),
                                             std::max(x.nerve, y.nerve), std::max(x.open, y.open)});
            combined[a * heads + b] = static_cast<std::uint16_t>(c);
            before[c * heads + b].push_back(static_cast<std::uint16_t>(a));
        }
}

const FactCode::Combinations& FactCode::combinations() {
    static const Combinations all;
    return all;
}

FactCode::FactCode(const Space& space) {
    least_sum_.fill(0);
    std::array<int, 4> most_sum{};
    for (const Cluster& cluster : space.clusters) {
        std::array<int, 4> least{}, most{};
        least.fill(std::numeric_limits<int>::max());
        most.fill(std::numeric_limits<int>::min());
        for (const Part& part : cluster.parts)
            for (std::size_t i = 0; i < 4; ++i) {
                least[i] = std::min(least[i], sums(part.facts)[i]);
                most[i] = std::max(most[i], sums(part.facts)[i]);
            }
        for (std::size_t i = 0; i < 4; ++i) {
            least_sum_[i] += least[i];
            most_sum[i] += most[i];
        }
        least_.push_back(least);
    }
    for (std::size_t i = 0; i < 4; ++i) {
        sizes_[i] = static_cast<std::size_t>(most_sum[i] - least_sum_[i] + 1);
        strides_[i] = tails_;
        tails_ *= sizes_[i];
    }
}

std::size_t FactCode::head(const Facts& facts) const {
    return join_head({care_number(facts.settled, facts.easing), static_cast<std::size_t>(facts.age),
                      static_cast<std::size_t>(facts.nerve_sign), facts.signs_open ? 1u : 0u});
}

std::size_t FactCode::tail(std::size_t cluster, const Facts& facts) const {
    std::size_t tail = 0;
    for (std::size_t i = 0; i < 4; ++i)
        tail += static_cast<std::size_t>(sums(facts)[i] - least_[cluster][i]) * strides_[i];
    return tail;
}

Facts FactCode::facts(std::size_t head, std::size_t tail) const {
    std::array<int, 4> sum{};
    for (std::size_t i = 0; i < 4; ++i)
        sum[i] = static_cast<int>(tail / strides_[i] % sizes_[i]) + least_sum_[i];
    const Head known = split_head(head);
    Facts facts;
    facts.settled = settled_of(known.care);
    facts.easing = static_cast<std::uint8_t>(easing_of(known.care));
    facts.points = {sum[0], sum[1], sum[2]};
    facts.answered = sum[3];
    facts.age = static_cast<AgeFact>(known.age);
    facts.nerve_sign = static_cast<NerveSign>(known.nerve);
    facts.signs_open = known.open == 1;
    return facts;
}

Reach::Reach(std::size_t tail_count) : tails{tail_count} {
    cost[0].assign(tails, never);
    cost[0][0] = 0;
}

Reach with_cluster(const Reach& reach, const Space& space, const FactCode& code,
                   std::size_t cluster) {
    Reach next(reach.tails);
    next.cost[0].clear();
    for (const Part& part : space.clusters[cluster].parts) {
        const std::size_t part_head = code.head(part.facts);
        const std::size_t shift = code.tail(cluster, part.facts);
        for (std::size_t head = 0; head < FactCode::heads; ++head) {
            if (!reach.any(head)) continue;
            std::vector<std::uint16_t>& row = next.cost[code.combined(head, part_head)];
            if (row.empty()) row.assign(reach.tails, Reach::never);
            const std::uint16_t* from = reach.cost[head].data();
            std::uint16_t* into = row.data() + shift;
            for (std::size_t tail = 0; tail + shift < reach.tails; ++tail) {
                if (from[tail] == Reach::never) continue;
                const auto cost = static_cast<std::uint16_t>(from[tail] + part.cost);
                into[tail] = std::min(into[tail], cost);
            }
        }
    }
    for (std::size_t head = 0; head < FactCode::heads; ++head) {
        const std::vector<std::uint16_t>& row = next.cost[head];
        next.cheapest[head] =
            static_cast<std::size_t>(std::min_element(row.begin(), row.end()) - row.begin());
    }
    return next;
}

namespace {

// Halving: what is outside a range is combined once for the whole range, not once for each cluster
// in it.
void leave_out(const Space& space, const FactCode& code, std::size_t first, std::size_t last,
               const Reach& outside, const std::function<void(std::size_t, const Reach&)>& use) {
    if (last - first == 1) {
        use(first, outside);
        return;
    }
    const std::size_t middle = first + (last - first) / 2;
    Reach left = outside;
    for (std::size_t i = middle; i < last; ++i)
        left = with_cluster(left, space, code, i);
    leave_out(space, code, first, middle, left, use);
    Reach right = outside;
    for (std::size_t i = first; i < middle; ++i)
        right = with_cluster(right, space, code, i);
    leave_out(space, code, middle, last, right, use);
}

} // namespace

void each_left_out(const Space& space, const FactCode& code,
                   const std::function<void(std::size_t, const Reach&)>& use) {
    if (!space.clusters.empty())
        leave_out(space, code, 0, space.clusters.size(), Reach(code.tails()), use);
}

Rebuilder::Rebuilder(const Space& space, const FactCode& code, std::size_t left_out)
    : space_{space}, code_{code} {
    layers_.emplace_back(code.tails());
    for (std::size_t cluster = 0; cluster < space.clusters.size(); ++cluster) {
        if (cluster == left_out) continue;
        order_.push_back(cluster);
        std::vector<Numbered>& parts = parts_.emplace_back();
        for (const Part& part : space.clusters[cluster].parts)
            parts.push_back({code.head(part.facts), code.tail(cluster, part.facts), part});
        layers_.push_back(with_cluster(layers_.back(), space, code, cluster));
    }
}

void Rebuilder::rebuild(std::size_t head, std::size_t tail, Answers& answers) const {
    for (std::size_t layer = order_.size(); layer > 0; --layer) {
        const std::size_t cluster = order_[layer - 1];
        const Reach& before = layers_[layer - 1];
        const std::uint16_t cost = layers_[layer].at(head, tail);
        const auto step = [&]() {
            for (const auto& [part_head, shift, part] : parts_[layer - 1]) {
                if (shift > tail || part.cost > cost) continue;
                for (const std::uint16_t from : code_.before(head, part_head)) {
                    const std::uint16_t known = before.at(from, tail - shift);
                    if (known == Reach::never || known + part.cost != cost) continue;
                    fill_in(space_, cluster, part.combination, answers);
                    head = from;
                    tail -= shift;
                    return;
                }
            }
        };
        step();
    }
}

} // namespace tautline::assess
