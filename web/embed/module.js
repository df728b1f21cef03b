// tautline-lesson.mjs, for import: defines <tautline-lesson>. The lesson stands beside this module, also for bundlers.

import { TautlineLesson, define } from './lesson.js';

define(new URL('./tautline.html', import.meta.url).href, __VERSION__);

export { TautlineLesson };
