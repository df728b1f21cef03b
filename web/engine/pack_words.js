// What the engine can't know of a pack: whether it has all the words that screens ask for. Our own English has just these
// (src/app/interface_words.h).

import { loadContent } from '../files/loader.js';
import { contentFamilies } from './protocol.js';

/** The keys of a bundle's English words, but for what its own questions and signs call for. @param {Uint8Array} content */
const interfaceWords = (content) =>
  Object.entries(JSON.parse(new TextDecoder().decode(content)))
    .filter(([path]) => path.startsWith('words/en/'))
    .flatMap(([, words]) => Object.keys(words))
    .filter((key) => !contentFamilies.some((family) => key.startsWith(family)));

/** A problem for each word that a pack lacks which the engine has read. @param {Uint8Array} content @returns {Promise<string[]>} */
export async function lackingWords(content) {
  const there = new Set(interfaceWords(content));
  return interfaceWords(await loadContent('en'))
    .filter((key) => !there.has(key))
    .map((key) => `words/en: found no words "${key}", expected a sentence or a list of sentences`);
}
