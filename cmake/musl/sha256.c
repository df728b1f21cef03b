#define __crypt_sha256 tautline_unused_crypt_sha256
#include "crypt_sha256.c"

#include "sha256.h"

void tautline_sha256(const void* bytes, size_t size, unsigned char digest[32]) {
    struct sha256 state;
    sha256_init(&state);
    sha256_update(&state, bytes, size);
    sha256_sum(&state, digest);
}
