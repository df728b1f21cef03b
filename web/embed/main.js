// embed.js: fetched by a page that stands in another one (?mode=embed), and by no other.

import { Frame } from './frame.js';

window.tautlineFrame = (options) => new Frame(options);
