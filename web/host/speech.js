// Reads aloud with the browser's own speech. Only voices of this device: others send what they read to a server.

export class Speech {
  /** @param {import('../engine/engine.js').Engine} engine @param {() => void} changed */
  constructor(engine, changed) {
    this.engine = engine;
    this.changed = changed;
    this.turn = 0;
    this.timer = 0;
    this.reading = false;
  }

  /** @param {string} language @returns {SpeechSynthesisVoice | undefined} */
  voice(language) {
    const voices = window.speechSynthesis?.getVoices().filter(({ localService }) => localService) ?? [];
    const plain = language.toLowerCase();
    const fits = (/** @type {SpeechSynthesisVoice} */ { lang }) =>
      lang.toLowerCase().replace('_', '-').split('-')[0] === plain.split('-')[0];
    return voices.find((voice) => fits(voice) && voice.default) ?? voices.find(fits);
  }

  /** Instead of what is being said. @param {string[]} texts nothing: be quiet @param {string} language */
  say(texts, language) {
    const turn = ++this.turn;
    clearTimeout(this.timer);
    window.speechSynthesis?.cancel();
    this.reading = texts.length > 0;
    if (!this.reading) return;
    const begin = () => {
      const voice = this.voice(language);
      if (!voice) return this.over(turn, 'voiceMissing');
      texts.forEach((text, i) => {
        const utterance = new SpeechSynthesisUtterance(text);
        utterance.voice = voice;
        utterance.lang = voice.lang;
        const last = i === texts.length - 1;
        utterance.onend = () => last && this.over(turn, 'readAloudEnded');
        utterance.onerror = () => this.over(turn, 'readAloudEnded');
        window.speechSynthesis.speak(utterance);
      });
    };
    // Some browsers know their voices only a moment after they were asked first.
    if (this.voice(language)) begin();
    else this.timer = window.setTimeout(begin, 400);
  }

  /** @param {number} turn @param {'readAloudEnded' | 'voiceMissing'} what */
  over(turn, what) {
    if (turn !== this.turn) return;
    ++this.turn;
    this.reading = false;
    this.engine.tell(what);
    this.changed();
  }

  /** Escape. */
  stop() {
    if (!this.reading) return;
    this.say([], '');
    this.engine.tell('readAloudEnded');
    this.changed();
  }
}
