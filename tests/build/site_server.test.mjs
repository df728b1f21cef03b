// The server behaves as a good host: types, compression, policy, and nothing from outside its folder.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { brotliDecompressSync } from "node:zlib";

import { policy } from "../../build-scripts/lib/policy.mjs";
import { serve_site } from "../../build-scripts/lib/site-server.mjs";

let folder, site;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "site-"));
  mkdirSync(join(folder, "site/sub"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(folder, "site/index.html"), "<!doctype html><title>x</title>");
  writeFileSync(join(folder, "site/engine.wasm"), Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]));
  writeFileSync(join(folder, "site/a b.css"), "body{}");
  symlinkSync(join(folder, "secret.txt"), join(folder, "site/link.txt"));
  site = await serve_site(join(folder, "site"));
});
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

// Not fetch(), which would tidy the address up before it is sent.
const get = (path, headers = {}, method = "GET") =>
  new Promise((done, failed) => {
    request({ host: "127.0.0.1", port: site.port, path, headers, method }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () =>
        done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on("error", failed)
      .end();
  });

test("The folder's address gives its page, with the policy", async () => {
  const { status, headers, body } = await get("/");
  assert.equal(status, 200);
  assert.match(headers["content-type"], /^text\/html/);
  assert.match(headers["content-security-policy"], /default-src 'none'; script-src 'self' 'wasm-unsafe-eval'/);
  assert.equal(body.toString(), "<!doctype html><title>x</title>");
});

test("WebAssembly has its type, and other origins may fetch it", async () => {
  const { headers } = await get("/engine.wasm");
  assert.equal(headers["content-type"], "application/wasm");
  assert.equal(headers["access-control-allow-origin"], "*");
});

test("Brotli comes when it is asked for, and only then", async () => {
  const plain = await get("/a%20b.css");
  assert.equal(plain.headers["content-encoding"], undefined);
  const packed = await get("/a%20b.css", { "Accept-Encoding": "gzip, br" });
  assert.equal(packed.headers["content-encoding"], "br");
  assert.equal(brotliDecompressSync(packed.body).toString(), plain.body.toString());
});

for (const path of [
  "/missing",
  "/sub/",
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/..%2fsecret.txt",
  "/link.txt",
  "/%ff",
  "/sub",
]) {
  test(`${path} is not found`, async () => {
    const { status, body } = await get(path);
    assert.equal(status, 404);
    assert.doesNotMatch(body.toString(), /secret/);
  });
}

test("Nothing can be sent to it", async () => {
  assert.equal((await get("/", {}, "POST")).status, 405);
});

test("A question for the head alone gets no body", async () => {
  const { status, headers, body } = await get("/", {}, "HEAD");
  assert.equal(status, 200);
  assert.equal(headers["content-length"], "31");
  assert.equal(body.length, 0);
});

test("What is in a build's folder is kept for ever, the page itself is asked for again", async () => {
  for (const path of [
    "/build-0123abcd45/tautline.js",
    "/deep/build-0123abcd45/fonts/bold.ttf",
    "/x-build-0123abcd45/a",
  ]) {
    mkdirSync(dirname(join(folder, "site", path)), { recursive: true });
    writeFileSync(join(folder, "site", path), "x");
  }
  for (const path of ["/build-0123abcd45/tautline.js", "/deep/build-0123abcd45/fonts/bold.ttf"])
    assert.equal((await get(path)).headers["cache-control"], "public, max-age=31536000, immutable", path);
  for (const path of ["/", "/index.html", "/worker.js", "/x-build-0123abcd45/a", "/build-0123abcd45/not-there"])
    assert.equal((await get(path)).headers["cache-control"], "no-cache", path);
});

test("The policy that docs/hosting.md names is the page's own", () => {
  assert.ok(
    readFileSync(new URL("../../docs/hosting.md", import.meta.url), "utf8").includes(
      `Content-Security-Policy: ${policy()}\n`,
    ),
  );
});
