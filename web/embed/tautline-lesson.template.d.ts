// <tautline-lesson>, and the messages that a lesson in a frame sends and takes. docs/embedding.md tells the rest.

export type Chapter = '{{chapters}}';
export type Theme = 'auto' | 'light' | 'dark' | 'contrast' | 'warm';
export type ChapterState = 'none' | 'opened' | 'done';
export type Chapters = Record<Chapter, ChapterState>;

/** What a lesson in a frame says to the page round it, by `postMessage`. */
export type LessonMessage = { source: 'tautline'; v: 1 } & (
  | { type: 'ready'; chapter: Chapter | ''; chapters: Chapter[]; language: string; title: string; commands: string[]; scrolls: boolean; stopped: boolean }
  | { type: 'height'; height: number }
  | { type: 'scroll'; y: number }
  | { type: 'progress'; chapter: Chapter; state: ChapterState; chapters: Chapters; share: number }
  | { type: 'done'; chapter: Chapter | ''; chapters: Chapters }
  | { type: 'overdue'; by: string }
  | { type: 'error'; code: 'no-wasm' | 'failed' | 'content' | 'stopped' | 'refused'; what?: string }
);

/** What the page round it may say to a lesson. */
export type LessonCommand = { target: 'tautline'; v: 1 } & (
  | { type: 'hello' }
  | { type: 'goto'; screen: string }
  | { type: 'language'; language: string }
  | { type: 'theme'; theme: Theme }
  | { type: 'reset' }
);

type Detail<T extends LessonMessage['type']> = Extract<LessonMessage, { type: T }>;

export interface TautlineLessonEvents {
  'tautline-ready': CustomEvent<Detail<'ready'>>;
  'tautline-height': CustomEvent<{ height: number }>;
  'tautline-progress': CustomEvent<Detail<'progress'>>;
  'tautline-done': CustomEvent<Detail<'done'>>;
  /** The day by which the lesson's sources were to be looked at again has gone by: take a newer one. */
  'tautline-overdue': CustomEvent<{ by: string }>;
  /** 'timeout': the lesson did not come within 40 s. */
  'tautline-error': CustomEvent<{ code: string }>;
}

export class TautlineLesson extends HTMLElement {
  static readonly version: string;
  static defaultSource: string;
  /** Where the lesson stands; without it, beside the script. */
  src: string;
  /** '' for the whole lesson. */
  chapter: Chapter | '';
  theme: string;
  /** 'auto' (as tall as the content), 'fill' (as tall as the element) or a number of px. */
  height: string;
  readonly ready: boolean;
  readonly progress: Partial<Chapters>;
  /** As the button does. */
  start(options?: { focus?: boolean }): void;
  stop(): void;
  goto(screen: string): void;
  /** Forgets every answer and begins again. */
  reset(): void;
  addEventListener<K extends keyof TautlineLessonEvents>(
    type: K, listener: (this: TautlineLesson, event: TautlineLessonEvents[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K, listener: (this: TautlineLesson, event: HTMLElementEventMap[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'tautline-lesson': TautlineLesson;
  }
}
