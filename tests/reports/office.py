"""What does LibreOffice make of a document's tracked changes?  office.py SOFFICE DOCUMENT FOLDER

Runs under the system's Python, which has LibreOffice's own module. Writes the kinds of all changes, and the text once
they are accepted and once they are rejected.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def main(office: str, document: str, folder: str) -> None:
    """Start LibreOffice, ask, and end it."""
    pipe = f"diffview{Path(folder).name}"
    started = subprocess.Popen(
        [
            *(office, "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile"),
            f"--accept=pipe,name={pipe};urp;",
        ]
    )
    try:
        context = _connect(pipe)
        desktop = _service(context, "com.sun.star.frame.Desktop")
        (Path(folder) / "changes.txt").write_text("\n".join(_kinds(desktop, document)), encoding="utf-8")
        for name, command in (("accepted", "AcceptAllTrackedChanges"), ("rejected", "RejectAllTrackedChanges")):
            (Path(folder) / f"{name}.txt").write_text(_resolved(context, document, command), encoding="utf-8")
        desktop.terminate()
    finally:
        started.kill()
        started.wait()


def _connect(pipe: str) -> Any:
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
    raise TimeoutError("LibreOffice does not answer")


def _service(context: Any, name: str) -> Any:
    return context.ServiceManager.createInstanceWithContext(name, context)


def _open(desktop: Any, document: str) -> Any:
    return desktop.loadComponentFromURL(
        Path(document).as_uri(), "_blank", 0, (PropertyValue(Name="Hidden", Value=True),)
    )


def _kinds(desktop: Any, document: str) -> list[str]:
    opened = _open(desktop, document)
    try:
        changes = opened.Redlines.createEnumeration()
        found = []
        while changes.hasMoreElements():
            found.append(changes.nextElement().RedlineType)
        return found
    finally:
        opened.close(True)


def _resolved(context: Any, document: str, command: str) -> str:
    opened = _open(_service(context, "com.sun.star.frame.Desktop"), document)
    try:
        helper = _service(context, "com.sun.star.frame.DispatchHelper")
        helper.executeDispatch(opened.CurrentController.Frame, f".uno:{command}", "", 0, ())
        return str(opened.Text.String).replace("\r\n", "\n")
    finally:
        opened.close(True)


if __name__ == "__main__":
    main(*sys.argv[1:])
