#include "view/screen/controls.h"

#include <utility>

namespace tautline::view {

using app::Control;

void slider(Builder& build, std::string_view key, Control control, double value, double min,
            double max, double step, std::string value_text) {
    Node& node = build.leaf(Role::slider, "control/" + std::string(key),
                            build.word("control." + std::string(key)));
    node.value = static_cast<float>(value);
    node.min = static_cast<float>(min);
    node.max = static_cast<float>(max);
    node.step = static_cast<float>(step);
    node.value_text = std::move(value_text);
    node.action = app::Set{control, node.value};
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

void on_off(Builder& build, std::string_view key, Control control, bool on) {
    Node& node = build.leaf(Role::checkbox, "control/" + std::string(key),
                            build.word("control." + std::string(key)));
    node.checked = on;
    node.action = app::Set{control, on ? 0.0f : 1.0f};
}

} // namespace tautline::view
