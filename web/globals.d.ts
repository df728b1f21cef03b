// What the page's script gets from the engine's build (src/page): Emscripten's glue, which stands in front of it.

/** src/page/exports.cpp says what each function does. Pointers are offsets in HEAPU8. */
export interface EngineModule {
  HEAPU8: Uint8Array<ArrayBuffer>;
  _tautline_reserve(slot: number, size: number): number;
  _tautline_start(textSize: number): number;
  _tautline_problems(): number;
  _tautline_viewport(
    width: number, height: number, scrollY: number, dpr: number, rootScale: number, smallestText: number, media: number): void;
  _tautline_look_at(x: number, y: number, width: number, height: number): void;
  _tautline_event(id: number, kind: number, value: number): number;
  _tautline_interaction(hovered: number, pressed: number, focused: number): void;
  _tautline_navigate(size: number): number;
  _tautline_set(setting: number, value: number): void;
  _tautline_language(size: number): number;
  _tautline_start_over(): void;
  _tautline_progress(): number;
  _tautline_tell(what: number): void;
  _tautline_add_typeface(): number;
  _tautline_update(seconds: number): number;
  _tautline_paint(): number;
  _tautline_raster(): number;
  _tautline_raster_moved_part(): number;
  _tautline_raster_figure(id: number, width: number, height: number, dpr: number): number;
  _tautline_forget_textures(): void;
  _tautline_host(dateSize: number, flags: number): void;
  _tautline_failed(why: number): void;
  _tautline_open_answers(size: number): number;
  _tautline_take_away(errand: number, addressSize: number): number;
  _tautline_countries(size: number): void;
}

declare global {
  /** Whether this script stands in the single file, where nothing more can be fetched. */
  const __SINGLE__: boolean;
  /** Time zones by area and region (build-scripts/lib/zones.mjs). */
  const __ZONES__: string;
  /** SHA-256 of this build's files, in Base64, by their path in its folder (build-scripts/lib/digests.mjs). */
  const __DIGESTS__: Record<string, string>;
  /** Put in by build-scripts/lib/embed.mjs and lms.mjs. */
  const __WORDS__: Record<string, import('./embed/lesson.js').Words>;
  const __VERSION__: string;
  const __COURSE__: { alone: string, leave: string };
  const __PAGE__: string;
  interface Window {
    /** Given by embed.js, when the page has asked for it. */
    tautlineFrame?: (options: import('./host/address.js').Options) => import('./embed/inside.js').Inside;
    /** H5P's own, in which its libraries stand. */
    H5P?: any;
  }
  function createEngine(options: {
    onAbort: (what: unknown) => void;
    wasmBinary?: Uint8Array;
    /** The memory to use, instead of one of its own. */
    wasmMemory?: WebAssembly.Memory;
    /** Makes the instance itself and hands it over; gives back {}. */
    instantiateWasm?: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => object;
  }): Promise<EngineModule>;
}
