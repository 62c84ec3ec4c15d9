/** What comes with the screen's first view, in one file. The build puts it before each part. */

import "../screen.js";
import "../sides.js";
