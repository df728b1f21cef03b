#include "content/read_library.h"

#include "assess/contract.h"
#include "base/json_read.h"
#include "content/check_library.h"
#include "content/parse.h"
#include "content/read_assessment.h"
#include "content/read_tables.h"
#include "content/read_words.h"

#include <algorithm>
#include <string>
#include <utility>

namespace tautline::content {

namespace {

// A file that was parsed. Its value lives in the caller's tree.
struct Document {
    std::string path;
    const json::Value* value = nullptr;
};

class Reader {
public:
    // `before`: how many issues there were before the files were parsed.
    Reader(std::vector<Document> documents, std::string_view language, Issues& issues,
           std::size_t before)
        : documents_{std::move(documents)}, language_{language}, issues_{issues}, before_{before} {
        // Files in the order of their names, so that equal content gives equal issues.
        std::sort(documents_.begin(), documents_.end(),
                  [](const Document& a, const Document& b) { return a.path < b.path; });
    }

    std::optional<app::Library> read() {
        auto library = read_form();
        // References are only worth checking once everything they may point to was read.
        if (library) {
            assess::check_contract(library->check, issues_);
            check_references(*library, issues_);
            check_words(*library, issues_);
        }
        if (issues_.size() != before_) return std::nullopt;
        return library;
    }

    std::optional<app::Library> read_form() {
        app::Library library;
        with("assessment.json", [&](const json::Place& place) {
            Assessment assessment = read_assessment(place);
            library.check = std::move(assessment.check);
            library.pages = std::move(assessment.pages);
        });
        with("warning-signs.json",
             [&](const json::Place& place) { library.signs = read_signs(place); });
        with("claims.json", [&](const json::Place& place) {
            library.claims = read_claims(place);
            library.clues = read_clues(place);
        });
        with("sources.json",
             [&](const json::Place& place) { library.sources = read_sources(place); });
        with("what-helps.json",
             [&](const json::Place& place) { library.helps = read_helps(place); });
        read_all_words(library.words);
        if (issues_.size() != before_) return std::nullopt;
        return library;
    }

private:
    json::Place place(const Document& document) const {
        return {*document.value, document.path, issues_};
    }

    template <typename Use>
    void with(std::string_view path, Use use) {
        const auto found = std::find_if(documents_.begin(), documents_.end(),
                                        [&](const Document& d) { return d.path == path; });
        if (found == documents_.end())
            issues_.push_back(
                {std::string(path), "", "no such file", "the file " + std::string(path)});
        else if (found->value != nullptr) // null: it could not be parsed, which was reported
            use(place(*found));
    }

    void read_all_words(app::Words& words) {
        const std::string folder = "words/" + std::string(language_) + "/";
        const std::string about = folder + "language.json";
        with(about, [&](const json::Place& found) { read_language(found, language_, words); });
        for (const Document& document : documents_)
            if (document.path.rfind(folder, 0) == 0 && document.path != about &&
                document.value != nullptr)
                read_words(place(document), words);
    }

    std::vector<Document> documents_;
    std::string_view language_;
    Issues& issues_;
    std::size_t before_;
};

// Whether the library is made of this file; the rest (schemas, figures, other languages) is left
// alone.
bool is_read(std::string_view path, std::string_view language) {
    constexpr std::string_view tables[] = {"assessment.json", "claims.json", "sources.json",
                                           "warning-signs.json", "what-helps.json"};
    const std::string folder = "words/" + std::string(language) + "/";
    return std::find(std::begin(tables), std::end(tables), path) != std::end(tables) ||
           path.rfind(folder, 0) == 0;
}

} // namespace

namespace {

using Values = std::vector<std::optional<json::Value>>;

std::vector<Document> parse_all(const std::vector<File>& files, std::string_view language,
                                Values& values, Issues& issues) {
    values.resize(files.size());
    std::vector<Document> documents;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!is_read(files[i].path, language)) continue;
        values[i] = parse(files[i].text, file_limits, files[i].path, issues);
        documents.push_back({files[i].path, values[i] ? &*values[i] : nullptr});
    }
    return documents;
}

} // namespace

std::optional<app::Library> read_library(const std::vector<File>& files, Issues& issues,
                                         std::string_view language) {
    const auto before = issues.size();
    Values values;
    return Reader(parse_all(files, language, values, issues), language, issues, before).read();
}

std::optional<app::Library> read_form(const std::vector<File>& files, Issues& issues,
                                      std::string_view language) {
    const auto before = issues.size();
    Values values;
    return Reader(parse_all(files, language, values, issues), language, issues, before).read_form();
}

std::optional<assess::Definition> read_definition_form(std::string_view text, Issues& issues) {
    const auto before = issues.size();
    const auto value = parse(text, file_limits, "assessment.json", issues);
    if (!value) return std::nullopt;
    Assessment read = read_assessment(json::Place(*value, "assessment.json", issues));
    if (issues.size() != before) return std::nullopt;
    return std::move(read.check);
}

std::optional<assess::Definition> read_definition(std::string_view text, Issues& issues) {
    const auto before = issues.size();
    auto definition = read_definition_form(text, issues);
    if (definition) assess::check_contract(*definition, issues);
    if (issues.size() != before) return std::nullopt;
    return definition;
}

std::optional<app::Library> read_bundle(std::string_view text, Issues& issues,
                                        std::string_view language) {
    const auto before = issues.size();
    const auto bundle = parse(text, bundle_limits, "", issues);
    if (!bundle) return std::nullopt;
    if (bundle->type != json::Type::object) {
        issues.push_back({"", "", json::describe(*bundle), "an object from path to file"});
        return std::nullopt;
    }
    std::vector<Document> documents;
    for (const json::Member& member : bundle->members)
        if (is_read(member.name, language)) documents.push_back({member.name, &member.value});
    return Reader(std::move(documents), language, issues, before).read();
}

} // namespace tautline::content
