// The script of the cmi5 package.

import { define } from '../embed/lesson.js';
import { Cmi5Recorder } from './cmi5.js';
import { runCourse } from './course.js';

define(new URL('tautline.html', location.href).href, __VERSION__);
runCourse(Cmi5Recorder.isLaunched ? new Cmi5Recorder() : null, __COURSE__);
