// Compiles the engine while its bytes are still coming: on a slow processor that takes as long as the bytes on a slow line.
// It is a module only when somebody says that the bytes were right.

export class Compilation {
  /** From the first byte, once more if need be. @returns {import('./file.js').Follow} */
  begin() {
    this.module = null;
    if (typeof WebAssembly.compileStreaming !== 'function' || typeof ReadableStream !== 'function') return () => {};
    /** @type {ReadableStreamDefaultController<Uint8Array>} */
    let bytes;
    const stream = new ReadableStream({
      start: (controller) => {
        bytes = controller;
      },
    });
    // A response of our own, because not every host says what kind of file it is.
    this.module = WebAssembly.compileStreaming(
      new Response(stream, { headers: { 'Content-Type': 'application/wasm' } }),
    );
    this.module.catch(() => {}); // said by end(), or of no interest
    this.close = () => bytes.close();
    return (piece) => bytes.enqueue(piece);
  }

  /** The last byte has come. @param {BufferSource} bytes all of them, known to be right @returns {Promise<WebAssembly.Module>} */
  async end(bytes) {
    if (!this.module) return WebAssembly.compile(bytes);
    this.close?.();
    return this.module.catch(() => WebAssembly.compile(bytes)); // an extension may stand between a page and such responses
  }
}
