#include "cli/pack_files.h"

#include "cli/composed.h"
#include "cli/files.h"
#include "cli/print.h"
#include "content/pack_names.h"
#include "review/settle.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace tautline::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_bytes = 4 * 1024 * 1024;

class Folder {
public:
    explicit Folder(const std::string& root) : root_{root} {}

    PackFiles read() {
        each("", [&](const std::string& name, const fs::file_status& is) {
            if (name == "schema" || name == "words") {
                if (!is_folder(name, is)) return;
                if (name == "words")
                    read_words();
                else
                    each("schema/", [&](const std::string& path, const fs::file_status& file) {
                        read_one(path, file);
                    });
            } else {
                read_one(name, is);
            }
        });
        std::sort(found_.files.begin(), found_.files.end(),
                  [](const auto& a, const auto& b) { return a.path < b.path; });
        std::sort(found_.passed_over.begin(), found_.passed_over.end());
        return std::move(found_);
    }

private:
    // Every name in a folder of the pack ("" or "words/"), and what it leads to.
    template <typename Use>
    void each(const std::string& folder, Use use) {
        std::error_code failed;
        fs::directory_iterator entry(root_ + "/" + folder, failed);
        for (; !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
            std::error_code unknown; // then use() finds out
            use(folder + entry->path().filename().string(), entry->status(unknown));
        }
        if (failed) unreadable(folder.empty() ? root_ : folder, failed.message());
    }

    void read_words() {
        each("words/", [&](const std::string& path, const fs::file_status& is) {
            if (!content::is_language_tag(std::string_view(path).substr(6))) {
                pass_over(path, is);
            } else if (is_folder(path, is)) {
                read_language(path + "/");
            }
        });
    }

    void read_language(const std::string& folder) {
        const std::string later = folder + "later";
        each(folder, [&](const std::string& file, const fs::file_status& kind) {
            if (file != later)
                read_one(file, kind);
            else if (is_folder(file, kind))
                each(later + "/", [&](const std::string& word, const fs::file_status& is) {
                    read_one(word, is);
                });
        });
    }

    void read_one(const std::string& path, const fs::file_status& is) {
        const bool is_packs =
            content::is_table(path) || content::is_words(path) || content::is_for_authors(path);
        if (!is_packs) {
            if (!content::is_document(path)) pass_over(path, is);
        } else if (exists_as(path, is, fs::file_type::regular, "an ordinary file")) {
            if (auto text = read_file(root_ + "/" + path, most_bytes))
                found_.files.push_back({path, composed(*text)});
            else
                unreadable(path, std::strerror(errno));
        }
    }

    bool is_folder(const std::string& path, const fs::file_status& is) {
        return exists_as(path, is, fs::file_type::directory, "a folder");
    }

    // Not opened to find out: a pipe would wait for somebody to write.
    bool exists_as(const std::string& path, const fs::file_status& is, fs::file_type wanted,
                   const char* expected) {
        if (is.type() == wanted) return true;
        if (is.type() == fs::file_type::not_found)
            unreadable(path, "a link to nothing", expected);
        else if (is.type() == fs::file_type::none)
            unreadable(path, "what can't be looked at", expected);
        else if (is.type() == fs::file_type::directory)
            unreadable(path, "a folder", expected);
        else if (is.type() == fs::file_type::regular)
            unreadable(path, "a file", expected);
        else
            unreadable(path, "a device or a pipe", expected);
        return false;
    }

    void unreadable(const std::string& path, std::string found,
                    std::string expected = "what can be read") {
        found_.unreadable.push_back({path, "", std::move(found), std::move(expected)});
    }

    void pass_over(const std::string& path, const fs::file_status& is) {
        found_.passed_over.push_back(path + (fs::is_directory(is) ? "/" : ""));
    }

    std::string root_;
    PackFiles found_;
};

} // namespace

PackFiles read_pack_files(const std::string& folder) {
    return Folder(folder).read();
}

std::optional<PackFiles> read_pack(const std::string& folder, std::string_view command,
                                   std::FILE* err, int& status) {
    std::error_code failed;
    if (const auto is = fs::status(folder, failed); !fs::is_directory(is)) {
        complain(err, command,
                 fs::exists(is) ? folder + " is no folder of content"
                                : "there is no folder " + folder);
        status = 2;
        return std::nullopt;
    }
    PackFiles pack = read_pack_files(folder);
    std::string names;
    for (const std::string& name : pack.passed_over)
        names += (names.empty() ? "" : ", ") + name;
    if (!names.empty()) complain(err, command, "passed over in " + folder + ": " + names);
    print(err, pack.unreadable);
    status = 1;
    if (!pack.unreadable.empty()) return std::nullopt;
    if (!pack.files.empty()) {
        pack.written = pack.files;
        review::Settled settled = review::settle(std::move(pack.files));
        pack.files = std::move(settled.files);
        for (const std::string& line : settled.told)
            complain(err, command, line);
        return pack;
    }
    complain(err, command, "no content in " + folder);
    return std::nullopt;
}

} // namespace tautline::cli
