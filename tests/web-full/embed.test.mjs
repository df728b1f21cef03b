// Every host page, those too that tests/web leaves out to be quick.
process.env.TAUTLINE_FULL = "1";
await import("../web/embed.test.mjs");
