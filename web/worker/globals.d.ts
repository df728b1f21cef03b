// What the build puts into the worker.

declare const __PRECACHE__: { url: string; revision: string | null }[];
