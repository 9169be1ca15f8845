"""Is what stands around a story told from the story, and never a part of the story taken for it?"""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffview.model import Span
from diffview.reading.furniture import find_furniture
from tests.reading.page_lines import HEADLINE, STORY, lines, page


def marked(text):
    return {mark.span.of(text): mark.rule for mark in find_furniture(text)}


@pytest.mark.parametrize(("line", "place"), lines("furniture"))
def test_line_around_the_story(line, place):
    """Buttons, credits, notes and calls are furniture, and nothing else on their page is."""
    assert "".join(marked(page(line, place))).replace(" ", "") == line.replace(" ", "")


@pytest.mark.parametrize(("line", "place"), lines("content"))
def test_line_of_the_story(line, place):
    """A sentence, a heading or a headline stays, whatever words it shares with a button or a note."""
    assert marked(page(line, place)) == {}


def test_trail_of_many_steps():
    """A line of a hundred arrows is read as fast as any other, in plain letters and in others, and is no trail."""
    for end in ("!", "Ω!"):
        assert marked(page(f"home{' > --' * 100}{end}", "under")) == {}


UPDATE = "This story has been updated with an answer that the mayor gave."
RULES = {
    "call to readers": ("Follow our live coverage here.", "inside"),
    "share or navigation words": ("Share this story: Facebook | X | Email", "inside"),
    "advertisement": ("Story continues below advertisement", "inside"),
    "separator": ("* * *", "inside"),
    "topic tags": ("Tags: council, swimming", "below"),
    "section label": ("CNN", "under"),
    "related link": ("Read more: Five pools that have closed", "inside"),
    "page pointer": ("The seven, name by name: page 4", "below"),
    "photo credit": ("(Photo by Ann Brook)", "inside"),
    "timestamp": ("Updated 8:15 p.m. Thursday", "under"),
    "byline": ("By Ann Brook, chief swimming writer", "under"),
    "editing credit": ("Reporting by Ann Brook; editing by Tom Reed", "below"),
    "contributor note": ("Staff writer Ann Brook contributed to this report.", "below"),
    "update note": ("This is a developing story. Check back for updates.", "under"),
    "exchange-rate note": ("($1 = 18.42 marka)", "below"),
    "legal notice": ("© 2024 Mill Courier. All rights reserved.", "below"),
    "contact call": ("Got a tip? Message our reporters securely.", "inside"),
    "newsletter or app call": ("Get alerts: download our app.", "below"),
    "appeal to readers": ("The Courier is paid for by readers like you.", "below"),
}


@pytest.mark.parametrize(("rule", "case"), RULES.items())
def test_name_of_the_rule(rule, case):
    """A mark carries the name of the rule that made it."""
    line, place = case
    assert marked(page(line, place)) == {line: rule}


def test_teaser_between_equal_labels():
    """A headline between two equal labels is a teaser of another story."""
    teaser = "Burger chain faces its first lawsuit over the outbreak"
    text = "\n".join(["In This Story", STORY[0], "Suggested Reading", teaser, "Suggested Reading", *STORY[1:]])
    assert marked(text)[teaser] == "teaser of another story"
    assert len(find_furniture(text)) == 4


def test_teasers_at_the_end_of_the_page():
    """All headlines between a label and the end of the page are teasers."""
    text = "\n".join([HEADLINE, *STORY, "Related stories", "Who pays for the library?", "Boiler explodes at school"])
    assert [mark.rule for mark in find_furniture(text)] == ["related link", *["teaser of another story"] * 2]


def test_subheading_after_a_label_stays():
    """A short heading between a label and the story belongs to the story."""
    text = "\n".join([HEADLINE, *STORY[:2], "Recommended", "What happens next", *STORY[2:]])
    assert marked(text) == {"Recommended": "related link"}


def test_headline_under_a_label_stays():
    """A label above the headline does not make the headline a teaser."""
    assert marked("\n".join(["Recommended", HEADLINE, *STORY])) == {"Recommended": "related link"}


def test_buttons_in_company():
    """A plain word is a button next to another button, and a word of the story when it stands alone."""
    inside = "\n".join([HEADLINE, *STORY[:2], "Share", "Save", *STORY[2:]])
    assert marked(inside) == dict.fromkeys(["Share", "Save"], "share or navigation words")
    assert marked("\n".join([HEADLINE, *STORY[:2], "Save", *STORY[2:]])) == {}


def test_button_glued_to_a_sentence():
    """A button's word that lost its line is cut off the sentence it sticks to."""
    text = "\n".join([HEADLINE, *STORY, "It would make the town’s budget more efficient.close"])
    (mark,) = find_furniture(text)
    assert (mark.span.of(text), mark.span.end) == ("close", len(text))


def test_notes_behind_the_last_sentence():
    """Closing notes on the line of the last sentence are marked one by one; the sentence stays."""
    note = "(Reporting by Jana Hollis; Editing by Sue Whitlow)"
    text = "\n".join([HEADLINE, *STORY, f"The last swim is on Saturday. {note}"])
    assert marked(text) == {note: "editing credit"}


def test_two_notes_on_one_line():
    """A line that holds two notes gives two marks, each with its rule."""
    text = "\n".join([HEADLINE, *STORY, "($1 = 18.42 marka) (Reporting by Jana Hollis; Editing by Sue Whitlow)"])
    assert [mark.rule for mark in find_furniture(text)] == ["exchange-rate note", "editing credit"]


def test_site_name_above_and_below():
    """The name of the site at both ends of the page is furniture; the headline under it is not."""
    text = "\n".join(["Mill Courier", HEADLINE, *STORY, "Mill Courier"])
    assert [mark.rule for mark in find_furniture(text)] == ["short line repeated"] * 2


def test_cells_of_a_table_below_the_story():
    """What is repeated below the story alone stays: figures and parties in a table."""
    assert marked("\n".join([HEADLINE, *STORY, "Brook", "Labour", "31", "Reed", "Labour", "31"])) == {}


def test_dates_listed_below_the_story():
    """Days and hours that the story announces stay; a full date below it is the page's."""
    listed = ["The meetings", "Nov. 30, 7 p.m.", "Town hall, Dec. 7, 7 p.m."]
    assert marked("\n".join([HEADLINE, *STORY, *listed])) == {}
    assert marked("\n".join([HEADLINE, *STORY, "Nov. 30, 2024, 7 p.m."])) == {"Nov. 30, 2024, 7 p.m.": "timestamp"}


def test_story_goes_on_behind_a_call():
    """A call on the line of a sentence of the story does not take that sentence away."""
    line = "Sign up for our newsletter. The council votes on the library on Monday night."
    assert marked("\n".join([HEADLINE, *STORY[:2], line, *STORY[2:]])) == {}


def test_name_next_to_a_date():
    """A name alone under the headline is a byline when a date stands next to it."""
    text = "\n".join([HEADLINE, "Ann Brook", "Nov. 12, 2024, 6:04 p.m.", *STORY])
    assert marked(text)["Ann Brook"] == "byline"


def test_byline_under_a_standfirst():
    """A byline may follow the sentence that stands under the headline."""
    text = "\n".join([HEADLINE, "After 88 years the water on Mill Lane will be let out.", "By Ann Brook", *STORY])
    assert marked(text) == {"By Ann Brook": "byline"}


def test_without_a_story_there_is_no_furniture():
    """Lines that could stand around a story are left alone when there is none."""
    assert find_furniture("Share\nRead more: Five pools\nBy Ann Brook") == ()
    assert find_furniture(f"{HEADLINE}\nThis story has been updated with an answer that the mayor gave.") == ()
    assert find_furniture("") == ()


def test_given_paragraphs():
    """Paragraphs that are not lines are judged as they were cut."""
    pieces = [HEADLINE, STORY[0], "Share this story: Facebook | X | Email", STORY[1]]
    text = " ".join(pieces)
    spans = [Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]
    assert [mark.span for mark in find_furniture(text, spans)] == [spans[2]]


@pytest.mark.parametrize(
    "line",
    [
        "1-" * 290 + "x",
        "Reporting by " + "Reporting " * 40 + "x",
        "Share " + "copy link " * 6 + "x",
        "By " + "A B, " * 18 + "c.",
        "A" * 599,
        "word " * 200_000,
    ],
)
def test_no_line_takes_long(line):
    """A line made to confuse the patterns costs no more than any other."""
    begin = time.process_time()
    find_furniture("\n".join([HEADLINE, line, *STORY, line]))
    assert time.process_time() - begin < 1


@given(
    st.lists(
        st.sampled_from(
            [*STORY, HEADLINE, "Share", "Read more: x y", "close", "“", "a.\u00a0", "\u200b", "* ", UPDATE, ""]
        ),
        max_size=12,
    )
)
def test_marks_are_in_order_and_apart(some):
    """Marks lie inside the text, in order, without touching white space or each other."""
    text = "\n".join(some)
    end = 0
    for mark in find_furniture(text):
        assert end <= mark.span.start < mark.span.end <= len(text)
        assert mark.span.of(text) == mark.span.of(text).strip()
        end = mark.span.end


def test_hours_over_the_entries_of_a_live_page():
    """The hour over each entry is furniture where there are several; one alone belongs to the story."""
    entries = ["Posted at 17:58", STORY[0], "16:30 GMT", STORY[1], *STORY[2:]]
    assert marked("\n\n".join([HEADLINE, *entries])) == {"Posted at 17:58": "timestamp", "16:30 GMT": "timestamp"}
    assert marked("\n\n".join([HEADLINE, *STORY[:2], "16:30 GMT", *STORY[2:]])) == {}


def test_topics_under_their_label():
    """Short lines under a label of topics below the story are topics up to the next furniture."""
    found = marked("\n\n".join([HEADLINE, *STORY, "Explore more on these topics", "Swimming", "Mill Lane", "Share"]))
    assert [found[line] for line in ("Swimming", "Mill Lane")] == ["topic tags"] * 2


def test_teasers_before_the_foot_of_the_page():
    """Headlines under a label are teasers where nothing but furniture follows them."""
    found = marked(
        "\n\n".join([HEADLINE, *STORY, "Most read", "Swan attacks a man", "Bin strike goes on", "© 2026 Mill"])
    )
    assert found["Bin strike goes on"] == "teaser of another story"


def test_slug_over_the_headline():
    """A wire's slug is no headline: the line under it is."""
    for slug in ("URGENT", "PRESS RELEASE", "POLITIK", "Live review", "MILL EVENING POST"):
        assert marked("\n\n".join([slug, HEADLINE, *STORY])) == {slug: "section label"}
