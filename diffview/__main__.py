"""What runs when the program is started?"""

import os
import sys

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: its threads would only spin on matrices this small


def main() -> int:
    """Run the program on the command line and return its exit status."""
    from diffview.reading import AHEAD_FLAG, WORKER_FLAG  # noqa: PLC0415 - nothing is loaded before it is needed

    if sys.argv[1:] == [WORKER_FLAG]:
        from diffview.reading.worker import serve  # noqa: PLC0415

        serve()
    if sys.argv[1:2] == [AHEAD_FLAG]:
        from diffview.commands.ahead import serve as read_ahead  # noqa: PLC0415

        read_ahead(sys.argv[2:])
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support  # noqa: PLC0415 - a bundle is its own child process

        freeze_support()
    from diffview.commands.ahead import begin  # noqa: PLC0415

    child = begin(sys.argv[1:])
    from diffview.cli import main as run  # noqa: PLC0415 - the child reads while it is loaded

    return run(child=child)


if __name__ == "__main__":
    sys.exit(main())
