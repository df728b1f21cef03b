/* Read before every musl file we build (cmake/third_party.cmake): gives its functions names of our own, so that they
   meet neither glibc's nor Emscripten's, and stands in for what musl's own build would define. */
#ifndef TAUTLINE_MUSL_RENAME_H
#define TAUTLINE_MUSL_RENAME_H

/* First the system's own, so that the names below do not reach into it. */
#include <endian.h>
#include <float.h>
#include <math.h>
#include <stdint.h>

#include "fixed_math.h"

#define hidden __attribute__((__visibility__("hidden")))
/* Else musl takes another path, with other bits, where the processor has a fused multiply-add. */
#undef __FP_FAST_FMA

#define exp tautline_exp
#define log tautline_log
#define pow tautline_pow
#define sin tautline_sin
#define cos tautline_cos
#define tanh tautline_tanh
#define expm1 tautline_expm1
#define log1p tautline_log1p

#define __exp_data tautline_exp_data
#define __log_data tautline_log_data
#define __pow_log_data tautline_pow_log_data
#define __sin tautline_sin_kernel
#define __cos tautline_cos_kernel
#define __tan tautline_tan_kernel
#define __sinl tautline_sinl_kernel
#define __cosl tautline_cosl_kernel
#define __tanl tautline_tanl_kernel
#define __rem_pio2 tautline_rem_pio2
#define __rem_pio2_large tautline_rem_pio2_large
#define __math_divzero tautline_math_divzero
#define __math_invalid tautline_math_invalid
#define __math_oflow tautline_math_oflow
#define __math_uflow tautline_math_uflow
#define __math_xflow tautline_math_xflow

#endif
