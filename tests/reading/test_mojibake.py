"""Are misread letters found and, when asked, repaired, and everything else left alone?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffview.model import Article, Furniture, Span
from diffview.reading import read_article
from diffview.reading.mojibake import misread, repaired

TEXT = "The café on São Paulo’s square is “closed”, Zoë said."
WRONG = TEXT.encode().decode("cp1252", "replace")


def test_notice_names_lines_and_an_example():
    """A text whose UTF-8 was read as Windows-1252 is noticed, with the number of lines and one word in both forms."""
    assert misread(f"One line.\n{'Ã©tÃ©'} was fine.\n{'cafÃ©'} too.") == ("2 lines look misread: “Ã©tÃ©” may be “été”",)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Ångström, naïve façade, Œuvre, ½ cup, 20 °C",
        "Привет, мир! Ça va? Älter. Ñandú",
        "“It’s ‘fine’…” — he said",
    ],
)
def test_ordinary_letters_are_left_alone(text):
    """Accents, typographic quotes and other scripts are nothing to repair."""
    assert misread(text) == ()
    assert repaired(Article.from_text(text)) is None


def test_a_file_with_misread_letters_is_not_changed(tmp_path):
    """Reading a file never repairs it; it only says so."""
    path = tmp_path / "a.txt"
    path.write_text("The cafÃ© was full.", encoding="utf-8")
    article = read_article(path)
    assert article.text == "The cafÃ© was full."
    assert article.notices == ("1 line looks misread: “cafÃ©” may be “café”",)


def test_repair_keeps_typographic_quotes_curled():
    """The repaired text has the quotation marks that the author wrote."""
    found = repaired(Article.from_text("He said â€œnoâ€\x9d."))
    assert found is None or "”" in found.text or "“" in found.text
    whole = repaired(Article.from_text("It is Zoë’s café".encode().decode("cp1252")))
    assert whole is not None
    assert whole.text == "It is Zoë’s café"


def test_furniture_moves_along():
    """What was left out before the repair is left out after it, letter for letter."""
    text = "cafÃ© news\nShare the cafÃ©\nThe cafÃ© closed."
    start = text.index("Share")
    marked = Article(text, furniture=(Furniture(Span(start, start + len("Share the cafÃ©")), "sharing"),))
    found = repaired(marked)
    assert found is not None
    assert found.furniture is not None
    assert found.furniture[0].span.of(found.text) == "Share the café"
    assert found.furniture[0].rule == "sharing"


def test_what_was_repaired_is_said_and_can_be_had_back():
    """The repaired article says in how many lines, and holds the article as it was."""
    article = Article("The cafÃ©.\nNothing.", title="The cafÃ©.", notices=("encoding guessed: cp1252",))
    found = repaired(article)
    assert found is not None
    assert found.notices == ("misread letters repaired in 1 line", "encoding guessed: cp1252")
    assert found.title == "The café."
    assert found.original is article


@given(st.text(alphabet="aé “”’\nÃ©â€œ\u00a0ñß.", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_text_keeps_its_lines_and_furniture(text, one, two):
    """Whatever is repaired, the lines stay as many and every span of furniture stays inside the text."""
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    marks = (Furniture(Span(start, end), "sharing"),) if start < end else ()
    found = repaired(Article(text, furniture=marks))
    if found is not None:
        assert found.text.count("\n") == text.count("\n")
        assert all(0 <= mark.span.start <= mark.span.end <= len(found.text) for mark in found.furniture or ())
