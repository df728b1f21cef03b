// The core's tables and numbers by name. build-scripts/build makes them (src/page/protocol/write_protocol.cpp), so that
// none is typed twice; this is the one place that knows where they lie.
export * from '../../build/generated/protocol.mjs';
