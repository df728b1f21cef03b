new pym.Parent('lesson', document.currentScript.dataset.lesson, { title: 'The alarm, from Tautline' });
