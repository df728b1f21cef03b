#include "semantics/html.h"

#include "base/text.h"
#include "semantics/names.h"

#include <algorithm>
#include <cstddef>

namespace tautline::semantics {
namespace {

using view::Look;
using view::Node;
using view::Role;
using view::Screen;

class Renderer {
public:
    Renderer(const Screen& screen, const HtmlOptions& options)
        : screen_{screen}, options_{options}, children_(screen.nodes.size() + 1) {
        for (std::size_t i = 0; i < screen.nodes.size(); ++i)
            children_[static_cast<std::size_t>(screen.nodes[i].parent + 1)].push_back(i);
    }

    std::string children_of_root() const {
        if (options_.root == 0) return children(0);
        for (std::size_t i = 0; i < screen_.nodes.size(); ++i)
            if (screen_.nodes[i].id == options_.root) return children(i + 1);
        return {};
    }

private:
    // slot = index + 1, 0 for the root. Choices that follow one another become one list.
    std::string children(std::size_t slot) const {
        std::string html;
        bool in_options = false;
        // Where an answer is given, it alone is shown.
        const bool answered =
            std::any_of(children_[slot].begin(), children_[slot].end(), [&](std::size_t i) {
                return screen_.nodes[i].role == Role::radio && screen_.nodes[i].checked;
            });
        for (const std::size_t i : children_[slot]) {
            const Role role = screen_.nodes[i].role;
            const bool option = role == Role::radio || role == Role::checkbox;
            if (role == Role::radio && answered && !screen_.nodes[i].checked) continue;
            if (option != in_options) html += option ? "<ul class=options>" : "</ul>";
            in_options = option;
            html += node(i);
        }
        return in_options ? html + "</ul>" : html;
    }

    std::string node(std::size_t i) const {
        const Node& n = screen_.nodes[i];
        if (left_out(n)) return "";
        switch (n.role) {
        case Role::banner:
        case Role::main:
        case Role::footer:
            return children(i + 1);
        case Role::navigation:
            return wrapped("nav", i, named(n));
        case Role::section:
            return box("section", i);
        case Role::group:
            return box("div", i);
        case Role::list:
            return wrapped("ul", i);
        case Role::item:
            return wrapped("li", i);
        case Role::radio_group:
        case Role::check_group:
            return question(i);
        case Role::table:
            return table(i);
        case Role::row:
            return wrapped("tr", i);
        case Role::heading:
            return heading(n);
        case Role::paragraph:
        case Role::status:
            return text("p", n);
        case Role::cell:
            return element("td", n, escape_markup(n.label), "");
        case Role::header_cell:
            return element("th", n, escape_markup(n.label),
                           n.level == 2 ? " scope=row" : " scope=col");
        case Role::button:
            // The head of a disclosure: what it opens stands below it here. A research box has a
            // title of its own.
            if (opens_research(i)) return "";
            return n.expanded == view::Expanded::none ? "" : text("p", n, "head");
        case Role::link:
            return link(i);
        case Role::radio:
        case Role::checkbox:
            return text("li", n);
        case Role::slider:
            return labelled_value(n);
        case Role::figure:
            return figure(i);
        case Role::hotspot:
        case Role::progress:
        case Role::dialog:
            return "";
        case Role::alert:
            return wrapped("div", i, classes(n));
        }
        return "";
    }

    bool left_out(const Node& n) const {
        const auto matches = [&](const std::string& key) {
            if (key.empty() || key.front() != '*') return n.key == key;
            const std::string_view end = std::string_view{key}.substr(1);
            return n.key.size() >= end.size() &&
                   n.key.compare(n.key.size() - end.size(), end.size(), end) == 0;
        };
        return std::any_of(options_.without.begin(), options_.without.end(), matches);
    }

    bool opens_research(std::size_t i) const {
        return i + 1 < screen_.nodes.size() && screen_.nodes[i + 1].look == Look::research;
    }

    static std::string classes(const Node& n, std::string_view more = {}) {
        std::string list{more};
        if (n.look != Look::plain) {
            if (!list.empty()) list += ' ';
            list += name(n.look);
        }
        if (list.empty()) return "";
        return list.find(' ') == std::string::npos ? " class=" + list : " class=\"" + list + "\"";
    }

    // The language of what is inside, where it differs from what is round it.
    static std::string spoken(const Node& n) {
        if (n.lang.empty()) return "";
        return " lang=\"" + escape_markup(n.lang) +
               "\" dir=" + (is_right_to_left(n.lang) ? "rtl" : "ltr");
    }

    static std::string named(const Node& n) {
        return n.label.empty() ? "" : " aria-label=\"" + escape_markup(n.label) + "\"";
    }

    std::string element(std::string_view tag, const Node& n, const std::string& inside,
                        const std::string& attributes) const {
        std::string html = "<" + std::string(tag) + attributes;
        html += spoken(n);
        return html + ">" + inside + "</" + std::string(tag) + ">";
    }

    std::string text(std::string_view tag, const Node& n, std::string_view more = {}) const {
        return n.label.empty() ? "" : element(tag, n, escape_markup(n.label), classes(n, more));
    }

    // A container that has nothing to show is left out.
    std::string wrapped(std::string_view tag, std::size_t i,
                        const std::string& attributes = {}) const {
        const std::string inside = children(i + 1);
        return inside.empty() ? "" : element(tag, screen_.nodes[i], inside, attributes);
    }

    // A box is an element only when it looks like one; headings already carry its name.
    std::string box(std::string_view tag, std::size_t i) const {
        const Node& n = screen_.nodes[i];
        const bool needed = n.look != Look::plain || !n.lang.empty();
        return needed ? wrapped(tag, i, classes(n)) : children(i + 1);
    }

    std::string question(std::size_t i) const {
        const Node& n = screen_.nodes[i];
        std::string inside = element("p", n, escape_markup(n.label), " class=question");
        if (!n.description.empty())
            inside += "<p class=small>" + escape_markup(n.description) + "</p>";
        return "<div class=ask" + spoken(n) + ">" + inside + children(i + 1) + "</div>";
    }

    std::string table(std::size_t i) const {
        const Node& n = screen_.nodes[i];
        const std::string rows = children(i + 1);
        if (rows.empty()) return "";
        const std::string caption =
            n.label.empty() ? "" : "<caption>" + escape_markup(n.label) + "</caption>";
        return element("table", n, caption + rows, classes(n));
    }

    std::string heading(const Node& n) const {
        const int level = std::clamp(n.level + options_.heading_shift, 1, 6);
        return text("h" + std::to_string(level), n);
    }

    std::string link(std::size_t i) const {
        const Node& n = screen_.nodes[i];
        std::string target = n.href;
        if (target.rfind("#/", 0) == 0) {
            target.erase(1, 1);
            const auto& known = options_.anchors;
            if (std::find(known.begin(), known.end(), target.substr(1)) == known.end()) return "";
        } else if (target.empty() || target.front() == '#') {
            return "";
        }
        const bool outside = target.front() != '#';
        std::string attributes = " href=\"" + escape_markup(target) + "\"" + classes(n);
        if (outside) attributes += " rel=\"noopener noreferrer\"";
        const std::string inside = children(i + 1);
        const std::string html =
            element("a", n, inside.empty() ? escape_markup(n.label) : inside, attributes);
        return inside.empty() && !in_text(n) ? "<p class=go>" + html + "</p>" : html;
    }

    bool in_text(const Node& n) const {
        if (n.parent < 0) return false;
        const Role role = screen_.nodes[static_cast<std::size_t>(n.parent)].role;
        return role == Role::item || role == Role::navigation;
    }

    std::string labelled_value(const Node& n) const {
        std::string inside = "<b>" + escape_markup(n.label) + "</b>";
        if (!n.value_text.empty()) inside += " " + escape_markup(n.value_text);
        return element("p", n, inside, " class=setting");
    }

    // A picture that is only there to be touched has nothing to show here; its places stand beside
    // it as choices.
    std::string figure(std::size_t i) const {
        const Node& n = screen_.nodes[i];
        const bool touched =
            i + 1 < screen_.nodes.size() && screen_.nodes[i + 1].role == Role::hotspot;
        if (touched || n.description.empty()) return "";
        const std::string caption = "<figcaption>" + escape_markup(n.label) + "</figcaption>";
        return element("figure", n, caption + "<p>" + escape_markup(n.description) + "</p>", "");
    }

    const Screen& screen_;
    const HtmlOptions& options_;
    std::vector<std::vector<std::size_t>> children_;
};

} // namespace

std::string render(const Screen& screen, const HtmlOptions& options) {
    return Renderer{screen, options}.children_of_root();
}

} // namespace tautline::semantics
