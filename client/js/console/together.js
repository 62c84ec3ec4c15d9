/** What comes with the console's first view, in one file. The build puts it before each part. */

import "../console.js";
import "../sides.js";
import "./cards.js";
import "./results.js";
