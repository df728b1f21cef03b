// The page that needs no script, made from the content of this repository.
#include "app/routes.h"
#include "app/story/story.h"
#include "base/text.h"
#include "cli/files.h"
#include "cli/render_command.h"
#include "cli/static_page.h"
#include "support/languages.h"
#include "support/pseudo_locale.h"

#include <catch_amalgamated.hpp>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

using namespace tautline;

namespace {

const app::Library& library() {
    static const app::Library loaded = [] {
        Issues issues;
        const auto read =
            content::read_library(cli::read_content(TAUTLINE_SOURCE_DIR "/content"), issues);
        REQUIRE(issues.empty());
        REQUIRE(read.has_value());
        return *read;
    }();
    return loaded;
}

// A page that nobody's device fills in names no country.
bool has(const std::string& html, const std::string& words) {
    const std::string said = fill(words, {{"call", library().words.text("call.examples")},
                                          {"may_be", library().words.text("call.may_be")}});
    return html.find(escape_markup(said)) != std::string::npos;
}

std::size_t place(const std::string& html, const std::string& what) {
    const std::size_t at = html.find(what);
    CAPTURE(what);
    REQUIRE(at != std::string::npos);
    return at;
}

} // namespace

TEST_CASE("Warning signs and the crisis text stand before every chapter", "[cli][render][safety]") {
    const std::string html = cli::render_article(library());
    const std::size_t signs = place(html, "<section id=warning-signs>");
    CHECK(place(html, "<section id=home>") < signs);
    for (int number = 0; number < app::route_count; ++number) {
        const app::RouteEntry& screen = app::entry(static_cast<app::Route>(number));
        const bool later = screen.article && screen.title != "home.title" &&
                           screen.name.substr(0, 13) != "warning-signs";
        if (later) CHECK(place(html, "<section id=" + std::string(screen.name) + ">") > signs);
    }
    const std::size_t chapters = place(html, "<section id=alarm>");
    const std::string first = html.substr(0, chapters);
    for (const app::Sign& sign : library().signs) {
        CAPTURE(sign.id);
        for (const std::string& words : library().words.list("sign." + sign.id + ".text"))
            CHECK(has(first, words));
        for (const std::string& words : library().words.list("sign." + sign.id + ".action"))
            CHECK(has(first, words));
    }
    for (const std::string& words : library().words.list("footer.unsafe.text"))
        CHECK(has(first, words));
}

TEST_CASE("The whole article is there with what the research adds", "[cli][render]") {
    const std::string html = cli::render_article(library());
    REQUIRE(library().claims.size() >= 30);
    for (const app::Claim& claim : library().claims) {
        CAPTURE(claim.id);
        for (const std::string& words : library().words.list("claim." + claim.id + ".text"))
            CHECK(has(html, words));
        for (const std::string& words : library().words.list("claim." + claim.id + ".research"))
            CHECK(has(html, words));
    }
    for (const app::Source& source : library().sources)
        CHECK(has(html, source.citation));
}

TEST_CASE("Every question of the self-check can be read, but for those asked only after another",
          "[cli][render]") {
    const std::string html = cli::render_article(library());
    for (const auto& item : library().check.items) {
        CAPTURE(item.id);
        const bool follow_up = item.id == "self-harm-today";
        CHECK(has(html, library().words.text("item." + item.id + ".question")) != follow_up);
    }
}

TEST_CASE("Every link inside the page leads to a section that is there", "[cli][render]") {
    const std::string html = cli::render_article(library());
    int links = 0;
    for (std::size_t at = 0; (at = html.find("href=\"#", at)) != std::string::npos; ++links) {
        const std::string id = html.substr(at + 7, html.find('"', at + 7) - at - 7);
        CAPTURE(id);
        CHECK(html.find("<section id=" + id + ">") != std::string::npos);
        at += 7;
    }
    CHECK(links > 10);
}

TEST_CASE("The story's scenes are figures with their captions and what their pictures show",
          "[cli][render][story]") {
    for (const std::string& language : test::shipped_languages()) {
        INFO(language);
        const app::Library told = test::library_in(language);
        const std::string html = cli::render_scenes(told);
        std::size_t at = 0;
        for (int scene = 1; scene <= app::story_scenes; ++scene) {
            INFO("scene " << scene);
            at = html.find("<figure><img alt=\"", at);
            REQUIRE(at != std::string::npos);
            const std::size_t text = at + 18;
            const std::string alt = html.substr(text, html.find('"', text) - text);
            CHECK(alt.find_first_of("0123456789") != std::string::npos); // the picture's number
            CHECK(alt.size() > 30);
            const std::size_t end = html.find("</figure>", at);
            const std::string key = "story.scene." + std::to_string(scene) + ".caption";
            CHECK(html.substr(at, end - at).find(escape_markup(told.words.text(key))) !=
                  std::string::npos);
            at = end;
        }
        CHECK(html.find("<figure>", at) == std::string::npos);
    }
    CHECK(cli::render_scenes(library()).find("Heart rate: 86 (beats a minute)") !=
          std::string::npos);
    CHECK(cli::render_scenes(test::with_markup(library())).find("<b id=x") == std::string::npos);
}

TEST_CASE("Markup in words is text everywhere in the article", "[cli][render][languages]") {
    const std::string html = cli::render_article(test::with_markup(library()));
    CHECK(html.find("<b id=x") == std::string::npos);
    CHECK(html.find("&lt;b id=x onclick=y&gt;") != std::string::npos);
}

TEST_CASE("A translated article has the English warning signs too, marked as English",
          "[cli][render][languages][safety]") {
    CHECK(cli::render_article(library()).find("id=warning-signs-in-english") == std::string::npos);
    for (const std::string& language : test::shipped_languages()) {
        if (language == "en") continue;
        INFO(language);
        const std::string html = cli::render_article(test::library_in(language));
        const std::size_t signs = place(html, "<section id=warning-signs-in-english>");
        CHECK(signs < place(html, "<section id=alarm>"));
        const std::string section = html.substr(signs, html.find("</section>\n", signs) - signs);
        for (const app::Sign& sign : library().signs)
            for (const std::string& words : library().words.list("sign." + sign.id + ".text"))
                CHECK(has(section, words));
        CHECK(section.find("lang=\"en\" dir=ltr") != std::string::npos);
    }
}

TEST_CASE(
    "A template's places are filled with escaped words, and a place without words is reported",
    "[cli][render]") {
    app::Library small;
    small.words.language = "en";
    small.words.entries["name"] = {"A < B"};
    std::vector<std::string> unknown;
    CHECK(cli::fill_template("<html lang=\"{{language}}\" dir={{direction}}>{{name}}{{gone}}.",
                             small, unknown) == "<html lang=\"en\" dir=ltr>A &lt; B.");
    CHECK(unknown == std::vector<std::string>{"gone"});
}

TEST_CASE("render writes the page of this repository, and refuses wrong options", "[cli][render]") {
    std::FILE* out = std::tmpfile();
    std::FILE* err = std::tmpfile();
    const std::vector<std::string_view> good = {"--content", TAUTLINE_SOURCE_DIR "/content",
                                                "--template",
                                                TAUTLINE_SOURCE_DIR "/web/index.template.html"};
    CHECK(cli::render_command(good, out, err) == 0);
    CHECK(std::ftell(out) > 50000);
    CHECK(std::ftell(err) == 0);
    const std::vector<std::string_view> spanish = {"--content", TAUTLINE_SOURCE_DIR "/content",
                                                   "--lang", "es"};
    CHECK(cli::render_command(spanish, out, err) == 0);
    CHECK(std::ftell(err) == 0);
    const std::vector<std::string_view> unknown = {"--content", TAUTLINE_SOURCE_DIR "/content",
                                                   "--lang", "xx"};
    CHECK(cli::render_command(unknown, out, err) == 1);
    const std::vector<std::string_view> bad = {"--colour"};
    CHECK(cli::render_command(bad, out, err) == 2);
    CHECK(std::ftell(err) > 0);
    std::fclose(out);
    std::fclose(err);
}
