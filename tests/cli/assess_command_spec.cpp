// `tautline assess` and `tautline verify` as functions; tests/cli/program.test.mjs starts the
// program itself.
#include "cli/assess_command.h"
#include "cli/verify_command.h"
#include "support/read_file.h"

#include <catch_amalgamated.hpp>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

using namespace tautline;
using namespace tautline::test;

namespace {

struct Run {
    int status = 0;
    std::string out, err;
};

std::string contents(std::FILE* file) {
    std::string text;
    std::rewind(file);
    for (int byte = std::fgetc(file); byte != EOF; byte = std::fgetc(file))
        text += static_cast<char>(byte);
    std::fclose(file);
    return text;
}

using Command = int (*)(std::span<const std::string_view>, std::FILE*, std::FILE*);

Run run(Command command, std::vector<std::string_view> args) {
    std::FILE* out = std::tmpfile();
    std::FILE* err = std::tmpfile();
    REQUIRE(out != nullptr);
    REQUIRE(err != nullptr);
    Run result;
    result.status = command(args, out, err);
    result.out = contents(out);
    result.err = contents(err);
    return result;
}

const std::string content = TAUTLINE_SOURCE_DIR "/content";
const std::string answers = TAUTLINE_SOURCE_DIR "/tests/data/answers";

} // namespace

TEST_CASE("assess writes the result of a file", "[cli][assess]") {
    for (const std::string& name : names_in("tests/data/answers", ".result.json")) {
        const std::string file = answers + "/" + name.substr(0, name.size() - 12) + ".json";
        const Run result = run(cli::assess_command, {file, "--content", content});
        INFO(name);
        CHECK(result.status == 0);
        CHECK(result.err.empty());
        CHECK(result.out == read_file("tests/data/answers/" + name));
    }
}

TEST_CASE("assess names every problem of bad answers and writes no result", "[cli][assess]") {
    for (const std::string& name : names_in("tests/data/answers/bad", ".json")) {
        const std::string file = answers + "/bad/" + name;
        const Run result = run(cli::assess_command, {"--content", content, file});
        INFO(name);
        CHECK(result.status == 2);
        CHECK(result.out.empty());
        std::string expected =
            read_file("tests/data/answers/bad/" + name.substr(0, name.size() - 5) + ".issues.txt");
        for (std::size_t at = expected.rfind(name + "#"); at != std::string::npos;
             at = at == 0 ? std::string::npos : expected.rfind(name + "#", at - 1))
            expected.insert(at, answers + "/bad/");
        CHECK(result.err == expected);
    }
}

TEST_CASE("A batch answers each line in its place and says in its status that one was bad",
          "[cli][assess]") {
    const std::string path = TAUTLINE_SOURCE_DIR "/tests/data/answers/batch.jsonl";
    const Run result = run(cli::assess_command, {"--batch", path, "--content", content});
    CHECK(result.status == 2);
    CHECK(result.err.empty());
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < result.out.size();) {
        const std::size_t end = result.out.find('\n', from);
        REQUIRE(end != std::string::npos);
        lines.push_back(result.out.substr(from, end - from));
        from = end + 1;
    }
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].find("\"pattern\":\"not-enough\"") != std::string::npos);
    CHECK(lines[1] ==
          R"({"format":"tautline-error","line":2,"problems":[{"pointer":"/answers/rash",)"
          R"("found":"\"perhaps\"","allowed":"one of \"yes\", \"no\", \"unsure\""}]})");
    CHECK(lines[2].rfind(R"({"format":"tautline-error","line":3,"problems":[{"pointer":"")", 0) ==
          0);
    CHECK(lines[3].find("\"care\":\"emergency\"") != std::string::npos);
}

TEST_CASE("assess refuses options it does not know, and files that are not there",
          "[cli][assess]") {
    const std::string file = answers + "/example.json";
    const std::vector<std::vector<std::string_view>> wrong = {
        {}, {"--batch"}, {file, "--fast"}, {file, file}, {file, "--content"}, {"--help"}};
    for (const auto& args : wrong) {
        const Run result = run(cli::assess_command, args);
        CHECK(result.status == 2);
        CHECK(result.out.empty());
        CHECK(result.err.rfind("usage: tautline assess", 0) == 0);
    }
    const Run missing =
        run(cli::assess_command, {answers + "/no-such-file.json", "--content", content});
    CHECK(missing.status == 2);
    CHECK(missing.out.empty());
    CHECK(missing.err.find("no-such-file.json") != std::string::npos);
    const Run no_content = run(cli::assess_command, {file, "--content", answers});
    CHECK(no_content.status == 1);
    CHECK(no_content.out.empty());
}

TEST_CASE("A folder in the place of a file is refused, not read as an empty one", "[cli][assess]") {
    const Run result = run(cli::assess_command, {answers, "--content", content});
    CHECK(result.status == 2);
    CHECK(result.out.empty());
    CHECK_FALSE(result.err.empty());
}

TEST_CASE("verify prints one line for each rule", "[cli][verify]") {
    const Run result = run(cli::verify_command, {"--content", content});
    CHECK(result.status == 0);
    CHECK(result.err.empty());
    for (const char* rule :
         {"P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10", "P11", "P12"})
        CHECK(("\n" + result.out).find(std::string("\n") + rule + " holds: ") != std::string::npos);
    CHECK(result.out.find("14757395258967641292800000000000") != std::string::npos);
    CHECK(run(cli::verify_command, {"--fast"}).status == 2);
    CHECK(run(cli::verify_command, {answers + "/bad/no-such-pack"}).status == 2);
}
