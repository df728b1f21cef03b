/* SHA-256 as musl has it: its functions are static in the file that hashes passwords, so that file is included whole
   (sha256.c) and this is the way in. For the command alone; the page has the browser's own. */
#ifndef TAUTLINE_SHA256_H
#define TAUTLINE_SHA256_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

void tautline_sha256(const void* bytes, size_t size, unsigned char digest[32]);

#ifdef __cplusplus
}
#endif

#endif
