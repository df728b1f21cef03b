// Puts a Screen together: containers open and close as scopes, words come by key. Used by the
// one-file-a-screen builders; not part of what surfaces read.
#pragma once

#include "app/library.h"
#include "app/state.h"
#include "base/text.h"
#include "view/screen/screen.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::view {

class Builder {
public:
    Builder(const app::Library& the_library, const app::AppState& the_state)
        : library{the_library}, state{the_state}, words{&the_library.words} {}

    // Closes its container when it goes out of scope.
    class Scope {
    public:
        explicit Scope(Builder& builder) : builder_{&builder} {}
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;
        ~Scope() { builder_->open_.pop_back(); }

    private:
        Builder* builder_;
    };

    // Adds a leaf. The reference is good until the next node is added.
    Node& leaf(Role role, std::string key, std::string label = {});
    // Opens a container; its node is `screen.nodes.back()` until the next node is added.
    [[nodiscard]] Scope box(Role role, std::string key, Look look = Look::plain,
                            Arrange arrange = Arrange::stack, std::string label = {});

    Node& heading(int level, std::string key, std::string label, Look look = Look::plain);
    Node& paragraph(std::string key, std::string label, Look look = Look::plain);
    // One paragraph for each string of a words key: key/1, key/2 …
    void paragraphs(const std::string& key, std::string_view words_key, Look look = Look::plain);
    void bullets(const std::string& key, std::string_view words_key);
    void bullets(const std::string& key, const std::vector<std::string>& points);
    Node& button(std::string key, std::string label, app::Action action,
                 Look look = Look::secondary, Icon icon = Icon::none);
    Node& link(std::string key, std::string label, app::Route route, Look look = Look::quiet,
               Icon icon = Icon::none);
    Node& outside_link(std::string key, std::string label, std::string address);
    // The head of a disclosure; true when its content should follow.
    bool disclosure(const std::string& key, std::string label);

    // Words by key. What the language lacks is English, and marked as that (languages.h).
    std::string word(std::string_view key) const;
    std::string word(std::string_view key, const Places& places) const;
    std::vector<std::string> list(std::string_view key) const;
    bool has(std::string_view key) const { return words->has(key); }
    // A text that was made from the words of this key, marked where these are English.
    std::string marked(std::string_view key, std::string text) const;

    const app::Library& library;
    const app::AppState& state;
    const app::Words* words; // in use; other words than the library's make English nodes
    Screen screen;
    std::function<void()> over_the_screen; // an open drawer (drawer.h), made after all else

private:
    std::vector<int> open_;
};

// Words that a figure paints: without marks, and none in a script that can't be painted; the same
// words stand beside every figure as text.
void make_paintable(const Builder& build, std::vector<std::string>& labels);

// "Chapter 4", as its title is introduced.
std::string chapter_number(const Builder& build, app::Route chapter);

// "#/what-helps": where a link to a route leads; also the id of its section in the static page.
std::string address(app::Route route);

} // namespace tautline::view
