#include "base/hash.h"
#include "cli/simulate_command.h"

#include <algorithm>
#include <array>
#include <catch_amalgamated.hpp>
#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

using namespace tautline;

namespace {

struct Run {
    int status = 0;
    std::string out, err;
    std::vector<std::string> lines() const {
        std::vector<std::string> all;
        std::size_t from = 0;
        while (from < out.size()) {
            const std::size_t end = out.find('\n', from);
            all.push_back(out.substr(from, end - from));
            from = end + 1;
        }
        return all;
    }
};

std::string contents(std::FILE* file) {
    std::string text(static_cast<std::size_t>(std::ftell(file)), '\0');
    std::rewind(file);
    const std::size_t read = std::fread(text.data(), 1, text.size(), file);
    REQUIRE(read == text.size());
    std::fclose(file);
    return text;
}

Run simulate(std::vector<std::string_view> args) {
    std::FILE* out = std::tmpfile();
    std::FILE* err = std::tmpfile();
    REQUIRE(out != nullptr);
    REQUIRE(err != nullptr);
    Run run;
    run.status = cli::simulate_command(args, out, err);
    run.out = contents(out);
    run.err = contents(err);
    return run;
}

struct Plan {
    std::string_view model, minutes, every;
};

// Each model over some of its own steps.
constexpr std::array<Plan, 9> all_models{{{"alarm", "120", "3600"},
                                          {"muscle", "120", "3600"},
                                          {"cortisol", "120", "3600"},
                                          {"sensitivity", "120", "3600"},
                                          {"gate", "2", "60"},
                                          {"glands", "2880", "86400"},
                                          {"inflammation", "2880", "86400"},
                                          {"body", "120", "3600"},
                                          {"weeks", "79200", "864000"}}};

double column(const std::string& line, int index) {
    std::size_t from = 0;
    for (int i = 0; i < index; ++i)
        from = line.find(',', from) + 1;
    return std::strtod(line.c_str() + from, nullptr);
}

} // namespace

TEST_CASE("Every model writes a header with units and as many numbers in every row",
          "[cli][simulate]") {
    for (const Plan& plan : all_models) {
        INFO(plan.model);
        const Run run = simulate({"--model", plan.model, "--minutes", plan.minutes, "--csv"});
        CHECK(run.status == 0);
        CHECK(run.err.empty());
        const std::vector<std::string> lines = run.lines();
        REQUIRE(lines.size() >= 3);
        CHECK((lines[0].starts_with("time_") || lines[0].starts_with("day,")));
        const auto commas = std::count(lines[0].begin(), lines[0].end(), ',');
        for (const std::string& line : lines) {
            CHECK(std::count(line.begin(), line.end(), ',') == commas);
            if (&line != &lines[0]) {
                CHECK(line.find_first_not_of("0123456789.,-") == std::string::npos);
            }
        }
    }
}

TEST_CASE("Rows come from the start to the end, every so many seconds", "[cli][simulate]") {
    const std::vector<std::string> lines =
        simulate({"--model", "muscle", "--minutes", "2", "--csv", "--every", "30"}).lines();
    REQUIRE(lines.size() == 1 + 5);
    for (int i = 0; i < 5; ++i) {
        CHECK(column(lines[static_cast<std::size_t>(i) + 1], 0) == 30 * i);
    }
}

TEST_CASE("An hour of shoulder effort ends with the published tired share", "[cli][simulate]") {
    const std::vector<std::string> lines =
        simulate({"--model", "muscle", "--minutes", "60", "--csv", "--set", "load_percent=5",
                  "--set", "group=shoulder"})
            .lines();
    CHECK(std::abs(column(lines.back(), 4) - 0.54) < 0.01);
}

TEST_CASE("A parameter set for a muscle group stays, whatever the order", "[cli][simulate]") {
    const Run before = simulate({"--model", "muscle", "--minutes", "5", "--csv", "--set",
                                 "fatigue_per_s=0.02", "--set", "group=general"});
    const Run after = simulate({"--model", "muscle", "--minutes", "5", "--csv", "--set",
                                "group=general", "--set", "fatigue_per_s=0.02"});
    const Run plain =
        simulate({"--model", "muscle", "--minutes", "5", "--csv", "--set", "group=general"});
    CHECK(before.out == after.out);
    CHECK(before.out != plain.out);
}

TEST_CASE("Stressors are put where they are asked for", "[cli][simulate]") {
    const std::vector<std::string> lines =
        simulate({"--model", "cortisol", "--minutes", "1440", "--csv", "--every", "60", "--set",
                  "stressor_hours=10,13.5"})
            .lines();
    REQUIRE(lines.size() == 1442);
    CHECK(column(lines[1 + 599], 1) == 0);
    CHECK(column(lines[1 + 600], 1) == 1);
    CHECK(column(lines[1 + 615], 1) == 0);
    CHECK(column(lines[1 + 810], 1) == 1);
    const Run none =
        simulate({"--model", "cortisol", "--minutes", "1440", "--csv", "--set", "stressor_hours="});
    CHECK(none.status == 0);
    for (const std::string& line : none.lines())
        CHECK(column(line, 4) == 0);
}

TEST_CASE("Equal options give equal bytes, on every system", "[cli][simulate][golden]") {
    std::uint64_t bits = fnv1a_64_start;
    for (std::string_view model : {"alarm", "muscle", "cortisol", "sensitivity"}) {
        const Run run =
            simulate({"--model", model, "--minutes", "2880", "--csv", "--every", "600"});
        CHECK(run.out ==
              simulate({"--every", "600", "--csv", "--minutes", "2880", "--model", model}).out);
        bits = fnv1a_64(run.out.data(), run.out.size(), bits);
    }
    CHECK(bits == 0x652acfcb80a294b2ull);
}

TEST_CASE("Sixty days of demand two end with the published glands", "[cli][simulate]") {
    const std::vector<std::string> lines =
        simulate({"--model", "glands", "--minutes", "288000", "--csv"}).lines();
    REQUIRE(lines.size() == 1 + 201);
    CHECK(std::abs(column(lines[1 + 59], 2) - 1.87) < 0.01);
    CHECK(std::abs(column(lines[1 + 61], 3) - 0.90) < 0.01);
    CHECK(std::abs(column(lines[1 + 200], 6) - 1.03) < 0.01);
}

TEST_CASE("The fan of weeks has its percentiles in order and follows its lists",
          "[cli][simulate]") {
    const std::vector<std::string> lines =
        simulate({"--model", "weeks", "--minutes", "79200", "--csv", "--set", "bodies=200"})
            .lines();
    REQUIRE(lines.size() == 1 + 56);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        CHECK(column(lines[i], 0) == static_cast<double>(i - 1));
        for (int p = 3; p <= 6; ++p)
            CHECK(column(lines[i], p) >= column(lines[i], p - 1));
    }
    // Four hard weeks and then easy ones.
    CHECK(column(lines[1 + 27], 1) > 1.5);
    CHECK(column(lines[1 + 55], 1) < column(lines[1 + 27], 1));
    const Run easy = simulate({"--model", "weeks", "--minutes", "79200", "--csv", "--set",
                               "bodies=50", "--set", "stress=0", "--set", "signal_h_per_day=0"});
    CHECK(easy.lines().back() == "55.000000,1.000000,1.000000,1.000000,1.000000,1.000000,1.000000");
}

TEST_CASE("A body with a morning's alarm shows it in heart and cortisol", "[cli][simulate]") {
    const std::vector<std::string> lines =
        simulate({"--model", "body", "--minutes", "1440", "--csv", "--every", "60"}).lines();
    CHECK(column(lines[1 + 9 * 60 - 1], 2) == 66);
    CHECK(column(lines[1 + 9 * 60 + 14], 2) > 85);
    CHECK(column(lines[1 + 9 * 60 + 34], 6) > column(lines[1 + 9 * 60], 6) + 50);
}

TEST_CASE("Every model's short run has its golden bytes", "[cli][simulate][golden]") {
    std::uint64_t bits = fnv1a_64_start;
    for (const Plan& plan : all_models) {
        const Run run = simulate(
            {"--model", plan.model, "--minutes", plan.minutes, "--csv", "--every", plan.every});
        bits = fnv1a_64(run.out.data(), run.out.size(), bits);
    }
    CHECK(bits == 0x2a15630f54b7cd98ull);
}

TEST_CASE("Wrong options are told in one sentence each and nothing is written", "[cli][simulate]") {
    struct Wrong {
        std::vector<std::string_view> args;
        const char* sentence;
    };
    const std::vector<Wrong> all{
        {{"--minutes", "5", "--csv"},
         "Say with --model which model to run: alarm, muscle, cortisol, sensitivity, gate, glands, "
         "inflammation, body, weeks.\n"},
        {{"--model", "liver", "--minutes", "5"},
         "There is no model \"liver\"; the models are alarm, muscle, cortisol, sensitivity, gate, "
         "glands, inflammation, body, weeks.\n"},
        {{"--model", "weeks", "--minutes", "80640"},
         "That is too long for this model; it runs up to 79200 minutes.\n"},
        {{"--model", "weeks", "--minutes", "79200", "--set", "quantity=luck"},
         "The setting quantity is one of cortisol, acth, adrenal, receptor, inflammation, gain, "
         "not "
         "\"luck\".\n"},
        {{"--model", "alarm", "--csv"}, "Say with --minutes how long the model runs.\n"},
        {{"--model", "alarm", "--minutes", "0x10"},
         "The option --minutes takes a number above 0 and up to 527040, not \"0x10\".\n"},
        {{"--model", "alarm", "--minutes", "-1"},
         "The option --minutes takes a number above 0 and up to 527040, not \"-1\".\n"},
        {{"--model", "cortisol", "--minutes", "0.5"},
         "The option --minutes must be a whole number of this model's steps of 60 s.\n"},
        {{"--model", "alarm", "--minutes", "500000", "--every", "60"},
         "That is too long for this model; it runs up to 41666.66667 minutes.\n"},
        {{"--model", "alarm", "--minutes", "20000", "--every", "0.05"},
         "That would be more than a million rows; choose a larger --every.\n"},
        {{"--model", "muscle", "--minutes", "5", "--every", "0.25"},
         "The option --every takes a whole number of this model's steps of 0.1 s, not \"0.25\".\n"},
        {{"--model", "muscle", "--minutes"},
         "The option --minutes needs a value after it.\n"
         "Say with --minutes how long the model runs.\n"},
        {{"--model", "muscle", "--minutes", "5", "--minutes", "6"},
         "The option --minutes may stand only once.\n"},
        {{"--model", "muscle", "--minutes", "5", "--json"},
         "There is no option \"--json\"; the options are --model, --minutes, --csv, --every and "
         "--set.\n"},
        {{"--model", "muscle", "--minutes", "5", "--set", "group=leg"},
         "The setting group is one of trunk, shoulder, general, not \"leg\".\n"},
        {{"--model", "muscle", "--minutes", "5", "--set", "load=5"},
         "The model \"muscle\" has no setting \"load\"; --help lists them.\n"},
        {{"--model", "muscle", "--minutes", "5", "--set", "load_percent"},
         "A setting is written name=value, not \"load_percent\".\n"},
        {{"--model", "muscle", "--minutes", "5", "--set", "load_percent=nan"},
         "The setting load_percent takes a number from 0 to 100, not \"nan\".\n"},
        {{"--model", "muscle", "--minutes", "5", "--set", "load_percent=5", "--set",
          "load_percent=6"},
         "The setting load_percent may stand only once.\n"},
        {{"--model", "cortisol", "--minutes", "5", "--set", "stressor_hours=9,,x"},
         "The setting stressor_hours takes a number from 0 to 8760, not \"\".\n"
         "The setting stressor_hours takes a number from 0 to 8760, not \"x\".\n"},
    };
    for (const Wrong& wrong : all) {
        const Run run = simulate(wrong.args);
        CHECK(run.status == 2);
        CHECK(run.out.empty());
        CHECK(run.err == wrong.sentence);
    }
}

TEST_CASE("Every setting works at both ends of its range", "[cli][simulate]") {
    const std::string help = simulate({"--help"}).out;
    std::string_view model;
    int settings = 0;
    for (std::size_t from = 0; from < help.size();) {
        const std::size_t end = help.find('\n', from);
        const std::string_view line = std::string_view{help}.substr(from, end - from);
        from = end + 1;
        if (line.find(": steps of") != std::string_view::npos)
            model = line.substr(0, line.find(':'));
        const std::size_t open = line.find("  (");
        if (!line.starts_with("  ") || open == std::string_view::npos) continue;
        const std::string name{line.substr(2, line.find('=') - 2)};
        const std::string_view range = line.substr(open + 3, line.size() - open - 4);
        const std::size_t to = range.find(" to ");
        for (std::string_view value : {range.substr(0, to), range.substr(to + 4)}) {
            const std::string set = name + "=" + std::string{value};
            INFO(model << " " << set);
            const auto* plan = std::find_if(all_models.begin(), all_models.end(),
                                            [&](const Plan& each) { return each.model == model; });
            REQUIRE(plan != all_models.end());
            const Run run = simulate({"--model", model, "--minutes", plan->minutes, "--csv",
                                      "--every", plan->every, "--set", set});
            CHECK(run.status == 0);
            // Not in the header, where a name may hold such letters.
            const std::string rows = run.out.substr(std::min(run.out.find('\n'), run.out.size()));
            CHECK(rows.find("nan") == std::string::npos);
            CHECK(rows.find("inf") == std::string::npos);
        }
        ++settings;
    }
    CHECK(settings > 100);
}

TEST_CASE("A full disk is told", "[cli][simulate]") {
    std::FILE* full = std::fopen("/dev/full", "w");
    if (full == nullptr) {
        SUCCEED("there is no /dev/full here");
        return;
    }
    std::FILE* err = std::tmpfile();
    const std::vector<std::string_view> args{"--model", "alarm", "--minutes", "60", "--csv"};
    CHECK(cli::simulate_command(args, full, err) == 1);
    CHECK(contents(err) == "The rows could not be written.\n");
    std::fclose(full);
}
