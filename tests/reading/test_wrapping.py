"""Are lines of equal width joined into paragraphs, and all other lines left alone?"""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from diffview.reading.wrapping import join_wrapped_lines

PARAGRAPHS = [
    (
        "The ferry lost its steering at eight and struck the pier a minute later, while the commuters on board were "
        "looking for their bags and coats and the captain was leaning on the horn with all his weight."
    ),
    (
        "Nobody was killed, which the harbor master called the only good news of a long and very wet morning, and the "
        "first of the passengers were on their way to work again."
    ),
    "Divers will look at the rudder on Thursday.",
]


def test_folded_paragraphs_are_joined():
    """Paragraphs folded at 72 characters become one line each; blank lines stay."""
    folded = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in PARAGRAPHS)
    assert join_wrapped_lines(folded) == "\n\n".join(PARAGRAPHS)


def test_paragraphs_without_a_gap_stay_apart():
    """A line that had room for the next word ends its paragraph."""
    folded = "\n".join(textwrap.fill(paragraph, 60) for paragraph in PARAGRAPHS)
    assert join_wrapped_lines(folded) == "\n".join(PARAGRAPHS)


def test_one_line_a_paragraph_is_left_alone():
    """A text of long lines is not touched."""
    text = "\n".join(PARAGRAPHS * 3)
    assert join_wrapped_lines(text) == text


def test_verse_is_left_alone():
    """Short lines that end where their author wanted them to end are not touched."""
    verse = "\n".join(["The tide came in", "with a bell on its neck", "and nobody rang it", "but the goat"] * 4)
    assert join_wrapped_lines(verse) == verse


def test_headlines_of_equal_length_are_left_alone():
    """Lines that fill the width but each begin anew are no folded paragraph."""
    headlines = "\n".join(f"Council {number} votes to close the swimming pool on Monday" for number in range(10, 30))
    assert join_wrapped_lines(headlines) == headlines


def test_lists_are_left_alone():
    """The points of a list are not joined to each other."""
    points = "\n".join(f"- point number {i} about the ferry and the pier of the town" for i in range(12))
    assert join_wrapped_lines(points) == points


@given(st.text(alphabet="ab \n", max_size=400))
def test_offsets_stay(text):
    """Joining changes newlines into spaces and nothing else."""
    joined = join_wrapped_lines(text)
    assert len(joined) == len(text)
    assert joined.replace("\n", " ") == text.replace("\n", " ")
