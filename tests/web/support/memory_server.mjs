// Serves what stands in memory (an unpacked package) and what a test answers itself.
//   await serve_memory(files, answer)   files: Map of path → bytes; answer(request, response, url) → true when it did
import { createServer } from "node:http";
import { extname } from "node:path";

const types = {
  "": "text/html; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

export async function serve_memory(files, answer = () => false) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, "http://localhost");
    if (await answer(request, response, url)) return;
    const bytes = files.get(decodeURIComponent(url.pathname.slice(1)));
    response
      .writeHead(bytes ? 200 : 404, { "Content-Type": types[extname(url.pathname)] ?? "application/octet-stream" })
      .end(bytes ?? "");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}
