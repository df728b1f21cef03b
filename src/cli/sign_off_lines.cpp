#include "cli/sign_off_lines.h"

#include "base/text.h"
#include "cli/print.h"

#include <algorithm>

namespace tautline::cli {

namespace {

constexpr std::size_t most_named = 12;

void print_places(std::FILE* out, const char* what, const std::vector<std::string>& places) {
    for (std::size_t i = 0; i < std::min(most_named, places.size()); ++i)
        print(out, "    " + std::string(what) + on_one_line(places[i]));
    if (places.size() > most_named)
        print(out,
              "    " + std::string(what) + std::to_string(places.size() - most_named) + " more");
}

void print_record(std::FILE* out, const review::Standing& one) {
    const review::Record& record = *one.record;
    const bool reader = record.as == review::Role::reader;
    std::string line = "Signed by " + record.name + ", " + record.role + ", " + record.date +
                       (reader ? ", as a reader" : "") + ": ";
    if (record.digests.empty())
        line += "no digests, so for no text";
    else
        line +=
            std::to_string(one.stands) + " of " + std::to_string(record.digests.size()) + " stand";
    print(out, on_one_line(line));
    print_places(out, "lapsed, changed since: ", one.changed);
    print_places(out, "lapsed, not there any more: ", one.gone);
}

} // namespace

void print_sign_offs(std::FILE* out, const review::Signed& pack) {
    for (const Issue& issue : pack.issues)
        print(out, "Sign-offs count for nothing: " + to_text(issue));
    if (pack.records.empty()) {
        print(out, "Nobody has signed for this pack (tautline review makes the page for it).");
        return;
    }
    for (const review::Standing& one : stand(pack.records, pack.subjects))
        print_record(out, one);
    for (const std::string& language : pack.languages) {
        const auto open = unsigned_for(pack.records, pack.subjects, language);
        if (open.empty()) {
            print(out, on_one_line("Reviewed, " + language + ": " +
                                   reviewed_by(pack.records, pack.subjects, language)));
            continue;
        }
        print(out, "Not reviewed, " + language + ": no clinician has signed for " +
                       std::to_string(open.size()) + " texts and rules as they are");
        print_places(out, "", open);
    }
}

} // namespace tautline::cli
