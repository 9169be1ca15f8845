"""How do the window's words get to the translator and back?

    python packaging/translations.py            bring resources/translations up to date with the sources
    python packaging/translations.py --check    say what is not up to date or not translated; status 1 when something is

The tools come with PySide6-Essentials. Besides what the sources mark with tr(), they are given the table of commands,
the list of what the core says, and the templates that it hands to `phrase`.
"""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import PySide6

from diffview.ui.actions import COMMANDS, menu_titles
from diffview.ui.preferences import LANGUAGES
from diffview.ui.speech import CONTEXT, CORE

_ROOT = Path(__file__).parent.parent
_FOLDER = _ROOT / "resources" / "translations"
_TOOLS = Path(PySide6.__file__).parent
_PLACE = re.compile(r"\{[a-z_]+\}")
_LUPDATE = ("-locations", "none", "-no-obsolete", "-sort-messages", "-silent", "-disable-heuristic", "similartext")


def main() -> int:
    """Run the command."""
    if sys.argv[1:] == ["--check"]:
        with TemporaryDirectory() as folder:
            problems = list(_problems(Path(folder)))
        sys.stdout.write("".join(f"{problem}\n" for problem in problems))
        return int(bool(problems))
    _update(_FOLDER)
    return 0


def _update(folder: Path) -> None:
    """Write the .ts files, keeping what is translated, and compile them."""
    sources = sorted(str(path) for path in (_ROOT / "diffview" / "ui").rglob("*.py"))
    with TemporaryDirectory() as place:
        tables = Path(place) / "tables.py"
        tables.write_text("\n".join(_tables()) + "\n", encoding="utf-8")
        for code in LANGUAGES:
            plurals = ["-pluralonly"] if code == "en" else []
            _run("lupdate", *_LUPDATE, *plurals, *sources, str(tables), "-ts", str(folder / f"diffview_{code}.ts"))
    for code in LANGUAGES:
        _run("lrelease", "-silent", str(folder / f"diffview_{code}.ts"), "-qm", str(folder / f"diffview_{code}.qm"))


def _tables() -> Iterator[str]:
    """Yield a line of source for each text that stands in a table."""
    actions = [text for command in COMMANDS for text in (command.text, command.tip, command.short) if text]
    for context, texts in (("actions", [*menu_titles(), *actions]), (CONTEXT, [*CORE, *_phrases()])):
        for text in dict.fromkeys(texts):
            yield f"QT_TRANSLATE_NOOP({json.dumps(context)}, {json.dumps(text, ensure_ascii=False)})"


def _phrases() -> Iterator[str]:
    """Yield the templates in the sources; one that is no literal cannot be translated and ends the program."""
    for path in sorted((_ROOT / "diffview").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "phrase":
                template = call.args[0]
                if not (isinstance(template, ast.Constant) and isinstance(template.value, str)):
                    sys.exit(f"{path.name}:{call.lineno}: the template of a phrase must be a literal")
                yield template.value


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([_TOOLS / tool, *arguments], check=True)


def _problems(folder: Path) -> Iterator[str]:
    for path in _FOLDER.iterdir():
        shutil.copy(path, folder)
    _update(folder)
    for path in sorted(folder.iterdir()):
        kept = _FOLDER / path.name
        if not kept.is_file() or kept.read_bytes() != path.read_bytes():
            yield f"{path.name} is not up to date; run make translations"
        if path.suffix == ".ts":
            yield from (f"{path.name}: not translated: {text}" for text in _unfinished(path))


def _unfinished(path: Path) -> Iterator[str]:
    """Yield the texts that have no translation, or not all plural forms, or a placeholder the original has not."""
    for message in ElementTree.parse(path).iter("message"):
        source = message.findtext("source", "")
        found = message.find("translation")
        forms = [] if found is None else [form.text for form in found.iter("numerusform")] or [found.text]
        if found is None or found.get("type") == "unfinished" or not all(forms) or _strangers(source, forms):
            yield source


def _strangers(source: str, forms: Sequence[str | None]) -> set[str]:
    """Return the placeholders of a translation that the original has not."""
    return {name for form in forms for name in _PLACE.findall(form or "")} - set(_PLACE.findall(source))


if __name__ == "__main__":
    sys.exit(main())
