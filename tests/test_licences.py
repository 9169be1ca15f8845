"""Is everything that comes with diffview listed with its licence?"""

from __future__ import annotations

import json
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

import pytest

from diffview.resources import read_resource
from tests.conftest import CHECKOUT


@pytest.fixture
def script() -> ModuleType:
    """The script that makes the list."""
    spec = spec_from_file_location("licences", CHECKOUT / "packaging" / "licences.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_list_is_what_is_installed(script: ModuleType) -> None:
    """Every package that an installation brings along is listed, no other is, each with the licence it names."""
    assert script.changes() == []


def test_spellings_of_a_licence_are_one(script: ModuleType) -> None:
    """What metadata call a licence varies; another licence is noticed all the same."""
    assert script.family("BSD License") == script.family("BSD-3-Clause")
    assert script.family("Apache Software License") == script.family("Apache-2.0")
    assert script.family("LGPL-3.0-only") != script.family("GPL-3.0-only")


def test_nothing_forbids_passing_it_on() -> None:
    """No component is under a licence that a program under the Apache licence could not be passed on with."""
    listed = json.loads(read_resource("licences", "components.json"))
    assert [name for name, licence in listed.items() if licence.upper() in {"UNKNOWN", ""} or "AGPL" in licence] == []


ENDS = {
    "Apache-2.0.txt": "limitations under the License.",
    "LGPL-3.0.txt": "permanent authorization for you to choose that version",
    "GPL-3.0.txt": "why-not-lgpl.html",
}


@pytest.mark.parametrize("name", ENDS)
def test_the_texts_are_whole(name: str) -> None:
    """The licences of the encoder and of Qt are shipped, to their last lines."""
    text = read_resource("licences", name)
    assert len(text) > 7000
    assert ENDS[name] in text[-700:]


def test_the_notice_names_every_text() -> None:
    """Whoever reads the notice finds the texts it speaks of."""
    notice = read_resource("licences", "notice.txt")
    assert all(name in notice for name in ("Apache-2.0.txt", "LGPL-3.0.txt", "GPL-3.0.txt", "components.json"))
