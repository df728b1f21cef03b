#!/usr/bin/env node
// Holds the files of content/ against content/schema/ (JSON Schema 2020-12), for authors' editors as much as for us:
// content/X.json against schema/X.schema.json, words/<language>/language.json against language.schema.json, and every
// other file of words against words.schema.json. Files in a folder may share one (figures/*.json: figures.schema.json).
// The reader in src/content is the authority; this finds slips earlier and names them for an editor.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020.js";

import { root, walk } from "./lib/files.mjs";

const folder = process.argv[2] ?? join(root, "content"); // another one in the check's own test
const files = walk(folder).filter((path) => path.endsWith(".json"));
const schemas = new Map(
  files
    .filter((path) => path.startsWith("schema/"))
    .map((path) => [
      path.slice("schema/".length).replace(/\.schema\.json$/, ""),
      JSON.parse(readFileSync(join(folder, path), "utf8")),
    ]),
);
const ajv = new Ajv.default({ allErrors: true, strict: true, allowUnionTypes: true, validateFormats: false });
const validators = new Map();
let checked = 0;
let problems = 0;
const complain = (text) => {
  ++problems;
  console.log(text);
};
for (const schema of schemas.values()) if (schema.$id) ajv.addSchema(schema);
for (const path of files.filter((name) => !name.startsWith("schema/"))) {
  const name = /^words\/[^/]+\/language\.json$/.test(path)
    ? "language"
    : path.startsWith("words/")
      ? "words"
      : path.replace(/\.json$/, "").replaceAll("/", "-");
  let value;
  try {
    value = JSON.parse(readFileSync(join(folder, path), "utf8"));
  } catch (error) {
    complain(`content/${path}: not JSON: ${error.message}`);
    continue;
  }
  const schema = schemas.get(name) ?? schemas.get(path.split("/")[0]);
  if (!schema) {
    complain(`content/${path}: has no schema (content/schema/${name}.schema.json)`);
    continue;
  }
  if (!validators.has(name)) validators.set(name, (schema.$id && ajv.getSchema(schema.$id)) || ajv.compile(schema));
  const valid = validators.get(name);
  ++checked;
  if (!valid(value))
    for (const error of valid.errors)
      complain(`content/${path}#${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`);
}
console.log(problems ? `${problems} problems in content` : `${checked} files keep their schemas`);
process.exitCode = problems || checked === 0 ? 1 : 0;
