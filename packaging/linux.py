"""How does a bundle become a Debian package and a tarball: python packaging/linux.py [BUNDLE [FOLDER [WORK]]]

Both hold the same tree: the bundle, a link to it among the programs, and what a desktop and a shell want to know.
BUNDLE is what packaging/bundle.py made (build/bundle/diffview); FOLDER takes the two files (dist); WORK is emptied and
keeps both trees (build/linux).
"""

from __future__ import annotations

import gzip
import platform
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import completions
import icons
import manual

from diffview import __version__

CHECKOUT = Path(__file__).parent.parent
IDENTITY = "org.diffview.diffview"
MAINTAINER = "The diffview developers <maintainers@diffview.invalid>"
DEPENDS = (
    "libc6 (>= 2.36)",
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libx11-6",
    "libxcb1",
    "libxkbcommon0",
)
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
_COMPLETIONS = {
    "bash": "share/bash-completion/completions/diffview",
    "zsh": "share/zsh/vendor-completions/_diffview",
    "fish": "share/fish/vendor_completions.d/diffview.fish",
}


def stage(bundle: Path, prefix: Path) -> None:
    """Lay out everything under `prefix`, which is /usr for the package."""
    shutil.copytree(bundle, prefix / "lib" / "diffview", symlinks=True)
    (prefix / "bin").mkdir()
    (prefix / "bin" / "diffview").symlink_to("../lib/diffview/diffview")
    share = prefix / "share"
    for ending, folder in (("desktop", "applications"), ("metainfo.xml", "metainfo"), ("xml", "mime/packages")):
        name = f"{IDENTITY}.{ending}"
        _put(share / folder / name, (CHECKOUT / "packaging" / "linux" / name).read_bytes())
    _put(share / f"icons/hicolor/scalable/apps/{IDENTITY}.svg", icons.DRAWN.read_bytes())
    for size in icons.SIZES:
        icons.draw(share / f"icons/hicolor/{size}x{size}/apps/{IDENTITY}.png", size)
    for shell, place in _COMPLETIONS.items():
        _put(prefix / place, completions.SHELLS[shell]().encode())
    _put(share / "man/man1/diffview.1.gz", gzip.compress(manual.page().encode(), 9, mtime=0))
    _document(share / "doc" / "diffview")


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _document(folder: Path) -> None:
    """Write what Debian wants to know of every package: who may do what with it, and what changed."""
    notice = (CHECKOUT / "resources" / "licences" / "notice.txt").read_text(encoding="utf-8")
    owner = "Copyright 2026 The diffview developers"
    where = "The licences are in /usr/share/common-licenses too: Apache-2.0, LGPL-3 and GPL-3.\n"
    _put(folder / "copyright", f"{owner}\n\n{notice}\n{where}".encode())
    when = "Sun, 22 Nov 2026 00:00:00 +0000"
    entry = f"diffview ({__version__}) unstable; urgency=low\n\n  * See NEWS.gz.\n\n -- {MAINTAINER}  {when}\n"
    _put(folder / "changelog.gz", gzip.compress(entry.encode(), 9, mtime=0))
    _put(folder / "NEWS.gz", gzip.compress((CHECKOUT / "CHANGELOG.md").read_bytes(), 9, mtime=0))


def debian_package(bundle: Path, work: Path, folder: Path) -> Path:
    """Make the .deb and return where it is."""
    root = work / "deb"
    stage(bundle, root / "usr")
    _put(root / "usr/share/lintian/overrides/diffview", (CHECKOUT / "packaging/linux/lintian-overrides").read_bytes())
    size = sum(path.lstat().st_size for path in root.rglob("*") if not path.is_dir()) // 1024
    architecture = ARCHITECTURES.get(platform.machine(), platform.machine())
    control = {
        "Package": "diffview",
        "Version": __version__,
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": size,
        "Depends": ", ".join(DEPENDS),
        "Recommends": "fonts-dejavu-core | fonts-noto-core, shared-mime-info, desktop-file-utils",
        "Section": "text",
        "Priority": "optional",
        "Description": "two articles side by side, compared by meaning\n"
        " diffview tells what is the same, reworded, moved, added or dropped between\n"
        " two outlets' reports of one event, or two versions of one text, even where\n"
        " no sentence kept its words. Everything happens on this machine.",
    }
    _put(root / "DEBIAN/control", "".join(f"{name}: {value}\n" for name, value in control.items()).encode())
    _tidy(root)
    target = folder / f"diffview_{__version__}_{architecture}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "--build", str(root), str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return target


def _tidy(root: Path) -> None:
    """Give folders and files the rights that Debian gives them, whatever the builder's own."""
    for path in root.rglob("*"):
        if not path.is_symlink():
            runs = path.is_dir() or (path.name == "diffview" and path.parent.name == "diffview")
            path.chmod(0o755 if runs else 0o644)


def tarball(bundle: Path, work: Path, folder: Path) -> Path:
    """Make the .tar.xz that runs from wherever it is unpacked, and return where it is."""
    name = f"diffview-{__version__}-linux-{platform.machine()}"
    root = work / name
    stage(bundle, root)
    _tidy(root)
    _put(root / "install.sh", (CHECKOUT / "packaging/linux/install.sh").read_bytes())
    (root / "install.sh").chmod(0o755)
    target = folder / f"{name}.tar.xz"
    with tarfile.open(target, "w:xz", preset=1) as archive:
        archive.add(root, name, filter=_nobody)
    return target


def _nobody(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member


def main(bundle: Path, folder: Path, work: Path) -> None:
    """Make both, and say how large they are."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(work, ignore_errors=True)
    for make in (debian_package, tarball):
        path = make(bundle, work, folder)
        sys.stdout.write(f"{path}: {path.stat().st_size / 1e6:.0f} MB\n")
        sys.stdout.flush()


if __name__ == "__main__":
    given = [Path(argument).absolute() for argument in sys.argv[1:]]
    usual = [CHECKOUT / "build" / "bundle" / "diffview", CHECKOUT / "dist", CHECKOUT / "build" / "linux"]
    main(*given, *usual[len(given) :])
