// The H5P library's script. H5P lets a package bring scripts but no pages and no WebAssembly, so the whole lesson is in
// here as text and becomes a sandboxed frame's page. Progress and completion become xAPI events of H5P's own.

import { TautlineLesson, define } from '../embed/lesson.js';
import { chapters, share } from '../embed/protocol.js';
import { merged, pack, unpack } from './course.js';

const H5P = (window.H5P ??= {});

/** @param {{chapter?: string, region?: string, theme?: string, language?: string}} params @param {number} contentId
 * @param {{previousState?: unknown}} [extras] previousState: what getCurrentState gave in an earlier visit */
H5P.Tautline = function Tautline(params, contentId, extras) {
  /** @type {any} */
  const self = this;
  H5P.EventDispatcher.call(self);
  /** @type {import('../embed/protocol.js').Chapters} */
  let known = unpack(JSON.stringify(extras?.previousState ?? null));
  const counted = chapters.includes(params?.chapter ?? '') ? 1 : chapters.length;
  const done = () => Math.round(share(known, params?.chapter ?? '') * counted);

  self.contentId = contentId;
  self.getScore = done;
  self.getMaxScore = () => counted;
  self.getAnswerGiven = () => Object.values(known).some((state) => state !== 'none');
  // Nothing to keep is no state: H5P offers to begin anew where there is one.
  self.getCurrentState = () => (self.getAnswerGiven() ? JSON.parse(pack(known)) : undefined);
  self.resetTask = () => {
    known = merged({}, {});
    self.lesson?.reset();
  };

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
    if (params?.region) lesson.setAttribute('region', params.region);
    if (params?.theme) lesson.setAttribute('theme', params.theme);
    if (params?.language) lesson.setAttribute('lang', params.language);
    lesson.addEventListener('tautline-ready', () => {
      self.triggerXAPI('attempted');
      self.trigger('resize');
    });
    lesson.addEventListener('tautline-height', () => self.trigger('resize'));
    lesson.addEventListener('tautline-error', () => self.trigger('resize'));
    lesson.addEventListener('tautline-progress', (told) => {
      const before = done();
      known = merged(known, /** @type {CustomEvent} */ (told).detail.chapters);
      if (done() === before) return; // a chapter that was done in an earlier visit
      self.trigger(event('progressed'));
      if (done() === counted) self.trigger(event('completed'));
    });
    self.lesson = lesson;
    container.get(0).append(lesson);
    self.trigger('resize');
  };
};
H5P.Tautline.prototype = Object.create(H5P.EventDispatcher.prototype);
H5P.Tautline.prototype.constructor = H5P.Tautline;

TautlineLesson.page = __PAGE__;
define('', __VERSION__);
