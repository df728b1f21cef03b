// The script of the SCORM 2004 package.

import { define } from '../embed/lesson.js';
import { runCourse } from './course.js';
import { Scorm, findApi } from './scorm.js';

define(new URL('tautline.html', location.href).href, __VERSION__);
const api = findApi(window, 'API_1484_11');
runCourse(api && new Scorm(api, '2004'), __COURSE__);
