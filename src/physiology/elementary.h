// exp, log, pow, sin and cos with the same bits in every build. A system's own mathematics library
// may round the last bit differently from another's, and a model run natively would then drift from
// the same model in a browser. These five are musl 1.2.5's C sources, compiled under our own names
// (see CMakeLists.txt). Addition, multiplication, division, std::sqrt and std::floor are exactly
// defined by IEEE 754 and need no such care.
#pragma once

namespace tautline::physiology::elementary {

double exp(double x);
double log(double x);
double pow(double x, double y);
double sin(double x);
double cos(double x);

} // namespace tautline::physiology::elementary
