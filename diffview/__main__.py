"""What runs when the program is started?"""

import sys

from diffview.cli import main
from diffview.reading.worker import FLAG, serve

if __name__ == "__main__":
    if sys.argv[1:] == [FLAG]:
        serve()
    sys.exit(main())
