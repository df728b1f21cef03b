#include "view/screen/leave_out.h"

#include <utility>
#include <variant>
#include <vector>

namespace tautline::view {

void leave_out(Screen& screen, const app::Operator& decided) {
    if (decided.left_out.empty()) return;
    std::vector<Node> kept;
    std::vector<int> now(screen.nodes.size(), -1); // where a node stands afterwards; -1: gone
    for (std::size_t i = 0; i < screen.nodes.size(); ++i) {
        Node& node = screen.nodes[i];
        const auto* leads = std::get_if<app::GoTo>(&node.action);
        const bool parent_gone = node.parent >= 0 && now[static_cast<std::size_t>(node.parent)] < 0;
        if (parent_gone || (leads && !decided.offers(leads->route))) continue;
        now[i] = static_cast<int>(kept.size());
        if (node.parent >= 0) node.parent = now[static_cast<std::size_t>(node.parent)];
        kept.push_back(std::move(node));
    }
    screen.nodes = std::move(kept);
}

} // namespace tautline::view
