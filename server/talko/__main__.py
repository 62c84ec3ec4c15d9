"""`python -m talko` is `talko`."""

import sys

from talko.cli import main

sys.exit(main())
