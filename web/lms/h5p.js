// The H5P library's script. H5P lets a package bring scripts but no pages and no WebAssembly, so the whole lesson is in
// here as text and becomes a sandboxed frame's page. Progress and completion become xAPI events of H5P's own.

import { TautlineLesson, define } from '../embed/lesson.js';
import { chapters, share } from '../embed/protocol.js';

/** @type {any} */
const H5P = (/** @type {any} */ (window).H5P ??= {});

/** @param {{chapter?: string, theme?: string, language?: string}} params @param {number} contentId */
H5P.Tautline = function Tautline(params, contentId) {
  /** @type {any} */
  const self = this;
  H5P.EventDispatcher.call(self);
  /** @type {import('../embed/protocol.js').Chapters} */
  let known = {};
  const counted = chapters.includes(params?.chapter ?? '') ? 1 : chapters.length;
  const done = () => Math.round(share(known, params?.chapter ?? '') * counted);

  self.contentId = contentId;
  self.getScore = done;
  self.getMaxScore = () => counted;
  self.getAnswerGiven = () => Object.keys(known).length > 0;

  /** @param {string} verb */
  const event = (verb) => {
    const made = self.createXAPIEventTemplate(verb);
    made.setScoredResult(done(), counted, self, verb === 'completed', verb === 'completed' ? true : undefined);
    return made;
  };

  /** @param {any} container a jQuery object */
  self.attach = (container) => {
    const lesson = /** @type {TautlineLesson} */ (document.createElement('tautline-lesson'));
    if (params?.chapter) lesson.setAttribute('chapter', params.chapter);
    if (params?.theme) lesson.setAttribute('theme', params.theme);
    if (params?.language) lesson.setAttribute('lang', params.language);
    lesson.addEventListener('tautline-ready', () => {
      self.triggerXAPI('attempted');
      self.trigger('resize');
    });
    lesson.addEventListener('tautline-height', () => self.trigger('resize'));
    lesson.addEventListener('tautline-error', () => self.trigger('resize'));
    lesson.addEventListener('tautline-progress', (told) => {
      known = /** @type {CustomEvent} */ (told).detail.chapters;
      if (/** @type {CustomEvent} */ (told).detail.state === 'done') self.trigger(event('progressed'));
    });
    lesson.addEventListener('tautline-done', () => self.trigger(event('completed')));
    container.get(0).append(lesson);
    self.trigger('resize');
  };
};
H5P.Tautline.prototype = Object.create(H5P.EventDispatcher.prototype);
H5P.Tautline.prototype.constructor = H5P.Tautline;

TautlineLesson.page = __PAGE__;
define('', __VERSION__);
