// The script of the SCORM 1.2 package.

import { define } from '../embed/lesson.js';
import { runCourse } from './course.js';
import { Scorm, findApi } from './scorm.js';

define(new URL('tautline.html', location.href).href, __VERSION__);
const api = findApi(window, 'API');
runCourse(api && new Scorm(api, '1.2'), __COURSE__);
