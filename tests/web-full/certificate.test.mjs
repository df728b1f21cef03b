// A certificate over a hundred million sets of answers.
process.env.TAUTLINE_FULL = "1";
await import("../cli/certificate.test.mjs");
