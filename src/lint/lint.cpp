#include "lint/lint.h"

#include "assess/contract.h"
#include "content/check_library.h"

#include <utility>

namespace tautline::lint {

namespace {

void add(Report& report, std::string_view check, Issues issues) {
    for (Issue& issue : issues) {
        // A reference that does not resolve is found by more than one check; once is enough.
        bool known = false;
        for (const Finding& finding : report.findings)
            known = known || finding.issue == issue;
        if (!known) report.findings.push_back({check, std::move(issue)});
    }
}

} // namespace

Report lint(std::vector<content::File> files, Look look, std::span<const LetterRange> letters,
            std::string_view today) {
    Report report;
    Issues form;
    report.exemptions = read_exemptions(files, form);
    auto packs = read_pack(std::move(files), form);
    add(report, "form", std::move(form));
    if (packs.empty()) {
        report.only_form = true;
        return report;
    }
    Pack& pack = packs.front();
    pack.can_be_shown = pack.can_be_shown && look == Look::screens_too;
    Issues contract, references;
    assess::check_contract(pack.library().check, contract);
    add(report, "contract", std::move(contract));
    content::check_references(pack.library(), references);
    add(report, "reference", std::move(references));
    const auto keep = [&](std::string_view check, Checked checked) {
        add(report, check, std::move(checked.issues));
        return checked.looked_at;
    };
    report.citations = keep("source", check_citations(pack));
    keep("must-carry", check_must_carry(pack));
    report.questions = keep("unreachable", check_reachable(pack));
    report.answers = keep("unread", check_read(pack));
    keep("words", check_languages(pack));
    if (!letters.empty()) keep("letters", check_letters(pack, letters));
    report.texts = keep("place", check_places(pack));
    // Screens can only be made of words that are all there.
    keep("wording", check_wording(pack));
    report.reading = check_reading(pack, report.exemptions);
    add(report, "reading", report.reading.issues);
    if (!today.empty()) {
        Expiry expiry = check_expiry(pack, today);
        add(report, "expiry", std::move(expiry.issues));
        for (Issue& notice : expiry.notices)
            report.notices.push_back({"expiry", std::move(notice)});
    }
    report.languages = pack.languages.size();
    for (const Language& language : pack.languages)
        if (!has_wordings(language.tag)) report.not_decided.push_back(language.tag);
    return report;
}

} // namespace tautline::lint
