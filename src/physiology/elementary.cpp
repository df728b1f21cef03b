#include "physiology/elementary.h"

#include <fixed_math.h>

namespace tautline::physiology::elementary {

double exp(double x) {
    return tautline_exp(x);
}
double log(double x) {
    return tautline_log(x);
}
double pow(double x, double y) {
    return tautline_pow(x, y);
}
double sin(double x) {
    return tautline_sin(x);
}
double cos(double x) {
    return tautline_cos(x);
}

} // namespace tautline::physiology::elementary
