"""Is a folder kept for one process, on every system?"""

from __future__ import annotations

import fcntl
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest

from diffview.batch import lock
from diffview.batch.lock import alone

_WITHOUT = (
    "import sys; sys.modules['fcntl'] = sys.modules['msvcrt'] = None; import diffview.cli, diffview.batch.running"
)
_HOLD = "import sys, pathlib; from diffview.batch.lock import alone; held = alone(pathlib.Path(sys.argv[1]))\n"
_HOLD += "held.__enter__(); print('held', flush=True); sys.stdin.read()"


class _Windows(ModuleType):
    """Locks files as Windows would, by means of this system."""

    LK_NBLCK = 2

    @staticmethod
    def locking(handle: int, _mode: int, _count: int) -> None:
        """Lock a file, or raise what Windows raises."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise PermissionError(13, "Permission denied") from error


@pytest.fixture(params=["posix", "windows"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each of the two ways to lock."""
    if request.param == "windows":
        monkeypatch.setitem(sys.modules, "msvcrt", _Windows("msvcrt"))

        @contextmanager
        def locked(folder: Path) -> object:
            with lock._locked_file(folder / lock._LOCK):
                yield

        monkeypatch.setattr(lock, "_locked_folder", locked)
    return str(request.param)


@pytest.mark.usefixtures("system")
def test_one_at_a_time(tmp_path: Path) -> None:
    """While one is in a folder no other comes in; afterwards one does, and nothing is left behind."""
    with alone(tmp_path):
        with pytest.raises(BlockingIOError), alone(tmp_path):
            pass
        with pytest.raises(BlockingIOError), alone(tmp_path):
            pass
    with alone(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a killed process leaves its file there, without a lock")
def test_killed_process_lets_go(tmp_path: Path) -> None:
    """A folder is free again as soon as the process that was in it is killed."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(BlockingIOError), alone(tmp_path):
            pass
        holder.kill()
        holder.wait()
        with alone(tmp_path):
            pass


def test_no_folder_is_said(tmp_path: Path) -> None:
    """A folder that is not there is an error of its own, not somebody else's lock."""
    with pytest.raises(FileNotFoundError), alone(tmp_path / "missing"):
        pass


def test_command_line_needs_no_locks_to_start() -> None:
    """The command line starts on systems that lock in another way than this one."""
    subprocess.run([sys.executable, "-c", _WITHOUT], check=True)
