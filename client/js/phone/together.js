/** What comes with the phone's first view, in one file, whichever step it is. The build puts it before each part. */

import "../phone.js";
import "../sides.js";
import "./answering.js";
import "./ballot.js";
import "./became.js";
import "./choosing.js";
import "./option.js";
