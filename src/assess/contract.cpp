#include "assess/contract.h"

#include <array>

namespace tautline::assess {

namespace {

using Names = std::span<const std::string_view>;

constexpr std::string_view flag_options[] = {"yes", "no", "unsure"};
constexpr std::string_view often_options[] = {"often", "sometimes", "no", "unsure"};
constexpr std::string_view age_options[] = {"under-18", "18-49", "50-plus"};
constexpr std::string_view duration_options[] = {"days", "weeks", "months"};
constexpr std::string_view examined_options[] = {"yes-unchanged", "yes-changed", "no", "unsure"};
constexpr std::string_view feel_options[] = {
    "dull-ache", "heavy-stiff",  "tight-band", "burning",
    "spasm",     "workout-sore", "sharp-spot", "electric-shooting"};
constexpr std::string_view location_options[] = {
    "neck", "shoulders", "between-shoulders", "upper-back", "mid-back", "low-back", "arm", "leg"};
constexpr std::string_view spread_options[] = {"wide", "one-spot", "line-down-limb", "unsure"};
constexpr std::string_view onset_options[] = {"gradual", "after-movement", "unsure"};
constexpr std::string_view movement_options[] = {"clearly-worse", "same-still", "sometimes",
                                                 "unsure"};
constexpr std::string_view limb_options[] = {"no", "long-standing", "unsure"};
constexpr std::string_view medicine_options[] = {"help", "help-little", "not-tried"};
constexpr std::string_view phq4_options[] = {"not-at-all", "several-days", "more-than-half",
                                             "nearly-every-day"};

constexpr ContractItem flag(std::string_view id) {
    return {id, Kind::flag, Group::warning_sign, false, flag_options};
}
constexpr ContractItem one(std::string_view id, Names options, Group group, bool scored) {
    return {id, Kind::one, group, scored, options};
}

constexpr Group about = Group::about_you, shape = Group::pattern, mood = Group::phq4;

constexpr ContractItem items[] = {
    one("age", age_options, about, false),
    one("duration", duration_options, about, false),
    one("examined", examined_options, about, false),
    flag("chest-pain"),
    flag("tearing-pain"),
    flag("breathless"),
    flag("saddle-bladder-bowel"),
    flag("weaker-limbs"),
    flag("major-accident"),
    flag("meningitis-signs"),
    flag("pregnancy-urgent"),
    flag("self-harm"),
    flag("self-harm-today"),
    flag("fragile-bones"),
    flag("fever-infection"),
    flag("cancer-history"),
    flag("rash"),
    flag("kidney"),
    flag("pregnancy-belly"),
    flag("new-numb-weak"),
    flag("lump-shape"),
    flag("worse-at-rest-night"),
    flag("worse-cough-strain"),
    flag("exertion-pain"),
    flag("weight-loss"),
    flag("morning-stiffness"),
    flag("not-settling"),
    {"feel", Kind::many, shape, true, feel_options},
    {"location", Kind::many, shape, true, location_options},
    one("spread", spread_options, shape, true),
    one("onset", onset_options, shape, true),
    one("movement", movement_options, shape, true),
    one("position-eases", flag_options, shape, true),
    one("stress-worse", often_options, shape, true),
    one("panic-worse", often_options, shape, true),
    one("calm-eases", often_options, shape, true),
    one("moves-around", flag_options, shape, true),
    one("body-alarm", often_options, shape, true),
    one("limb-numb-tingle", limb_options, shape, true),
    one("rest-medicine", medicine_options, shape, false),
    one("phq4-nervous", phq4_options, mood, false),
    one("phq4-worry", phq4_options, mood, false),
    one("phq4-interest", phq4_options, mood, false),
    one("phq4-down", phq4_options, mood, false),
};

constexpr std::string_view yes_unsure[] = {"yes", "unsure"};
constexpr std::string_view yes[] = {"yes"};
constexpr std::string_view band[] = {"tight-band"};
constexpr std::string_view chest_side[] = {"between-shoulders", "upper-back", "mid-back"};
constexpr std::string_view same_still[] = {"same-still"};
constexpr std::string_view under_18[] = {"under-18"};
constexpr std::string_view from_50[] = {"50-plus"};
constexpr std::string_view days[] = {"days"};
constexpr std::string_view not_examined[] = {"yes-changed", "no", "unsure"};
constexpr std::string_view limb[] = {"long-standing", "unsure"};
constexpr std::string_view unchanged[] = {"yes-unchanged"};
constexpr std::string_view long_enough[] = {"weeks", "months"};
constexpr std::string_view grown_up[] = {"18-49"};
constexpr std::string_view no[] = {"no"};

constexpr ContractTier sign(std::string_view item, Tier tier, std::string_view row) {
    return {item, yes_unsure, tier, row, false, {}, {}, false};
}
constexpr ContractTier may_be_eased(std::string_view item, Names options, std::string_view row) {
    return {item, options, Tier::today, row, false, {}, {}, true};
}

constexpr ContractTier tiers[] = {
    sign("chest-pain", Tier::emergency, "R1"),
    sign("tearing-pain", Tier::emergency, "R2"),
    sign("breathless", Tier::emergency, "R3"),
    sign("saddle-bladder-bowel", Tier::emergency, "R4"),
    sign("weaker-limbs", Tier::emergency, "R5"),
    sign("major-accident", Tier::emergency, "R6"),
    sign("meningitis-signs", Tier::emergency, "R22"),
    sign("pregnancy-urgent", Tier::emergency, "R23"),
    sign("self-harm", Tier::crisis, "R18"),
    sign("self-harm-today", Tier::emergency, "R18"),
    sign("fragile-bones", Tier::today, "R7"),
    sign("fever-infection", Tier::today, "R8"),
    sign("cancer-history", Tier::today, "R9"),
    sign("rash", Tier::today, "R11"),
    sign("kidney", Tier::today, "R12"),
    sign("pregnancy-belly", Tier::today, "R13"),
    sign("new-numb-weak", Tier::today, "R14"),
    sign("lump-shape", Tier::today, "R16"),
    may_be_eased("worse-at-rest-night", yes_unsure, "R20"),
    may_be_eased("worse-cough-strain", yes_unsure, "R21"),
    sign("exertion-pain", Tier::today, "R24"),
    sign("weight-loss", Tier::today, "R9"),
    sign("morning-stiffness", Tier::soon, "R15"),
    {"not-settling", yes, Tier::soon, "R17", false, {}, {}, false},
    {"fever-infection", yes_unsure, Tier::emergency, "R8", false, "new-numb-weak", yes_unsure,
     false},
    {"kidney", yes_unsure, Tier::emergency, "R12", false, "pregnancy-belly", yes_unsure, false},
    may_be_eased("location", chest_side, "R10"),
    may_be_eased("feel", band, "R10"),
    may_be_eased("movement", same_still, "R20"),
    {"age", under_18, Tier::soon, "R19", false, {}, {}, false},
    {"age", from_50, Tier::soon, "R19", false, "duration", days, false},
    {"examined", not_examined, Tier::soon, "R17", true, {}, {}, false},
    {"limb-numb-tingle", limb, Tier::soon, "R14", false, {}, {}, false},
};

constexpr ContractContext context[] = {
    {"examined", unchanged, false, {}},   {"age", grown_up, false, from_50},
    {"duration", long_enough, false, {}}, {"weight-loss", no, true, {}},
    {"not-settling", no, true, {}},       {"limb-numb-tingle", no, false, {}},
};

// Pain high in the back, or round the chest, that is worse at rest or at night.
constexpr ContractApart apart[] = {
    {"location", chest_side, "worse-at-rest-night", yes_unsure},
    {"feel", band, "worse-at-rest-night", yes_unsure},
};

} // namespace

std::span<const ContractItem> contract_items() {
    return items;
}

std::span<const ContractTier> contract_tiers() {
    return tiers;
}

std::span<const ContractContext> contract_context() {
    return context;
}

std::span<const ContractApart> contract_apart() {
    return apart;
}

} // namespace tautline::assess
