// Elementary functions that give the same bits on every system and in WebAssembly: musl's, built by us under
// names of our own (cmake/third_party.cmake). sqrt, fabs, floor, fma and + - * / are exact in <cmath> already.
// Link with the target third_party_math.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif
double tautline_exp(double);
double tautline_log(double);
double tautline_pow(double, double);
double tautline_sin(double);
double tautline_cos(double);
double tautline_tanh(double);
double tautline_expm1(double);
double tautline_log1p(double);
#ifdef __cplusplus
}
#endif
