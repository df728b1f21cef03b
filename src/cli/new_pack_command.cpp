#include "cli/new_pack_command.h"

#include "base/text.h"
#include "cli/files.h"
#include "cli/pack_files.h"
#include "cli/print.h"
#include "cli/write_file.h"
#include "review/sign_off.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <random>
#include <string>
#include <sys/stat.h>
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

// Every address of a form or of codes; the rest stays as its authors laid it out.
void refresh_addresses(std::string& text) {
    for (const std::string_view member : {"\"questionnaire\":", "\"code_system\":"})
        for (std::size_t at = text.find(member); at != std::string::npos;
             at = text.find(member, at + 1)) {
            const std::size_t from = text.find('"', at + member.size());
            const std::size_t end = text.find('"', std::min(from, text.size() - 1) + 1);
            if (end == std::string::npos) return;
            text.replace(from + 1, end - from - 1, fresh_address());
        }
}

// What a copy must not carry on: the name, the version, who answers for it, and what its form is
// called in health records.
std::string begin_anew(const content::File& file, const std::string& name) {
    std::string text = file.text;
    if (file.path == "assessment.json") {
        auto document = nlohmann::ordered_json::parse(text, nullptr, false);
        const bool is_signed = document.is_object() && document.contains("clinician_sign_off");
        if (is_signed) { // without the signature nothing may be eased beyond the contract
            document.erase("clinician_sign_off");
            document.erase("context_rule");
            for (auto& rule : document["tier_rules"])
                rule.erase("eased");
            text = document.dump(2) + "\n";
        }
        replace_string(text, "id", nlohmann::json(name).dump());
        replace_string(text, "pack_version", "\"0.1.0\"");
    }
    if (file.path == "health-records.json") refresh_addresses(text);
    if (file.path.rfind("words/", 0) == 0 && file.path.find("/language.json") != std::string::npos)
        replace_string(text, "reviewed_by", "null");
    return text;
}

// The folder under a name of its own until it is whole; taken away again when it does not come to
// that.
class Unfinished {
public:
    explicit Unfinished(const fs::path& folder) : folder_{folder} {
        fs::path beside = folder;
        if (!beside.has_filename()) beside = beside.parent_path();
        std::error_code failed;
        if (beside.has_parent_path()) fs::create_directories(beside.parent_path(), failed);
        std::string name = (beside.parent_path() / ".tautline-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) return;
        made_ = name;
        const fs::perms usual =
            fs::is_directory(folder) ? fs::status(folder).permissions() : usual_permissions();
        fs::permissions(made_, usual, failed);
    }
    ~Unfinished() {
        std::error_code failed;
        if (!made_.empty()) fs::remove_all(made_, failed);
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    // Why it could not be done; nothing when it was.
    std::optional<std::string> add(const std::string& path, const std::string& text) {
        std::error_code failed;
        if (made_.empty()) return std::strerror(errno);
        fs::create_directories((made_ / path).parent_path(), failed);
        return failed ? failed.message() : write_file((made_ / path).string(), text);
    }
    std::optional<std::string> finish() {
        std::error_code failed;
        fs::rename(made_, folder_, failed); // over an empty folder, too
        if (failed) return failed.message();
        made_.clear();
        return std::nullopt;
    }

private:
    static fs::perms usual_permissions() {
        const mode_t mask = ::umask(0);
        ::umask(mask);
        return static_cast<fs::perms>(0777 & ~mask);
    }

    fs::path folder_, made_;
};

} // namespace

int new_pack_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err) {
    Arguments given(args, {}, 1);
    if (given.good() && given.operand(0).empty()) given.refuse("no folder is named");
    if (!given.good()) return given.say(new_pack_usage, err);
    std::error_code failed;
    fs::path folder = fs::path(given.operand(0)).lexically_normal();
    const std::string name = folder.has_filename() ? folder.filename().string()
                                                   : folder.parent_path().filename().string();
    if (!is_pack_name(name)) {
        complain(err, "new-pack",
                 "the folder's name is the pack's: small letters, digits and hyphens, as in "
                 "my-clinic");
        return 2;
    }
    if (fs::is_symlink(folder, failed)) folder = fs::weakly_canonical(folder, failed);
    const auto is = fs::symlink_status(folder, failed);
    if (fs::exists(is) && !(fs::is_directory(is) && fs::is_empty(folder, failed))) {
        complain(err, "new-pack", folder.string() + " is there already");
        return 1;
    }
    int status = 0;
    const auto pack = read_pack(content_folder(""), "new-pack", err, status);
    if (!pack) return 1;
    Unfinished made(folder);
    std::optional<std::string> problem;
    std::size_t count = 0;
    for (const content::File& file : pack->written)
        if (!problem && file.path != review::sign_off_file && ++count > 0)
            problem = made.add(file.path, begin_anew(file, name));
    if (!problem) problem = made.finish();
    if (problem) {
        complain(err, "new-pack", folder.string() + " could not be written: " + *problem);
        return 1;
    }
    const std::string word = as_word(folder.string());
    print(out, on_one_line(folder.string()) + ": " + std::to_string(count) +
                   " files. Change them, then run: tautline lint " + word + " && tautline verify " +
                   word + " && tautline bundle " + word + " -o content.json");
    return finish(out, err, "new-pack", 0);
}

} // namespace tautline::cli
