"""What do all tests share?"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings  # registers what it watches before the program may call gc.freeze

from diffview.alignment.encoder import SentenceEncoder
from diffview.model import Article
from diffview.reading import read_article
from tests.fakes import FakeEncoder

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["HF_HUB_OFFLINE"] = "1"
settings.register_profile("on any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("on any machine")

CHECKOUT = Path(__file__).parent.parent
REAL_PAIR = ("000_bbd6744d876a0f8b.txt", "003_8b80076ec0a19660.txt")


_calls_abroad: list[str] = []
_AT_HOME = ("127.", "::1", "localhost", "0.0.0.0")


def _stay_at_home(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse, and remember, whatever would leave this machine; sockets of the file system may be used."""
    if event == "socket.connect":
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        host = arguments[0]
    else:
        return
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host and not str(host).startswith(_AT_HOME):
        _calls_abroad.append(f"{event} {host}")
        raise PermissionError(f"no test may use the network: {event} {host}")


sys.addaudithook(_stay_at_home)


@pytest.fixture(autouse=True)
def calls_abroad() -> Iterator[list[str]]:
    """Fail a test in which anything tries to reach another machine, even if the attempt is caught; says where to."""
    _calls_abroad.clear()
    yield _calls_abroad
    assert not _calls_abroad


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write the reference files anew instead of comparing")


@pytest.fixture
def regenerate(request: pytest.FixtureRequest) -> bool:
    """Whether reference files are to be written instead of compared."""
    return bool(request.config.getoption("--regenerate"))


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test away from the user's cache, settings and data."""
    home = tmp_path_factory.mktemp("home")
    for name in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    return home


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test in which anything logs a warning."""
    yield
    lines = [f"{record.name}: {record.getMessage()}" for record in caplog.get_records("call")]
    levels = [record.levelno for record in caplog.get_records("call")]
    assert not [line for line, level in zip(lines, levels, strict=True) if level >= logging.WARNING]


@pytest.fixture
def fake_encoder() -> FakeEncoder:
    """An encoder that needs no model."""
    return FakeEncoder()


@pytest.fixture(scope="session")
def real_encoder() -> SentenceEncoder:
    """The encoder that ships, loaded once for all tests."""
    return SentenceEncoder()


@pytest.fixture(scope="session")
def real_pair() -> tuple[Article, Article]:
    """Two outlets on one story, as found on the web; not part of this project."""
    folder = Path(os.environ.get("DIFFVIEW_SEEDS", CHECKOUT.parent / "shared" / "seeds"))
    paths = [folder / name for name in REAL_PAIR]
    if not all(path.is_file() for path in paths):
        pytest.skip(f"the real pair is not in {folder}; set DIFFVIEW_SEEDS")
    left, right = map(read_article, paths)
    return left, right
