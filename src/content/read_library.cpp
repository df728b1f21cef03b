#include "content/read_library.h"

#include "assess/contract.h"
#include "base/json_read.h"
#include "content/check_library.h"
#include "content/pack_names.h"
#include "content/parse.h"
#include "content/read_assessment.h"
#include "content/read_numbers.h"
#include "content/read_records.h"
#include "content/read_tables.h"
#include "content/read_words.h"

#include <algorithm>
#include <string>
#include <utility>

namespace tautline::content {

namespace {

constexpr std::string_view first_language = "en";
// In a bundle: this is its first part. The second is made into one with it by the page.
constexpr std::string_view later_part = "later.json";
constexpr std::string_view health_records = "health-records.json";
constexpr std::string_view english_signs = "words/en/warning-signs.json";

std::string folder_of(std::string_view language) {
    return "words/" + std::string(language) + "/";
}

// The language that words/<language>/language.json names.
std::optional<std::string_view> language_of(std::string_view path) {
    constexpr std::string_view folder = "words/", file = "/language.json";
    if (path.size() <= folder.size() + file.size() || path.rfind(folder, 0) != 0 ||
        path.substr(path.size() - file.size()) != file)
        return std::nullopt;
    return path.substr(folder.size(), path.size() - folder.size() - file.size());
}

bool is_words_of(std::string_view path, std::string_view language) {
    return path.rfind(folder_of(language), 0) == 0 && !language_of(path);
}

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
        if (library) assess::check_contract(library->check, issues_);
        // References and words are only worth checking once everything they may point to was read.
        if (library && !is_first_part()) {
            check_references(*library, issues_);
            check_words(*library, issues_);
        }
        if (issues_.size() != before_) return std::nullopt;
        leave_out_scales(*library);
        return library;
    }

    std::optional<app::Library> read_form() {
        app::Library library;
        with("assessment.json", [&](const json::Cursor& cursor) {
            Assessment assessment = read_assessment(cursor);
            library.check = std::move(assessment.check);
            library.pages = std::move(assessment.pages);
        });
        // Codes of items that the self-check lacks say nothing new when the contract does.
        Issues broken;
        assess::check_contract(library.check, broken);
        const bool whole = issues_.size() == before_ && broken.empty();
        if (!is_first_part() || has(health_records))
            with(health_records, [&](const json::Cursor& cursor) {
                library.records = read_records(cursor, library, whole);
            });
        // Packs made before there were numbers have none; their people see no number.
        if (has("emergency-numbers.json"))
            with("emergency-numbers.json",
                 [&](const json::Cursor& cursor) { library.numbers = read_numbers(cursor); });
        with("warning-signs.json",
             [&](const json::Cursor& cursor) { library.signs = read_signs(cursor); });
        with("claims.json", [&](const json::Cursor& cursor) {
            library.claims = read_claims(cursor);
            library.clues = read_clues(cursor);
        });
        if (!is_first_part() || has("sources.json"))
            with("sources.json",
                 [&](const json::Cursor& cursor) { library.sources = read_sources(cursor); });
        if (!is_first_part() || has("what-helps.json"))
            with("what-helps.json",
                 [&](const json::Cursor& cursor) { library.helps = read_helps(cursor); });
        // Packs made before there were these have none: no guess is told right or wrong, no sum read.
        if (has("chapters.json"))
            with("chapters.json",
                 [&](const json::Cursor& cursor) { library.chapters = read_chapters(cursor); });
        if (has("scales.json"))
            with("scales.json",
                 [&](const json::Cursor& cursor) { library.scales = read_scales(cursor); });
        read_all_words(library);
        if (issues_.size() != before_) return std::nullopt;
        return library;
    }

private:
    bool has(std::string_view path) const {
        return std::any_of(documents_.begin(), documents_.end(),
                           [&](const Document& d) { return d.path == path; });
    }
    bool is_first_part() const { return has(later_part); }

    json::Cursor cursor(const Document& document) const {
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
            use(cursor(*found));
    }

    void read_all_words(app::Library& library) {
        const std::string about = folder_of(language_) + "language.json";
        bool borrows = false;
        with(about, [&](const json::Cursor& found) {
            borrows = read_language(found, language_, library.words);
        });
        for (const Document& document : documents_)
            if (is_words_of(document.path, language_) && document.value != nullptr)
                read_words(cursor(document), library.words);
        if (language_ != first_language) {
            if (!is_first_part() || has(english_signs))
                with(english_signs,
                     [&](const json::Cursor& found) { read_words(found, library.english_signs); });
            if (borrows) borrow(library.words);
        }
        name_languages(library);
    }

    void borrow(app::Words& words) const {
        app::Words all;
        for (const Document& document : documents_)
            if (is_words_of(document.path, first_language) && document.value != nullptr)
                read_words(cursor(document), all);
        borrow_words(all, words);
    }

    // The words of a scale are its own: in a language that has no translation of them its page,
    // which is optional, is left out and not asked in English.
    static void leave_out_scales(app::Library& library) {
        const auto is_foreign = [&](std::size_t item) {
            const std::string key = "item." + library.check.items[item].id + ".question";
            return !library.words.has(key) || library.words.is_borrowed(key);
        };
        std::erase_if(library.pages, [&](const app::Library::CheckPage& page) {
            return page.optional && std::any_of(page.items.begin(), page.items.end(), is_foreign);
        });
    }

    // Every language that has a language.json here.
    void name_languages(app::Library& library) const {
        for (const Document& document : documents_) {
            const auto language = language_of(document.path);
            if (!language || document.value == nullptr) continue;
            app::Words words;
            if (*language == language_)
                words.language_name = library.words.language_name;
            else
                read_language(cursor(document), *language, words);
            library.languages.push_back({std::string(*language), words.language_name});
        }
        std::stable_partition(
            library.languages.begin(), library.languages.end(),
            [](const app::Language& each) { return each.language == first_language; });
    }

    std::vector<Document> documents_;
    std::string_view language_;
    Issues& issues_;
    std::size_t before_;
};

// Whether the library is made of this file; the rest (schemas, figures, other languages) is left
// alone.
bool is_read(std::string_view path, std::string_view language) {
    const std::string folder = "words/" + std::string(language) + "/";
    return is_table(path) || path == later_part || language_of(path) ||
           is_words_of(path, language) || is_words_of(path, first_language);
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
    Assessment read = read_assessment(json::Cursor(*value, "assessment.json", issues));
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
