"""Tests of the ribbons between the panes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from diffview.theme import Theme
from diffview.ui.link_map import LinkMap, Ribbon
from diffview.ui.mask import Mask

SAME = Ribbon(0, "same", (0, 40), (0, 40))
LOWER = Ribbon(1, "reworded", (100, 140), (200, 260))
FAR = Ribbon(2, "moved", (150, 190), (5000, 5040))
LONE = Ribbon(3, "added", (300, 300), (290, 330))
LONE_FAR = Ribbon(4, "dropped", (350, 390), (20, 20))


@pytest.fixture
def ribbons(qtbot: QtBot, light: Theme) -> LinkMap:
    """A map of five ribbons."""
    ribbons = LinkMap(light)
    qtbot.addWidget(ribbons)
    ribbons.resize(80, 500)
    ribbons.show()
    ribbons.set_ribbons([SAME, LOWER, FAR, LONE, LONE_FAR], lambda link: f"link {link}")
    ribbons.grab()
    return ribbons


def test_ribbon_reaches_from_side_to_side(ribbons: LinkMap) -> None:
    """A ribbon is found at both ends and half way between them."""
    assert ribbons.ribbon_at(QPointF(1, 120)) == 1
    assert ribbons.ribbon_at(QPointF(79, 230)) == 1
    assert ribbons.ribbon_at(QPointF(40, 175)) == 1


def test_end_out_of_sight_becomes_a_stub(ribbons: LinkMap) -> None:
    """Where the partner is far away only a stub is drawn."""
    assert ribbons.ribbon_at(QPointF(2, 170)) == 2
    assert ribbons.ribbon_at(QPointF(60, 300)) != 2


def test_current_link_is_drawn_whole(ribbons: LinkMap) -> None:
    """The current link runs out of sight towards its partner, above the others."""
    ribbons.set_current(2)
    ribbons.grab()
    assert ribbons._drawn[-1][0] == 2
    assert ribbons._drawn[-1][1].boundingRect().right() >= 79


def test_added_passage_points_at_its_place(ribbons: LinkMap) -> None:
    """What one side lacks narrows to a point where it would stand."""
    path = next(path for link, path in ribbons._drawn if link == 3)
    assert path.boundingRect().left() <= 0
    assert path.contains(QPointF(78, 310))
    assert not path.contains(QPointF(1, 315))


def test_far_place_of_a_lone_passage_is_a_stub(ribbons: LinkMap) -> None:
    """A lone passage whose place is far from level is a stub until it is current."""
    assert next(path for link, path in ribbons._drawn if link == 4).boundingRect().right() < 40
    ribbons.set_current(4)
    ribbons.grab()
    assert ribbons._drawn[-1][1].boundingRect().right() >= 79


def test_scrolling_moves_the_ends(ribbons: LinkMap) -> None:
    """Each end moves with its pane."""
    ribbons.set_scroll(50, 0)
    ribbons.grab()
    assert ribbons.ribbon_at(QPointF(1, 70)) == 1
    assert ribbons.ribbon_at(QPointF(79, 230)) == 1


def test_only_what_is_in_sight_is_drawn(ribbons: LinkMap) -> None:
    """Scrolled far away nothing is drawn."""
    ribbons.set_scroll(20000, 20000)
    ribbons.grab()
    assert ribbons._drawn == []


def test_click_tells_the_link(qtbot: QtBot, ribbons: LinkMap) -> None:
    """Clicking a ribbon tells which link it is."""
    with qtbot.waitSignal(ribbons.link_clicked) as clicked:
        qtbot.mouseClick(ribbons, Qt.MouseButton.LeftButton, pos=QPoint(40, 175))
    assert clicked.args == [1]


def test_hidden_class_is_not_drawn(ribbons: LinkMap) -> None:
    """A class that is switched off has no ribbons."""
    ribbons.set_mask(Mask(frozenset({"reworded"})))
    ribbons.grab()
    assert ribbons.ribbon_at(QPointF(40, 175)) == -1


def test_hover_is_told_and_left(qtbot: QtBot, ribbons: LinkMap) -> None:
    """The mouse over a ribbon is told, and that it has gone."""
    seen: list[int] = []
    ribbons.link_hovered.connect(seen.append)
    qtbot.mouseMove(ribbons, QPoint(40, 175))
    ribbons.set_hovered(1)
    qtbot.mouseMove(ribbons, QPoint(40, 450))
    assert seen == [1, -1]
