// Emscripten's glue, which the build puts in front of the page's script (see src/web/CMakeLists.txt).
declare function createEngine(options: {
  wasmBinary: Uint8Array;
  onAbort: (what: unknown) => void;
}): Promise<import('./engine.js').EngineModule>;
