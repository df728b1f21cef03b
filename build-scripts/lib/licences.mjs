// licenses.txt: the notices that must go along with the page. THIRD_PARTY.md tells what each part is for.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "./files.mjs";

const read = (path) => readFileSync(join(root, path), "utf8").trim();

export function licences() {
  const mit = read("LICENSE").replace(/^[\s\S]*?\n\n(?=Permission)/, "");
  const parts = [
    ["Tautline", read("LICENSE")],
    ["Dear ImGui", read("build/third_party/imgui/LICENSE.txt")],
    ["JSON for Modern C++", `${read("build/third_party/json/LICENSE.MIT")}

It contains parts of other works under the same licence:
Copyright (c) 2009 Florian Loitsch (Grisu2)
Copyright (c) 2008-2009 Björn Hoehrmann (UTF-8 decoder)`],
    ["QR Code generator", read("build/third_party/qrcodegen/qrcodegen.h").match(/^\/\*([\s\S]*?)\*\//)[1].replace(/^ \* ?/gm, "").trim()],
    ["musl", `${read("build/third_party/musl/COPYRIGHT")}

Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
Developed at SunPro, a Sun Microsystems, Inc. business.
Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.`],
    ["Emscripten", `Copyright (c) 2010-2014 Emscripten authors\n\n${mit}`],
    ["Atkinson Hyperlegible (the page carries a subset of it, under the name Tautline Sans)",
      read("node_modules/@fontsource/atkinson-hyperlegible/LICENSE")],
    ["Lexend (the page carries a subset of it, under the name Tautline Wide)", read("node_modules/@fontsource/lexend/LICENSE")],
    ["Muscle outlines from react-native-body-highlighter, simplified", read("node_modules/react-native-body-highlighter/LICENSE")],
    ["Organ drawings from the EBI Gene Expression Group's anatomogram, simplified and recoloured",
      `Expression Atlas anatomograms, European Bioinformatics Institute (EMBL-EBI)
Licensed under the Creative Commons Attribution 4.0 International licence:
https://creativecommons.org/licenses/by/4.0/`],
  ];
  parts.push(["Workbox (worker.js)", read("node_modules/workbox-core/LICENSE")]);
  const line = "=".repeat(100);
  return `${parts.map(([name, text]) => `${line}\n${name}\n${line}\n\n${text}\n`).join("\n")}`;
}
