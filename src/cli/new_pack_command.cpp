#include "cli/new_pack_command.h"

#include "cli/files.h"
#include "cli/print.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <system_error>

namespace tautline::cli {

namespace fs = std::filesystem;

namespace {

bool is_pack_name(std::string_view name) {
    return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

// The value of a member of the first line that has it; the rest stays as its authors laid it out.
void replace_string(std::string& text, const std::string& member, const std::string& value) {
    const std::size_t at = text.find("\"" + member + "\":");
    if (at == std::string::npos) return;
    const std::size_t from = text.find_first_of("\"n", at + member.size() + 3);
    if (from == std::string::npos || text[from] == 'n') return; // null already
    const std::size_t end = text.find('"', from + 1);
    if (end != std::string::npos) text.replace(from, end - from + 1, value);
}

// An address of its own for another form (RFC 9562, version 4).
std::string fresh_address() {
    std::random_device random;
    std::string text = "urn:uuid:";
    for (int i = 0; i < 32; ++i) {
        if (i == 8 || i == 12 || i == 16 || i == 20) text += '-';
        const unsigned digit = i == 12 ? 4u : i == 16 ? 8u | (random() & 3u) : random() & 15u;
        text += "0123456789abcdef"[digit];
    }
    return text;
}

// What a copy must not carry on: the name, the version, who answers for it, and what its form is
// called in health records.
std::string begin_anew(const content::File& file, const std::string& name) {
    std::string text = file.text;
    if (file.path == "assessment.json") {
        auto document = nlohmann::ordered_json::parse(text, nullptr, false);
        const bool is_signed = document.is_object() && document.contains("clinician_sign_off");
        if (is_signed) { // without the signature nothing may be lowered
            document.erase("clinician_sign_off");
            document.erase("lowered_while");
            for (auto& rule : document["tier_rules"])
                rule.erase("lowered");
            text = document.dump(2) + "\n";
        }
        replace_string(text, "id", nlohmann::json(name).dump());
        replace_string(text, "pack_version", "\"0.1.0\"");
    }
    if (file.path == "health-records.json")
        for (const char* address : {"questionnaire", "code_system"})
            replace_string(text, address, nlohmann::json(fresh_address()).dump());
    if (file.path.rfind("words/", 0) == 0 && file.path.find("/language.json") != std::string::npos)
        replace_string(text, "reviewed_by", "null");
    return text;
}

bool write(const fs::path& path, const std::string& text) {
    std::error_code failed;
    fs::create_directories(path.parent_path(), failed);
    std::FILE* file = failed ? nullptr : std::fopen(path.string().c_str(), "wb");
    if (file == nullptr) return false;
    const bool good = std::fwrite(text.data(), 1, text.size(), file) == text.size();
    return std::fclose(file) == 0 && good;
}

} // namespace

int new_pack_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err) {
    if (args.size() != 1 || args[0].empty() || args[0].front() == '-') {
        print(err, "usage: tautline new-pack DIR");
        return 2;
    }
    const fs::path folder = fs::path(args[0]).lexically_normal();
    const std::string name = folder.has_filename() ? folder.filename().string()
                                                   : folder.parent_path().filename().string();
    if (!is_pack_name(name)) {
        print(err, "tautline new-pack: the folder's name is the pack's: small letters, digits and "
                   "hyphens, as in my-clinic");
        return 2;
    }
    std::error_code failed;
    if (fs::exists(folder, failed) &&
        !(fs::is_directory(folder, failed) && fs::is_empty(folder, failed))) {
        print(err, "tautline new-pack: " + folder.string() + " is there already");
        return 1;
    }
    const auto files = read_content(content_folder(""));
    if (files.empty()) {
        print(err, "tautline new-pack: there is no pack to start from");
        return 1;
    }
    for (const content::File& file : files)
        if (!write(folder / file.path, begin_anew(file, name))) {
            print(err,
                  "tautline new-pack: " + (folder / file.path).string() + " could not be written");
            return 1;
        }
    print(out, folder.string() + ": " + std::to_string(files.size()) +
                   " files. Change them, then run: tautline lint " + folder.string() +
                   " && tautline verify " + folder.string() + " && tautline bundle " +
                   folder.string() + " -o content.json");
    return 0;
}

} // namespace tautline::cli
