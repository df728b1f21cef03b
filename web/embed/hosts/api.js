const lesson = document.querySelector('tautline-lesson');
const log = document.querySelector('#log');
for (const type of ['ready', 'height', 'progress', 'done', 'error']) {
  lesson.addEventListener(`tautline-${type}`, ({ detail }) => log.append(`${type} ${JSON.stringify(detail)}\n`));
}
document.querySelector('#muscles').onclick = () => lesson.goto('muscles');
document.querySelector('#dark').onclick = () => lesson.setAttribute('theme', 'dark');
document.querySelector('#reset').onclick = () => lesson.reset();
