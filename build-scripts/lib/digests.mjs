// The digests of a build's files: one list, made from the bytes that are written, which page, kiosk, worker and the tags
// in the HTML look things up in. Nothing of it is kept, so it can't drift.
import { createHash } from "node:crypto";

export const digest_of = (bytes) => createHash("sha256").update(bytes).digest("base64");
export const integrity_of = (bytes) => `sha256-${digest_of(bytes)}`;

/** Of all of them together, for a name. @param {Iterable<Buffer | string>} all */
export function hash_of(all) {
  const hash = createHash("sha256");
  for (const bytes of all) hash.update(bytes);
  return hash.digest("hex");
}

/** @param {Iterable<[string, Buffer | string]>} files */
export const digests_of = (files) => Object.fromEntries([...files].map(([path, bytes]) => [path, digest_of(bytes)]));
