// Result<T, E>: a value or the reason why there is none. Member names follow std::expected, which
// the browser's compiler lacks, so that a later compiler needs one `using`.
#pragma once

#include <utility>
#include <variant>

namespace tautline {

template <typename E>
struct Failure {
    E error;
};
template <typename E>
Failure(E) -> Failure<E>;

template <typename T, typename E>
class [[nodiscard]] Result {
public:
    Result(T value) : content_{std::in_place_index<0>, std::move(value)} {}
    Result(Failure<E> failure) : content_{std::in_place_index<1>, std::move(failure.error)} {}

    bool has_value() const { return content_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    // Calling the one that is not there is a programmer's error.
    const T& value() const { return *std::get_if<0>(&content_); }
    T& value() { return *std::get_if<0>(&content_); }
    const E& error() const { return *std::get_if<1>(&content_); }

private:
    std::variant<T, E> content_;
};

} // namespace tautline
