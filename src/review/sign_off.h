// Who has signed for what (sign-off.json, and the clinician_sign_off record of assessment.json),
// and what of it still stands. A signature holds for what it was given to, by digest: what has
// changed since is signed for by nobody. Knows no clock and no files.
#pragma once

#include "base/issue.h"
#include "review/subjects.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::review {

inline constexpr std::string_view sign_off_file = "sign-off.json";

// A clinician's record makes words "reviewed"; a reader's (a translator, a native reader) says that
// the words say what the English ones do.
enum class Role : bool { clinician, reader };

struct Record {
    std::string file, pointer; // where it stands
    std::string name, role, date;
    Role as = Role::clinician;
    std::vector<std::string> scope;             // warning-sign rows
    std::map<std::string, std::string> digests; // by Subject::at; none: signed for no text
};

// The records of both files; nothing where there are none. Every problem is an issue.
std::vector<Record> read_records(const Documents& documents, Issues& issues);

// One record held against the pack as it is.
struct Standing {
    const Record* record = nullptr;
    std::size_t stands = 0;
    std::vector<std::string> changed; // signed otherwise: their sign-off has lapsed
    std::vector<std::string> gone;    // signed, and not there any more
};
std::vector<Standing> stand(const std::vector<Record>& records,
                            const std::vector<Subject>& subjects);

// What no clinician's standing signature covers: of all rules, and of this language's texts.
std::vector<std::string> unsigned_for(const std::vector<Record>& records,
                                      const std::vector<Subject>& subjects,
                                      std::string_view language);

// The clinicians by whose standing signatures every rule and every text of this language is
// covered: "name, role, date", one after the other. Empty: something is not, or nobody signed.
std::string reviewed_by(const std::vector<Record>& records, const std::vector<Subject>& subjects,
                        std::string_view language);

// A pack with its records: what the rest is asked about.
struct Signed {
    Documents documents;
    std::vector<Subject> subjects;
    std::vector<Record> records; // none while there are issues
    Issues issues;
    std::vector<std::string> languages; // English first
};
Signed look(const std::vector<content::File>& files);

// What the contract ties to clinician_sign_off holds without digests (name, role, date, scope are
// its minimum); with them only while the context rule and every eased rule are among them,
// unchanged. Places that are not.
std::vector<std::string> lapsed_contract(const Signed& pack);

} // namespace tautline::review
