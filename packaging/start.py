"""What does a bundled program run first?"""

import sys

from diffview.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
