"""What runs when the program is started?"""

import sys

from diffview.cli import main

if __name__ == "__main__":
    sys.exit(main())
