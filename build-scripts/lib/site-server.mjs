// A small server of static files for trying the page and for the browser tests: right types, Brotli when the browser
// asks for it, and the content security policy as a header, as a good host would send it.
//   const site = await serve_site("dist/site");   site.url, site.close()
import { createServer } from "node:http";
import { readFileSync, realpathSync, statSync } from "node:fs";
import { extname, join, resolve, sep } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

import { policy } from "./policy.mjs";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webmanifest": "application/manifest+json",
  ".ico": "image/x-icon",
};

// options: port (0 takes a free one), host, headers (added to every answer), policy: false for none,
// on_request(path), called before each answer; answer(request, response) → true when it has answered itself.
export async function serve_site(folder, options = {}) {
  const top = realpathSync(resolve(folder));
  const packed = new Map(); // path and time of change → compressed bytes

  const file_for = (address) => {
    let path;
    try {
      path = decodeURIComponent(new URL(address, "http://localhost").pathname);
    } catch {
      return undefined;
    }
    if (path.endsWith("/")) path += "index.html";
    const file = resolve(join(top, path));
    if (!file.startsWith(top + sep)) return undefined;
    try {
      if (!statSync(file).isFile() || !realpathSync(file).startsWith(top + sep)) return undefined;
      return file;
    } catch {
      return undefined;
    }
  };

  const server = createServer((request, response) => {
    options.on_request?.(request.url);
    if (options.answer?.(request, response)) return;
    const common = {
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "no-cache",
      // Sandboxed frames have no origin of their own; without this they could not fetch the engine.
      "Access-Control-Allow-Origin": "*",
      ...(options.policy === false ? {} : { "Content-Security-Policy": policy() }),
      ...options.headers,
    };
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { ...common, Allow: "GET, HEAD" }).end();
      return;
    }
    const file = file_for(request.url);
    if (file === undefined) {
      response.writeHead(404, { ...common, "Content-Type": "text/plain; charset=utf-8" }).end("Not found\n");
      return;
    }
    let bytes = readFileSync(file);
    const headers = {
      ...common,
      "Content-Type": types[extname(file).toLowerCase()] ?? "application/octet-stream",
      Vary: "Accept-Encoding",
    };
    if (/^\/(.*\/)?build-[0-9a-f]{10}\//.test(request.url))
      headers["Cache-Control"] = "public, max-age=31536000, immutable";
    if (/\bbr\b/.test(request.headers["accept-encoding"] ?? "") && extname(file) !== ".png") {
      const key = `${file} ${statSync(file).mtimeMs}`;
      if (!packed.has(key))
        packed.set(
          key,
          brotliCompressSync(bytes, {
            params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
          }),
        );
      bytes = packed.get(key);
      headers["Content-Encoding"] = "br";
    }
    headers["Content-Length"] = bytes.length;
    response.writeHead(200, headers);
    response.end(request.method === "HEAD" ? undefined : bytes);
  });

  await new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(options.port ?? 0, options.host ?? "127.0.0.1", done);
  });
  const { port } = server.address();
  return {
    url: `http://${options.host ?? "127.0.0.1"}:${port}/`,
    port,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections?.();
      }),
  };
}
