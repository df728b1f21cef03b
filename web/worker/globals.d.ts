// What the build puts into the worker.

declare const __PRECACHE__: { url: string; revision: string | null; integrity: string }[];
/** Integrity by path, of what is kept from when it is first asked for. */
declare const __LATER__: Record<string, string>;
