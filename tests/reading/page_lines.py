"""Which lines stand around a story, and which only look as if they did?

The lines are in `lines/`, one a line, all written for these tests: `furniture_under.txt` holds lines that are
furniture under a headline, `content_inside.txt` lines that belong to the story when they stand inside it, and so on.
"""

from pathlib import Path

FOLDER = Path(__file__).parent / "lines"
HEADLINE = "Council votes to close the old swimming pool"
STORY = (
    "The council voted seven to four on Monday to close the old swimming pool on Mill Lane.",
    "Residents filled the public gallery and several of them wept when the count was read out.",
    "The pool, which opened in 1936, needs a new roof and a new boiler.",
    "“We simply do not have the money,” the mayor told the meeting.",
)


def page(line: str, place: str) -> str:
    """Return the story with `line` at one place: under its headline, inside it, below it, or as its first line."""
    around = {
        "under": [HEADLINE, line, *STORY],
        "inside": [HEADLINE, *STORY[:2], line, *STORY[2:]],
        "below": [HEADLINE, *STORY, line],
        "instead": [line, *STORY],
    }
    return "\n\n".join(around[place])


def lines(kind: str) -> list[tuple[str, str]]:
    """Return every line of this kind ("furniture" or "content") with the place it stands at."""
    return [
        (line, path.stem.removeprefix(f"{kind}_"))
        for path in sorted(FOLDER.glob(f"{kind}_*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
