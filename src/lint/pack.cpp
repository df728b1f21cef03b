#include "lint/pack.h"

#include "assess/contract.h"
#include "content/check_library.h"
#include "content/parse.h"

#include <algorithm>
#include <utility>

namespace tautline::lint {

namespace {

constexpr std::string_view words_folder = "words/";

void add_texts(const content::File& file, Language& language) {
    Issues ignored; // the same file was read without an issue before
    const auto value = content::parse(file.text, content::file_limits, file.path, ignored);
    if (!value) return;
    for (const json::Member& member : value->members) {
        const std::string pointer = json::pointer_to("", member.name);
        if (member.value.type == json::Type::string)
            language.texts.push_back({file.path, pointer, member.name, 0, member.value.text});
        for (std::size_t i = 0; i < member.value.items.size(); ++i)
            language.texts.push_back({file.path, json::pointer_to(pointer, i), member.name, i,
                                      member.value.items[i].text});
    }
}

} // namespace

std::vector<const Text*> Language::of(std::string_view key) const {
    std::vector<const Text*> found;
    for (const Text& text : texts)
        if (text.key == key) found.push_back(&text);
    return found;
}

std::vector<std::string> languages_of(const std::vector<content::File>& files) {
    std::vector<std::string> tags;
    for (const content::File& file : files) {
        if (file.path.rfind(words_folder, 0) != 0) continue;
        const auto end = file.path.find('/', words_folder.size());
        if (end == std::string::npos) continue;
        std::string tag = file.path.substr(words_folder.size(), end - words_folder.size());
        if (std::find(tags.begin(), tags.end(), tag) == tags.end()) tags.push_back(std::move(tag));
    }
    std::sort(tags.begin(), tags.end(), [](const std::string& a, const std::string& b) {
        return std::pair(a != "en", a) < std::pair(b != "en", b);
    });
    return tags;
}

std::vector<Pack> read_pack(std::vector<content::File> files, Issues& issues) {
    const auto before = issues.size();
    auto tags = languages_of(files);
    if (tags.empty()) tags.push_back("en"); // so that the reader says what is missing
    Pack pack;
    for (const std::string& tag : tags) {
        Issues found;
        auto library = content::read_form(files, found, tag);
        for (Issue& issue : found) // the tables are read once for each language
            if (std::find(issues.begin(), issues.end(), issue) == issues.end())
                issues.push_back(std::move(issue));
        if (library) pack.languages.push_back({tag, std::move(*library), {}});
    }
    if (issues.size() != before) return {};
    for (Language& language : pack.languages) {
        const std::string folder = std::string(words_folder) + language.tag + "/";
        for (const content::File& file : files)
            if (file.path.rfind(folder, 0) == 0 && file.path != folder + "language.json")
                add_texts(file, language);
    }
    Issues broken;
    assess::check_contract(pack.library().check, broken);
    content::check_references(pack.library(), broken);
    pack.can_be_shown = broken.empty();
    pack.files = std::move(files);
    return {std::move(pack)};
}

} // namespace tautline::lint
