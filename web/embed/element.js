// tautline-lesson.js, for a plain <script src>: defines <tautline-lesson>. The lesson stands beside this script.

import { define } from './lesson.js';

const script = document.currentScript;
define(new URL('tautline.html', script instanceof HTMLScriptElement ? script.src : location.href).href, __VERSION__);
