// The launcher as shipped for five minutes of silence, then killed, hung and started again.
process.env.TAUTLINE_FULL = "1";
await import("../web/kiosk_launcher.test.mjs");
