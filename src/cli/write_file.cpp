#include "cli/write_file.h"

#include "cli/print.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace tautline::cli {

namespace {

namespace fs = std::filesystem;

// Signals wait until the file is whole or gone, so that none leaves a half one behind.
class WithoutSignals {
public:
    WithoutSignals() {
        sigset_t all;
        sigfillset(&all);
        sigprocmask(SIG_SETMASK, &all, &before_);
    }
    ~WithoutSignals() { sigprocmask(SIG_SETMASK, &before_, nullptr); }
    WithoutSignals(const WithoutSignals&) = delete;
    WithoutSignals& operator=(const WithoutSignals&) = delete;

private:
    sigset_t before_;
};

// All functions below: 0, or the number of the error.
int write_all(int file, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

int write_through(const std::string& path, std::string_view text) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0) return errno;
    const int failed = write_all(file, text);
    return ::close(file) != 0 && failed == 0 ? errno : failed;
}

// The file that a chain of links comes to, which need not be there.
int follow_links(std::string& path) {
    for (int links = 0; links < 40; ++links) {
        std::error_code failed;
        const fs::path to = fs::read_symlink(path, failed);
        if (failed) return 0;
        path = (fs::path(path).parent_path() / to).string(); // an absolute one stands alone
    }
    return ELOOP;
}

mode_t usual_mode() {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

// What the new file takes over from the one whose place it takes.
int dress(int file, const struct stat* before) {
    if (before == nullptr) return ::fchmod(file, usual_mode()) == 0 ? 0 : errno;
    // Who may not give files away keeps it; before the mode, because this takes bits of it away.
    if (::fchown(file, before->st_uid, before->st_gid) != 0 && errno != EPERM) return errno;
    return ::fchmod(file, before->st_mode & 07777) == 0 ? 0 : errno;
}

int write_and_close(int file, std::string_view text, const struct stat* before) {
    int failed = dress(file, before);
    if (failed == 0) failed = write_all(file, text);
    // Some file systems can't be asked to wait for the disk.
    if (failed == 0 && ::fsync(file) != 0 && errno != EINVAL && errno != ENOTSUP) failed = errno;
    if (::close(file) != 0 && failed == 0) failed = errno;
    return failed;
}

int replace(std::string path, std::string_view text, const struct stat* before) {
    if (const int failed = follow_links(path)) return failed;
    if (before != nullptr && ::access(path.c_str(), W_OK) != 0) return errno;
    const std::string folder = fs::path(path).parent_path().string();
    // Short, because the file's own name may be as long as names may be.
    std::string name = (folder.empty() ? "." : folder) + "/.tautline-XXXXXX";
    const WithoutSignals quiet;
    const int file = ::mkostemp(name.data(), O_CLOEXEC);
    if (file < 0) return errno;
    int failed = write_and_close(file, text, before);
    if (failed == 0 && ::rename(name.c_str(), path.c_str()) != 0) failed = errno;
    if (failed != 0) ::unlink(name.c_str());
    return failed;
}

} // namespace

std::optional<std::string> write_file(const std::string& path, std::string_view text) {
    struct stat before {};
    int failed = 0;
    if (::stat(path.c_str(), &before) != 0)
        failed = errno == ENOENT ? replace(path, text, nullptr) : errno;
    else if (S_ISDIR(before.st_mode))
        failed = EISDIR;
    else if (S_ISREG(before.st_mode))
        failed = replace(path, text, &before);
    else
        failed = write_through(path, text);
    if (failed == 0) return std::nullopt;
    return std::string(std::strerror(failed));
}

int write_result(std::string_view path, std::string_view text, std::FILE* out, std::FILE* err,
                 std::string_view command) {
    if (path.empty() || path == "-" || path == "/dev/stdout") {
        std::fwrite(text.data(), 1, text.size(), out);
        return finish(out, err, command, 0);
    }
    const auto failed = write_file(std::string(path), text);
    if (failed) complain(err, command, std::string(path) + " could not be written: " + *failed);
    return failed ? 1 : 0;
}

namespace {

bool is_same(const struct stat& a, const struct stat& b) {
    return S_ISREG(a.st_mode) && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

} // namespace

bool is_same_file(const std::string& a, const std::string& b) {
    struct stat first {
    }, second{};
    return ::stat(a.c_str(), &first) == 0 && ::stat(b.c_str(), &second) == 0 &&
           is_same(first, second);
}

bool is_same_file(std::FILE* a, std::FILE* b) {
    struct stat first {
    }, second{};
    return ::fstat(::fileno(a), &first) == 0 && ::fstat(::fileno(b), &second) == 0 &&
           is_same(first, second);
}

} // namespace tautline::cli
