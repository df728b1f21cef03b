// The packages for learning platforms, every way to leave them.
process.env.TAUTLINE_FULL = "1";
await import("../web/lms.test.mjs");
