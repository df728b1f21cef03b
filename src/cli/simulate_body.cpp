#include "cli/simulate_body.h"

#include "physiology/ensemble.h"

#include <algorithm>

namespace tautline::cli {

namespace {

using namespace tautline::physiology;

constexpr double day_s = 86400;

struct Gate {
    GateParams params = default_gate_params();
    GateInputs inputs{.small = 1};
    double volleys_per_s = 1, until_s = 30;
    GateState state;

    GateInputs now() const {
        GateInputs at = inputs;
        at.small *= time_s(state) < until_s ? volley(volleys_per_s, time_s(state)) : 0;
        return at;
    }
};

struct Glands {
    GlandsParams params = default_glands_params();
    double demand_then = 2, demand_after = 1, days = 60;
    GlandsState state;

    double demand() const { return time_s(state) < days * day_s ? demand_then : demand_after; }
};

struct Inflammation {
    InflammationParams params = default_inflammation_params();
    InflammationInputs inputs{.load = 1};
    double days = 30;
    InflammationState state;

    InflammationInputs now() const {
        return time_s(state) < days * day_s ? inputs : InflammationInputs{};
    }
};

struct WholeBody {
    BodyParams params = default_body_params();
    BodyInputs inputs{.stress = 0.5, .signal = 1};
    double neck_percent = 5, upper_percent = 5, low_percent = 5;
    std::vector<double> alarm_hours{9};
    double alarm_min = 15, signal_h_per_day = 4, days = 28;
    BodyState state;

    // Everything lasts for the days asked for; then the body is left in peace.
    BodyInputs now() const {
        const double at_s = time_s(state);
        if (at_s >= days * day_s) return {};
        BodyInputs at = inputs;
        at.effort_fraction = {neck_percent / 100, upper_percent / 100, low_percent / 100};
        at.signal = repeated_signal({inputs.signal, signal_h_per_day, days}, at_s);
        const double hour = at_s / 3600 - 24 * static_cast<double>(static_cast<int>(at_s / day_s));
        for (double from : alarm_hours) {
            if (hour >= from && hour < from + alarm_min / 60) at.alarm = 1;
        }
        return at;
    }
};

struct Weeks {
    WeeksParams person = weeks_params(default_body_params());
    std::vector<double> stress{0.8, 0.8, 0.8, 0.8, 0.2}, sleep_h{7.5}, rest{0},
        signal_h_per_day{8, 8, 8, 8, 1};
    double bodies = 1000, seed = 1, weeks_before = 0;
    std::string quantity = "gain";
    std::size_t noon = 0;
    Fan fan;
    FanLines lines;

    // A week that is not named is like the last one named.
    static double of(const std::vector<double>& values, std::size_t week, double otherwise) {
        if (values.empty()) return otherwise;
        return values[std::min(week, values.size() - 1)];
    }
    DayInputs day(std::size_t week) const {
        const LoadInputs usual;
        return {.load = {.stress = of(stress, week, usual.stress),
                         .sleep_h = of(sleep_h, week, usual.sleep_h),
                         .rest = of(rest, week, usual.rest)},
                .signal_h_per_day = of(signal_h_per_day, week, 0)};
    }
    void run() {
        WeeksPlan plan;
        for (std::size_t week = 0; week < plan_weeks; ++week)
            plan[week] = day(week);
        fan = begin_fan(
            make_ensemble(static_cast<std::uint64_t>(seed), static_cast<std::uint32_t>(bodies)),
            person, {day(0), static_cast<int>(weeks_before)});
        set_plan(fan, plan);
        advance(fan, fan.bodies.size());
        lines = fan_lines(fan, chosen_quantity());
    }
    WeeksQuantity chosen_quantity() const {
        const auto at = std::find(quantities.begin(), quantities.end(), quantity);
        return static_cast<WeeksQuantity>(at - quantities.begin());
    }
    static constexpr std::array<std::string_view, weeks_quantities> quantities{
        "cortisol", "acth", "adrenal", "receptor", "inflammation", "gain"};
};

} // namespace

Setting number_setting(std::string_view name, double& value, double low, double high) {
    return {.name = name, .low = low, .high = high, .number = &value};
}

Setting list_setting(std::string_view name, std::vector<double>& values, double low, double high) {
    return {.name = name, .low = low, .high = high, .list = &values};
}

SimulatedModel gate_model() {
    auto memory = std::make_shared<Gate>();
    Gate* m = memory.get();
    return {
        .step_s = gate_step_s,
        .usual_every_s = 0.1,
        .columns = "time_s,small_fraction,up_fraction,held_back_fraction,wound_up_fraction,"
                   "descending_fraction",
        .settings =
            {
                number_setting("volleys_per_s", m->volleys_per_s, 0, 10),
                number_setting("until_s", m->until_s, 0, 31536000),
                number_setting("small", m->inputs.small, 0, 1),
                number_setting("large", m->inputs.large, 0, 1),
                number_setting("gain", m->inputs.gain, 0, 10),
                number_setting("calm", m->inputs.calm, 0, 1),
                number_setting("fear", m->inputs.fear, 0, 1),
                number_setting("worry", m->inputs.worry, 0, 1),
            },
        .chosen = [] {},
        .begin =
            [m] {
                GateInputs quiet = m->inputs;
                quiet.small = 0;
                m->state = initial_gate_state(m->params, quiet);
            },
        .row =
            [m] {
                const GateReadouts now = readouts(m->state);
                return std::vector<double>{time_s(m->state), m->now().small, now.up,
                                           now.held_back,    now.wound_up,   now.descending};
            },
        .advance = [m] { step(m->state, m->params, m->now()); },
        .memory = memory,
    };
}

SimulatedModel glands_model() {
    auto memory = std::make_shared<Glands>();
    Glands* m = memory.get();
    GlandsParams& p = m->params;
    return {
        .step_s = glands_step_s,
        .usual_every_s = day_s,
        .columns = "time_d,demand_ratio,cortisol_ratio,acth_ratio,crh_ratio,pituitary_ratio,"
                   "adrenal_ratio",
        .settings =
            {
                number_setting("demand", m->demand_then, least_demand, most_demand),
                number_setting("days", m->days, 0, 366),
                number_setting("demand_after", m->demand_after, least_demand, most_demand),
                number_setting("crh_half_life_min", p.crh_half_life_min, 2, 60),
                number_setting("acth_half_life_min", p.acth_half_life_min, 2, 120),
                number_setting("cortisol_half_life_min", p.cortisol_half_life_min, 10, 240),
                number_setting("pituitary_half_life_d", p.pituitary_half_life_d, 1, 365),
                number_setting("adrenal_half_life_d", p.adrenal_half_life_d, 1, 365),
                number_setting("gr_half_level", p.gr_half_level, 1, 20),
            },
        .chosen = [] {},
        .begin = [m] { m->state = initial_glands_state(m->params); },
        .row =
            [m] {
                const GlandsReadouts now = readouts(m->state, m->params);
                return std::vector<double>{
                    time_s(m->state) / day_s, m->demand(),   now.cortisol_ratio,
                    now.acth_ratio,           now.crh_ratio, now.pituitary_ratio,
                    now.adrenal_ratio};
            },
        .advance = [m] { step(m->state, m->params, {.demand = m->demand()}); },
        .memory = memory,
    };
}

SimulatedModel inflammation_model() {
    auto memory = std::make_shared<Inflammation>();
    Inflammation* m = memory.get();
    InflammationParams& p = m->params;
    return {
        .step_s = inflammation_step_s,
        .usual_every_s = day_s,
        .columns = "time_d,load_fraction,receptor_fraction,messenger_fraction,inflammation_ratio",
        .settings =
            {
                number_setting("load", m->inputs.load, 0, 1),
                number_setting("adrenaline", m->inputs.adrenaline, 0, 1),
                number_setting("cortisol_ratio", m->inputs.cortisol_ratio, 0.05, 50),
                number_setting("days", m->days, 0, 366),
                number_setting("receptor_floor", p.receptor_floor, 0.1, 1),
                number_setting("receptor_time_constant_d", p.receptor_time_constant_d, 1, 365),
                number_setting("messenger_min", p.messenger_min, 10, 1440),
                number_setting("turnover_min", p.turnover_min, 60, 1440),
                number_setting("adrenaline_weight", p.adrenaline_weight, 0, 50),
            },
        .chosen = [] {},
        .begin = [m] { m->state = initial_inflammation_state(m->params); },
        .row =
            [m] {
                return std::vector<double>{time_s(m->state) / day_s, m->now().load,
                                           m->state.receptor, m->state.messenger, m->state.level};
            },
        .advance = [m] { step(m->state, m->params, m->now()); },
        .memory = memory,
    };
}

SimulatedModel body_model() {
    auto memory = std::make_shared<WholeBody>();
    WholeBody* m = memory.get();
    BodyInputs& in = m->inputs;
    LoadParams& load = m->params.load;
    return {
        .step_s = 60,
        .usual_every_s = 3600,
        .columns = "time_h,alarm_fraction,heart_rate_bpm,neck_fatigued_fraction,"
                   "upper_fatigued_fraction,low_fatigued_fraction,cortisol_nmol_per_l,"
                   "cortisol_ratio,adrenal_ratio,receptor_fraction,inflammation_ratio,gain_ratio,"
                   "felt_ratio",
        .settings =
            {
                list_setting("alarm_hours", m->alarm_hours, 0, 24),
                number_setting("alarm_min", m->alarm_min, 0, 1440),
                number_setting("stress", in.stress, 0, 1),
                number_setting("sleep_h", in.sleep_h, 0, 24),
                number_setting("rest", in.rest, 0, 1),
                number_setting("neck_percent", m->neck_percent, 0, 100),
                number_setting("upper_percent", m->upper_percent, 0, 100),
                number_setting("low_percent", m->low_percent, 0, 100),
                number_setting("rest_s_per_min", in.rest_s_per_min, 0, 60),
                number_setting("signal", in.signal, 0, 1),
                number_setting("signal_h_per_day", m->signal_h_per_day, 0, 24),
                number_setting("days", m->days, 0, 366),
                number_setting("rubbing", in.rubbing, 0, 1),
                number_setting("calm", in.calm, 0, 1),
                number_setting("worry", in.worry, 0, 1),
                number_setting("fear", in.fear, 0, 1),
                number_setting("demand_reach", load.demand_reach, 0, 5),
                number_setting("habituation_share", load.habituation_share, 0, 1),
                number_setting("habituation_time_constant_d", load.habituation_time_constant_d, 1,
                               365),
                number_setting("alarm_takes_gaps", m->params.alarm_takes_gaps, 0, 1),
            },
        .chosen = [] {},
        .begin = [m] { m->state = initial_body_state(m->params); },
        .row =
            [m] {
                const BodyInputs inputs = m->now();
                const BodyReadouts now = readouts(m->state, m->params, inputs);
                return std::vector<double>{time_s(m->state) / 3600,
                                           inputs.alarm,
                                           now.alarm.steady_heart_rate_bpm,
                                           now.muscles[0].fatigued_fraction,
                                           now.muscles[1].fatigued_fraction,
                                           now.muscles[2].fatigued_fraction,
                                           now.cortisol_nmol_per_l,
                                           now.glands.cortisol_ratio,
                                           now.glands.adrenal_ratio,
                                           now.receptor_fraction,
                                           now.inflammation_ratio,
                                           now.sensitivity.gain_ratio,
                                           now.sensitivity.felt};
            },
        .advance = [m] { step_minute(m->state, m->params, m->now()); },
        .memory = memory,
    };
}

SimulatedModel weeks_model() {
    auto memory = std::make_shared<Weeks>();
    Weeks* m = memory.get();
    return {
        .step_s = day_s,
        .usual_every_s = day_s,
        .most_steps = plan_days - 1,
        .columns = "day,person,percentile_5,percentile_25,percentile_50,percentile_75,"
                   "percentile_95",
        .settings =
            {
                {.name = "quantity",
                 .choice = &m->quantity,
                 .choices = {Weeks::quantities.begin(), Weeks::quantities.end()}},
                list_setting("stress", m->stress, 0, 1),
                list_setting("sleep_h", m->sleep_h, 0, 24),
                list_setting("rest", m->rest, 0, 1),
                list_setting("signal_h_per_day", m->signal_h_per_day, 0, 24),
                number_setting("weeks_before", m->weeks_before, 0, 104),
                number_setting("bodies", m->bodies, 1, 1000),
                number_setting("seed", m->seed, 0, 1e9),
            },
        .chosen = [] {},
        .begin = [m] { m->run(); },
        .row =
            [m] {
                std::vector<double> row{static_cast<double>(m->noon),
                                        static_cast<double>(m->lines.person[m->noon])};
                for (const std::vector<float>& line : m->lines.percentiles)
                    row.push_back(static_cast<double>(line[m->noon]));
                return row;
            },
        .advance = [m] { ++m->noon; },
        .memory = memory,
    };
}

} // namespace tautline::cli
