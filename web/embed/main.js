// embed.js: fetched by a page that stands in another one (?mode=embed), and by no other.

import { Inside } from './inside.js';

window.tautlineFrame = (options) => new Inside(options);
