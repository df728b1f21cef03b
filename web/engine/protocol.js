// The engine's numbers for roles and looks, as names for elements and class names. src/semantics/names.cpp holds the
// same lists; a spec compares the two.

export const roles = [
  'banner', 'navigation', 'main', 'footer', 'section', 'group', 'list', 'item', 'radio-group', 'check-group', 'table',
  'row', 'heading', 'paragraph', 'cell', 'header-cell', 'button', 'link', 'radio', 'checkbox', 'slider', 'figure',
  'hotspot', 'progress', 'status', 'alert', 'dialog',
];

export const looks = [
  'plain', 'eyebrow', 'lead', 'small', 'quote', 'primary', 'secondary', 'quiet', 'danger', 'chip', 'pill', 'door',
  'icon', 'card', 'emergency', 'today', 'soon', 'crisis', 'calm', 'research', 'why', 'note', 'panel', 'controls',
];

export const arranges = ['stack', 'row', 'grid', 'split'];

export const accents = ['none', 'alarm', 'muscles', 'cortisol', 'sensitivity', 'feel', 'patterns', 'check', 'helps'];

export const icons = [
  'none', 'play', 'pause', 'step', 'reset', 'slow', 'back', 'next', 'warning', 'text-view', 'settings', 'sources',
  'home', 'check', 'change', 'phone', 'body', 'breath', 'moon', 'walk', 'talk', 'heat', 'bolt', 'wave', 'plus',
  'close', 'open', 'link-out',
];

/** As classes of <html>: dark or light, and what is special about it. */
export const schemes = ['light', 'dark', 'light contrast', 'dark contrast', 'light warm'];
