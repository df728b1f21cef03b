// A release from two clean clones, each built anew.
process.env.TAUTLINE_FULL = "1";
await import("../build/release.test.mjs");
