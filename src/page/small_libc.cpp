// C functions that only the JSON parser calls, without the long doubles and floating-point formats
// that make C's own 5 % of the engine. check-layers keeps anybody else from relying on them. What
// stands in one object file of C's library stands here together, or the linker would find it twice.
//
// Numbers with a point or an exponent: the parser reads them with strtod, and what it gives is
// thrown away: no reader of ours takes one, and a message shows its digits as written
// (base/json.h). Formatting: the parser writes control characters into its messages as "<U+%.4X>",
// JSON's writer writes them with a backslash and %04x. Nothing else is known here.
#include <cstdarg>
#include <cstddef>
#include <cstdlib>
#include <cstring>

#ifdef __EMSCRIPTEN__
namespace {

double skip_number(const char* text, char** end) {
    while (*text == '+' || *text == '-' || *text == '.' || *text == 'e' || *text == 'E' ||
           (*text >= '0' && *text <= '9'))
        ++text;
    if (end != nullptr) *end = const_cast<char*>(text);
    return 0;
}

} // namespace

extern "C" {
float strtof(const char* text, char** end) {
    return static_cast<float>(skip_number(text, end));
}
double strtod(const char* text, char** end) {
    return skip_number(text, end);
}
long double strtold(const char* text, char** end) {
    return skip_number(text, end);
}
int vsnprintf(char* to, std::size_t size, const char* format, std::va_list values) {
    int length = 0;
    const auto put = [&](char c) {
        if (static_cast<std::size_t>(length) + 1 < size) to[length] = c;
        ++length;
    };
    while (*format != 0) {
        const bool large = std::strncmp(format, "%.4X", 4) == 0;
        if (!large && std::strncmp(format, "%04x", 4) != 0) {
            put(*format++);
            continue;
        }
        const unsigned int code = va_arg(values, unsigned int);
        for (int shift = 12; shift >= 0; shift -= 4)
            put((large ? "0123456789ABCDEF" : "0123456789abcdef")[code >> shift & 15u]);
        format += 4;
    }
    if (size > 0)
        to[static_cast<std::size_t>(length) < size ? static_cast<std::size_t>(length) : size - 1] =
            0;
    return length;
}
int snprintf(char* to, std::size_t size, const char* format, ...) {
    std::va_list values;
    va_start(values, format);
    const int length = vsnprintf(to, size, format, values);
    va_end(values);
    return length;
}
}
#endif
