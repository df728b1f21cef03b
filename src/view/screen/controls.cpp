#include "view/screen/controls.h"

#include "app/controls.h"

#include <cassert>
#include <cmath>
#include <utility>

namespace tautline::view {

using app::Control;

namespace {

const app::ControlEntry& row_of(Control control) {
    const app::ControlEntry* row = app::entry(control);
    assert(row);
    return *row;
}

Node& control_node(Builder& build, Role role, const app::ControlEntry& row) {
    const std::string key(row.key);
    return build.leaf(role, "control/" + key, build.word("control." + key));
}

} // namespace

void slider(Builder& build, Control control, std::string value_text) {
    const app::ControlEntry& row = row_of(control);
    Node& node = control_node(build, Role::slider, row);
    node.value = static_cast<float>(row.value(build.state));
    node.min = static_cast<float>(row.low);
    node.max = static_cast<float>(row.high);
    node.step = static_cast<float>(row.step);
    node.value_text = std::move(value_text);
    node.action = app::Set{control, node.value};
}

void choice(Builder& build, Control control, const std::vector<std::string>& options) {
    const app::ControlEntry& row = row_of(control);
    choice(build, row.key, build.word("control." + std::string(row.key)), control,
           static_cast<int>(std::lround(row.value(build.state))), options);
}

void on_off(Builder& build, Control control) {
    const app::ControlEntry& row = row_of(control);
    Node& node = control_node(build, Role::checkbox, row);
    node.checked = row.value(build.state) != 0;
    node.action = app::Set{control, node.checked ? 0.0f : 1.0f};
}

void choice(Builder& build, std::string_view key, std::string label, Control control, int chosen,
            const std::vector<std::string>& options, Look look, Arrange arrange) {
    const std::string group_key = "control/" + std::string(key);
    const auto group = build.box(Role::radio_group, group_key, look, arrange, std::move(label));
    for (std::size_t i = 0; i < options.size(); ++i) {
        Node& radio = build.leaf(Role::radio, group_key + "/" + std::to_string(i), options[i]);
        radio.look = look;
        radio.checked = chosen == static_cast<int>(i);
        radio.action = app::Set{control, static_cast<float>(i)};
    }
}

} // namespace tautline::view
