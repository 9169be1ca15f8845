"""Would a desktop, a shell and a reader of manuals take what is made for them?"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from diffview import __version__
from diffview.cli import parsers
from diffview.reading.suffixes import SESSION
from tests.conftest import CHECKOUT

PACKAGING = CHECKOUT / "packaging"
LINUX = PACKAGING / "linux"
IDENTITY = "org.diffview.diffview"


def tool(name: str) -> str:
    """Return the path of a program of the system, or skip."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def run(*command: str | Path) -> str:
    """Run a program that must succeed, and return what it said on standard output."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def made(script: str, *arguments: str) -> str:
    """Return what a script of the packaging folder writes."""
    return run(sys.executable, PACKAGING / script, *arguments)


def options() -> list[str]:
    """Return every option of every form of the command line."""
    return [flag for parser in parsers() for flag in re.findall(r"--[a-z][a-z-]+", parser.format_help())]


def test_packaging_is_no_package() -> None:
    """A package of that name would hide the library that others import."""
    assert not list(PACKAGING.rglob("__init__.py"))


def test_the_desktop_entry_is_valid() -> None:
    """A desktop shows the program and opens articles and sessions with it."""
    path = LINUX / f"{IDENTITY}.desktop"
    assert run(tool("desktop-file-validate"), path) == ""
    assert "Exec=diffview %F" in path.read_text(encoding="utf-8")


def test_the_window_has_the_name_of_its_desktop_entry() -> None:
    """A desktop puts the window under the icon that started it."""
    assert f'setDesktopFileName("{IDENTITY}")' in (CHECKOUT / "diffview/ui/app.py").read_text(encoding="utf-8")


def test_the_description_for_software_centres_is_valid() -> None:
    """AppStream accepts it, and it tells of this version."""
    path = LINUX / f"{IDENTITY}.metainfo.xml"
    run(tool("appstreamcli"), "validate", "--no-net", "--pedantic", path)
    assert f'<release version="{__version__}"' in path.read_text(encoding="utf-8")


def test_sessions_have_a_type_of_their_own(tmp_path: Path) -> None:
    """A file that ends in .diffview is known as a session, which is JSON."""
    (tmp_path / "packages").mkdir()
    shutil.copy(LINUX / f"{IDENTITY}.xml", tmp_path / "packages")
    run(tool("update-mime-database"), tmp_path)
    assert f"application/vnd.diffview.session+json:*{SESSION}" in (tmp_path / "globs2").read_text(encoding="utf-8")


def test_the_icon_is_drawn_in_every_size(tmp_path: Path) -> None:
    """From 16 to 512 pixels there is a picture of just that size."""
    made("icons.py", str(tmp_path))
    sizes = {path.name: path.read_bytes()[16:24] for path in tmp_path.iterdir()}
    wanted = (16, 24, 32, 48, 64, 128, 256, 512)
    assert sizes == {f"diffview-{size}.png": size.to_bytes(4) * 2 for size in wanted}


def test_the_manual_tells_of_every_option() -> None:
    """Whatever the command line takes is in the manual page."""
    page = made("manual.py").replace("\\-", "-")
    assert [option for option in options() if option not in page] == []


def test_the_manual_is_clean_roff(tmp_path: Path) -> None:
    """The formatter has nothing to warn of."""
    path = tmp_path / "diffview.1"
    path.write_text(made("manual.py"), encoding="utf-8")
    done = subprocess.run([tool("groff"), "-man", "-ww", "-z", path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions_name_every_option(shell: str, tmp_path: Path) -> None:
    """Each shell is told of every option, in words it can parse."""
    script = made("completions.py", shell)
    wanted = [option.removeprefix("--") if shell == "fish" else option for option in options()]
    assert [option for option in wanted if option not in script] == []
    path = tmp_path / "completion"
    path.write_text(script, encoding="utf-8")
    run(tool(shell), "-n", path)


def test_bash_completes() -> None:
    """After a command its own options are offered, before it the commands."""
    script = made("completions.py", "bash")
    ask = "COMP_WORDS=(diffview {0}); COMP_CWORD={1}; _diffview; echo ${{COMPREPLY[@]}}; "
    said = run(tool("bash"), "-c", script + ask.format("compare --js", 2) + ask.format("compar", 1)).split()
    assert said == ["--json", "compare"]


def test_bash_offers_the_words_that_a_form_takes(tmp_path: Path) -> None:
    """After --language the window's two languages are offered; that of the articles is for the reader to say."""
    script = made("completions.py", "bash")
    ask = "COMP_WORDS=(diffview {0} ''); COMP_CWORD={1}; _diffview; echo ${{COMPREPLY[@]}}; "
    said = run(tool("bash"), "-c", f"cd {tmp_path}; {script}{ask.format('--language', 2)}").split()
    assert said == ["en", "de"]
    said = run(tool("bash"), "-c", f"cd {tmp_path}; {script}{ask.format('compare --language', 3)}").split()
    assert said == []


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with a Debian package and a tarball around a program that does nothing."""
    tool("dpkg-deb")
    folder = tmp_path_factory.mktemp("packages")
    bundle = folder / "bundle"
    bundle.mkdir()
    shutil.copy("/bin/true", bundle / "diffview")
    made("linux.py", str(bundle), str(folder / "dist"), str(folder / "work"))
    return folder / "dist"


def test_debian_finds_no_errors(packages: Path) -> None:
    """lintian, which judges Debian's packages, has no error to name."""
    package = next(packages.glob("*.deb"))
    run(tool("lintian"), "--allow-root", "--fail-on", "error", package)


def test_the_package_brings_all_that_a_desktop_wants(packages: Path) -> None:
    """Program, desktop entry, description, type, icons, manual and completions are where Debian looks for them."""
    listed = run(tool("dpkg-deb"), "--contents", next(packages.glob("*.deb")))
    assert [place for place in PLACES if place not in listed] == []


PLACES = (
    "usr/bin/diffview",
    f"usr/share/applications/{IDENTITY}.desktop",
    f"usr/share/metainfo/{IDENTITY}.metainfo.xml",
    f"usr/share/mime/packages/{IDENTITY}.xml",
    f"usr/share/icons/hicolor/scalable/apps/{IDENTITY}.svg",
    f"usr/share/icons/hicolor/48x48/apps/{IDENTITY}.png",
    "usr/share/man/man1/diffview.1.gz",
    "usr/share/bash-completion/completions/diffview",
    "usr/share/zsh/vendor-completions/_diffview",
    "usr/share/fish/vendor_completions.d/diffview.fish",
    "usr/share/doc/diffview/copyright",
)


def test_the_tarball_installs_and_goes_again(packages: Path, tmp_path: Path) -> None:
    """Unpacked anywhere, it puts small files into the user's folders, and takes every one of them back."""
    with tarfile.open(next(packages.glob("*.tar.xz"))) as archive:
        archive.extractall(tmp_path, filter="tar")
    home = tmp_path / "home"
    home.mkdir()
    script = next(tmp_path.glob("diffview-*/install.sh"))
    environment = {"HOME": str(home), "PATH": os.environ["PATH"]}
    subprocess.run([script], env=environment, check=True, capture_output=True, timeout=60)
    subprocess.run([home / ".local/bin/diffview"], env=environment, check=True, timeout=60)
    entry = home / f".local/share/applications/{IDENTITY}.desktop"
    assert f'Exec="{home}/.local/bin/diffview" %F' in entry.read_text(encoding="utf-8")
    subprocess.run([script, "remove"], env=environment, check=True, capture_output=True, timeout=60)
    assert [path for path in home.rglob("*") if not path.is_dir() and "diffview" in path.name] == []
