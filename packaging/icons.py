"""In which sizes is the icon drawn: python packaging/icons.py FOLDER"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication, QIcon

CHECKOUT = Path(__file__).parent.parent
DRAWN = CHECKOUT / "resources" / "icons" / "diffview.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def draw(path: Path, size: int) -> None:
    """Write the icon as a PNG (or ICO, ICNS: by the ending) of `size` pixels square."""
    path.parent.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    picture = QIcon(str(DRAWN)).pixmap(size, size)
    if picture.width() != size or not picture.save(str(path)):
        raise OSError(f"{path}: the icon cannot be drawn")
    del application


def main(folder: Path) -> None:
    """Write every size as FOLDER/diffview-SIZE.png."""
    for size in SIZES:
        draw(folder / f"diffview-{size}.png", size)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
