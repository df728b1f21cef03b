#include "exchange/fhir.h"

#include "app/answer_words.h"
#include "assess/evaluate.h"
#include "base/date.h"
#include "base/json.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace tautline::exchange {

namespace {

using app::Library;
using assess::Item;
using Json = nlohmann::ordered_json;

constexpr const char* loinc_system = "http://loinc.org";
constexpr const char* ordinal_value = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

std::string text_of(const Json& resource) {
    return resource.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json coding(std::string_view system, std::string_view code, std::string_view display) {
    Json written;
    written["system"] = system;
    written["code"] = code;
    if (!display.empty()) written["display"] = display;
    return written;
}

const app::Records::LoincItem* loinc_of(const Library& library, std::size_t item) {
    const auto& all = library.records.loinc_items;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.item == item; });
    return found == all.end() ? nullptr : &*found;
}

// One option as the answer to its question; the same in the form and in the answers.
Json answer_coding(const Library& library, std::size_t item, std::size_t option) {
    const Item& asked = library.check.items[item];
    const std::string words = app::option_words(library, {item, option});
    if (const auto* loinc = loinc_of(library, item))
        return coding(loinc_system, loinc->answers[option], words);
    return coding(library.records.code_system, asked.id + "." + asked.options[option].id, words);
}

// The question as it is asked, with the parts that one "Yes" is enough for.
std::string question(const Library& library, std::size_t item) {
    const std::string words = "item." + library.check.items[item].id;
    std::string text = library.words.text(words + ".question");
    if (library.words.has(words + ".parts"))
        for (const std::string& part : library.words.list(words + ".parts"))
            text += " • " + part;
    return text;
}

std::string page_link(const Library::CheckPage& page) {
    return "page." + page.id;
}

std::string page_title(const Library& library, const Library::CheckPage& page) {
    return library.words.text("page." + page.id + ".title");
}

Json display_item(std::string link, std::string text) {
    Json item;
    item["linkId"] = std::move(link);
    item["text"] = std::move(text);
    item["type"] = "display";
    return item;
}

// "Asked only while that one holds any of these."
void write_enable_when(const Library& library, std::size_t item, Json& written) {
    for (const assess::ShownWhile& rule : library.check.shown_while) {
        if (rule.item != item) continue;
        for (std::size_t option = 0; rule.condition.options >> option != 0; ++option) {
            if ((rule.condition.options >> option & 1u) == 0) continue;
            Json when;
            when["question"] = library.check.items[rule.condition.item].id;
            when["operator"] = "=";
            when["answerCoding"] = answer_coding(library, rule.condition.item, option);
            written["enableWhen"].push_back(std::move(when));
        }
        written["enableBehavior"] = "any";
    }
}

Json question_item(const Library& library, std::size_t index) {
    const Item& item = library.check.items[index];
    const auto* loinc = loinc_of(library, index);
    Json written;
    written["linkId"] = item.id;
    written["code"] = Json::array();
    if (loinc) written["code"].push_back(coding(loinc_system, loinc->code, ""));
    written["code"].push_back(
        coding(library.records.code_system, item.id, app::short_words(library, index)));
    written["text"] = question(library, index);
    written["type"] = "choice";
    write_enable_when(library, index, written);
    written["required"] = false;
    written["repeats"] = item.kind == assess::Kind::many;
    for (std::size_t option = 0; option < item.options.size(); ++option) {
        Json choice;
        if (loinc) // of the scale: 0 to 3
            choice["extension"] = Json::array({{{"url", ordinal_value}, {"valueDecimal", option}}});
        choice["valueCoding"] = answer_coding(library, index, option);
        written["answerOption"].push_back(std::move(choice));
    }
    return written;
}

Json page_item(const Library& library, const Library::CheckPage& page) {
    Json written;
    written["linkId"] = page_link(page);
    for (const auto& panel : library.records.loinc_panels)
        if (panel.page == page.id)
            written["code"] = Json::array({coding(loinc_system, panel.code, "")});
    written["text"] = page_title(library, page);
    written["type"] = "group";
    Json& items = written["item"] = Json::array();
    if (page.optional) {
        items.push_back(display_item(page_link(page) + ".stem", library.words.text("phq4.stem")));
        items.push_back(
            display_item(page_link(page) + ".credit", library.words.text("phq4.credit")));
    }
    for (const std::size_t item : page.items)
        items.push_back(question_item(library, item));
    return written;
}

Json narrative(const char* status, const std::vector<std::string>& paragraphs) {
    std::string div = "<div xmlns=\"http://www.w3.org/1999/xhtml\">";
    for (const std::string& text : paragraphs)
        div += "<p>" + escape_markup(text) + "</p>";
    Json written;
    written["status"] = status;
    written["div"] = div + "</div>";
    return written;
}

// What every resource of the pack begins with.
Json conformance(const Library& library, const char* type, std::string_view url, const char* name) {
    Json resource;
    resource["resourceType"] = type;
    resource["language"] = library.words.language;
    resource["text"] = narrative(
        "generated", {library.words.text("summary.sheet"), library.words.text("summary.not")});
    resource["url"] = url;
    resource["version"] = library.check.version;
    resource["name"] = name;
    resource["title"] = library.words.text("check.title");
    // Nobody with a clinician's licence has answered for it yet.
    resource["status"] = library.words.reviewed_by.empty() ? "draft" : "active";
    resource["experimental"] = false;
    resource["publisher"] = library.words.text("name");
    resource["description"] = library.words.text("summary.not");
    return resource;
}

// What whoever opens a record by hand reads first: the advice, never a comparison; and which
// warning signs it says nothing about.
std::vector<std::string> first_words(const Library& library, const assess::Answers& answers) {
    const assess::Result result = assess::evaluate(library.check, answers);
    const std::string tier = "tier." + std::string(assess::name(result.care)) + ".name";
    std::vector<std::string> words{
        fill(library.words.text("summary.care"), {{"care", library.words.text(tier)}})};
    std::string open;
    for (const std::size_t sign : result.warning_signs_open)
        open += (open.empty() ? "" : " · ") + app::short_words(library, sign);
    if (!open.empty())
        words.push_back(fill(library.words.text("summary.signs.open"), {{"signs", open}}));
    words.push_back(library.words.text("summary.sheet"));
    words.push_back(library.words.text("summary.not"));
    return words;
}

std::string form_address(const Library& library) {
    return library.records.form_in(library.words.language);
}

// What the other languages call a code; where English stands in for one of them it calls it
// nothing.
void add_designations(std::span<const Library> languages, const std::string& key, Json& concept_) {
    for (const Library& other : languages.subspan(1))
        if (other.words.has(key) && !other.words.is_borrowed(key))
            concept_["designation"].push_back(
                {{"language", other.words.language}, {"value", other.words.text(key)}});
}

bool is_hidden(const Library& library, const assess::Answers& answers, std::size_t item) {
    return !assess::is_shown(library.check, answers, item);
}

} // namespace

Result<std::string, Issues> write_questionnaire(const Library& library) {
    const std::string address = form_address(library);
    if (address.empty())
        return Failure{Issues{{"health-records.json", "/translations",
                               "no address for the form in " + json::quoted(library.words.language),
                               "an address of its own for each language"}}};
    Json resource = conformance(library, "Questionnaire", address, "TautlineSelfCheck");
    if (address != library.records.questionnaire)
        resource["derivedFrom"] =
            Json::array({library.records.questionnaire + "|" + library.check.version});
    resource["copyright"] = library.words.text("phq4.credit") + " " + library.records.loinc_notice;
    resource["subjectType"] = Json::array({"Patient"});
    for (const Library::CheckPage& page : library.pages)
        resource["item"].push_back(page_item(library, page));
    return text_of(resource);
}

std::string write_code_system(std::span<const Library> languages) {
    const Library& library = languages.front();
    Json resource =
        conformance(library, "CodeSystem", library.records.code_system, "TautlineSelfCheckCodes");
    resource["caseSensitive"] = true;
    resource["content"] = "complete";
    std::size_t count = 0;
    Json concepts = Json::array();
    for (std::size_t index = 0; index < library.check.items.size(); ++index) {
        const Item& item = library.check.items[index];
        Json entry;
        entry["code"] = item.id;
        entry["display"] = app::short_words(library, index);
        entry["definition"] = question(library, index);
        add_designations(languages, app::short_key(library, index), entry);
        ++count;
        for (std::size_t option = 0; option < item.options.size(); ++option) {
            if (loinc_of(library, index)) break; // LOINC's codes stand for them
            Json answer;
            answer["code"] = item.id + "." + item.options[option].id;
            answer["display"] = app::option_words(library, {index, option});
            add_designations(languages, app::option_key(library, {index, option}), answer);
            entry["concept"].push_back(std::move(answer));
            ++count;
        }
        concepts.push_back(std::move(entry));
    }
    resource["count"] = count;
    resource["concept"] = std::move(concepts);
    return text_of(resource);
}

Result<std::string, Issues> write_response(const Library& library, const assess::Answers& answers,
                                           Mood mood, std::string_view date) {
    Issues issues;
    Json resource;
    resource["resourceType"] = "QuestionnaireResponse";
    resource["language"] = library.words.language;
    resource["text"] = narrative("additional", first_words(library, answers));
    if (const std::string form = form_address(library); !form.empty())
        resource["questionnaire"] = form + "|" + library.check.version;
    resource["status"] = "completed";
    if (is_date(date))
        resource["authored"] = date;
    else if (!date.empty())
        issues.push_back({"", "/authored", json::quoted(date), "a date like \"2026-11-22\""});
    for (const Library::CheckPage& page : library.pages) {
        Json items = Json::array();
        for (const std::size_t index : page.items) {
            const Item& item = library.check.items[index];
            if (!is_answered(answers, index)) continue;
            if (item.group == assess::Group::phq4 && mood == Mood::leave_out) continue;
            if (is_hidden(library, answers, index)) {
                issues.push_back({"", "/answers/" + item.id, "an answer to a question not asked",
                                  "no answer, or the one that opens the question"});
                continue;
            }
            Json written;
            written["linkId"] = item.id;
            written["text"] = question(library, index);
            for (std::size_t option = 0; option < item.options.size(); ++option)
                if (answers.chosen[index] >> option & 1u)
                    written["answer"].push_back(
                        {{"valueCoding", answer_coding(library, index, option)}});
            items.push_back(std::move(written));
        }
        if (items.empty()) continue;
        Json group;
        group["linkId"] = page_link(page);
        group["text"] = page_title(library, page);
        group["item"] = std::move(items);
        resource["item"].push_back(std::move(group));
    }
    // A scale that this language lacks is on no page, and what was answered must not get lost.
    if (mood != Mood::leave_out)
        for (std::size_t index = 0; index < library.check.items.size(); ++index) {
            const auto holds = [&](const Library::CheckPage& page) {
                return std::find(page.items.begin(), page.items.end(), index) != page.items.end();
            };
            if (is_answered(answers, index) &&
                std::none_of(library.pages.begin(), library.pages.end(), holds))
                issues.push_back({"", "/answers/" + library.check.items[index].id,
                                  "an answer to a question that this language does not have",
                                  "the language in which it was asked"});
        }
    if (!issues.empty()) return Failure{std::move(issues)};
    return text_of(resource);
}

} // namespace tautline::exchange
