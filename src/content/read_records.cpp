#include "content/read_records.h"

#include <algorithm>

namespace tautline::content {

namespace {

bool has_address(const app::Records& records, std::string_view address) {
    return records.questionnaire == address ||
           std::any_of(records.translations.begin(), records.translations.end(),
                       [&](const auto& each) { return each.questionnaire == address; });
}

} // namespace

app::Records read_records(const json::Cursor& document, const app::Library& library, bool whole) {
    app::Records records;
    if (!document.is_object({"format", "version", "questionnaire", "code_system", "loinc_notice",
                             "loinc_panels", "loinc_items"},
                            {"translations"}))
        return records;
    json::is_format(document, "tautline-health-records");
    records.questionnaire = document.text("questionnaire").value_or("");
    for (const json::Cursor& cursor : document.list("translations")) {
        if (!cursor.is_object({"language", "questionnaire"})) continue;
        const auto language = cursor.text("language"), address = cursor.text("questionnaire");
        if (!language || !address) continue;
        if (!records.form_in(*language).empty())
            cursor.member("language")
                ->note(json::quoted(*language) + " a second time",
                       "each language once, and English above");
        else if (has_address(records, *address))
            cursor.member("questionnaire")
                ->note("the address of another form", "an address of its own for each language");
        else
            records.translations.push_back({*language, *address});
    }
    records.code_system = document.text("code_system").value_or("");
    records.loinc_notice = document.text("loinc_notice").value_or("");
    for (const json::Cursor& cursor : document.list("loinc_panels")) {
        if (!cursor.is_object({"page", "code"})) continue;
        const auto page = cursor.text("page"), code = cursor.text("code");
        if (!page || !code || !whole) continue;
        if (std::none_of(library.pages.begin(), library.pages.end(),
                         [&](const auto& each) { return each.id == *page; }))
            cursor.member("page")->wrong("the id of a page");
        records.loinc_panels.push_back({*page, *code});
    }
    for (const json::Cursor& cursor : document.list("loinc_items")) {
        if (!cursor.is_object({"item", "code", "answers"})) continue;
        const auto item = cursor.text("item"), code = cursor.text("code");
        auto answers = cursor.texts("answers");
        if (!item || !code || !whole) continue;
        const auto index = library.check.item_index(*item);
        if (!index) {
            cursor.member("item")->wrong("the id of an item");
            continue;
        }
        if (answers.size() != library.check.items[*index].options.size())
            cursor.note(std::to_string(answers.size()) + " answer codes",
                        "one for each option of the item");
        records.loinc_items.push_back({*index, *code, std::move(answers)});
    }
    return records;
}

} // namespace tautline::content
