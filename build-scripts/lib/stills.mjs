// The pictures of A hard week, as the page's own engine paints them: each scene as it stands at its end, and one of them in
// the format of a link's preview. The engine and the encoder are WebAssembly and nothing asks for the date or the place, so
// the same build paints the same bytes everywhere.
//
// They are JPEGs because every browser and every reader of previews takes these. Of what is soft light on dark blue a PNG of
// 256 colours has steps, and twice the bytes.
import { buildSync } from "esbuild";
import encode, { init } from "@jsquash/jpeg/encode.js";

import { at, read } from "./files.mjs";
import { file_of, first_language } from "./pages.mjs";

/** As wide as on a phone, CSS pixels: so wide it is read beside its caption on a desk as well. */
export const size = { width: 352, height: 264 };
export const shared_size = { width: 1200, height: 630 };
export const shared_scene = 2;
const density = 2;

/** @param {number} scene from 1 @param {string} language */
export const still_of = (scene, language) => file_of(`stills/${scene}`, language, "jpg");
/** @param {string} language */
export const shared_of = (language) => file_of("stills/shared", language, "jpg");

// The page's own module, without a page around it.
function page_engine() {
  const { outputFiles } = buildSync({
    entryPoints: [at("web/engine/engine.js")],
    bundle: true,
    format: "iife",
    globalName: "own",
    write: false,
    logLevel: "warning",
    define: {
      __SINGLE__: "true",
      __DIGESTS__: "{}",
      "document.currentScript": "null",
      HTMLScriptElement: "Object",
      ImageData: "Pixels",
    },
  });
  class Pixels {
    constructor(data, width, height) {
      Object.assign(this, { data, width, height });
    }
  }
  return new Function("Pixels", `${read("build/web/bin/engine.js")}\n${outputFiles[0].text}\nreturn own;`)(Pixels);
}

const generated = (stem, language) => JSON.parse(read(`build/generated/${file_of(stem, language, "json")}`));
function content_in(language) {
  const { "later.json": second, ...first } = generated("content", language);
  return Buffer.from(JSON.stringify({ ...first, ...generated("later", language) }));
}

// What the page does when somebody goes to the story and turns its scenes, with nothing that takes its time.
class Story {
  constructor(engine) {
    this.engine = engine;
    this.ids = new Map();
    engine.setHost({ date: "", framed: false, address: false, calls: false });
    engine.setView({
      ...size,
      scrollY: 0,
      dpr: density,
      rootScale: 1,
      dark: false,
      lessMotion: true,
      moreContrast: false,
      textView: true,
    });
    engine.navigate("story");
    this.follow();
  }

  follow() {
    for (const op of this.engine.update(0).ops) if (op.op === "add") this.ids.set(op.key, op.id);
  }

  // Text view lists them all, and last the end.
  get scenes() {
    return [...this.ids.keys()].filter((key) => /^story\/scene\/\d+$/.test(key)).length - 1;
  }

  press(key) {
    this.engine.event(this.ids.get(key), "click", 0);
    this.follow();
  }

  async paint({ width, height }, quality) {
    const picture = this.engine.rasterFigure(this.ids.get("story/figure"), width / density, height / density, density);
    return Buffer.from(await encode(picture, { quality, auto_subsample: false, chroma_subsample: 2 }));
  }
}

async function stills_in(language, { Engine, startModule }, compiled) {
  const started = await startModule((imports) => WebAssembly.instantiate(compiled, imports), {
    wasmMemory: new WebAssembly.Memory({ initial: 256, maximum: 4096 }),
  });
  const engine = new Engine(started);
  const font = (name) => read(`build/generated/fonts/${name}.ttf`);
  const problems = engine.begin(
    { content: content_in(language), fontRegular: font("regular"), fontBold: font("bold"), partial: false },
    language,
  );
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const story = new Story(engine);
  const files = new Map();
  for (let scene = 1; scene <= story.scenes; ++scene) {
    const twice = { width: size.width * density, height: size.height * density };
    files.set(still_of(scene, language), await story.paint(twice, 64));
    if (scene === shared_scene) files.set(shared_of(language), await story.paint(shared_size, 80));
    story.press("story/next");
  }
  return files;
}

/** By their paths in the site. @param {string[]} languages @returns {Promise<Map<string, Buffer>>} */
export async function paint_stills(languages = [first_language]) {
  await init(await WebAssembly.compile(read("node_modules/@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm")));
  const engine = page_engine();
  const compiled = await WebAssembly.compile(read("build/web/bin/engine.wasm"));
  const files = [];
  for (const language of languages) files.push(...(await stills_in(language, engine, compiled)));
  return new Map(files);
}
