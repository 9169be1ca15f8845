"""How does a comparison become one HTML file that opens anywhere and loads nothing?

The page carries its own style and script and allows no other by their SHA-256 in its content security policy.
Whatever comes from the articles is escaped by the template, and characters that hide something are shown as marks.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from diffview.model import Comparison, Side
from diffview.reports.checklist import checklist
from diffview.reports.embedding import ELEMENT, carry
from diffview.reports.json import program_version
from diffview.reports.seal import BLANK, META, seal
from diffview.reports.summary import made_by, name_of, summarise
from diffview.reports.view import NAMES, legend, view
from diffview.reports.visible import explain, label, pieces, plain
from diffview.resources import read_resource
from diffview.theme import MARKS, Theme, load_theme


def render_html(comparison: Comparison) -> str:
    """Return the comparison as one self-contained HTML5 page.

    It holds no reference to anything outside, can be read without script, and encodes as UTF-8. It carries the whole
    comparison and its own digest, so that it can be checked later.
    """
    style, script = _style(), read_resource("templates", "report.js")
    page = _template().render(
        comparison=comparison,
        sides=tuple(Side),
        views={side: view(comparison, side) for side in Side},
        summary=summarise(comparison),
        names=NAMES,
        legend=legend(comparison),
        checklist=checklist(comparison),
        marks=load_theme("light").marks,
        made_by=made_by(comparison.encoder),
        version=program_version(),
        language=comparison.options.language,
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
        data=Markup(ELEMENT),
        digest=(META, BLANK),
    )
    return seal(carry(page, comparison))


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True,
        loader=FunctionLoader(lambda name: read_resource("templates", name)),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters |= {"visible": _visible, "plain": plain, "file_name": name_of}
    return environment.get_template("report.html.j2")


def _visible(text: str) -> Markup:
    """Return `text` escaped, each hidden character as a small labelled mark."""
    mark = Markup('<b title="{}">{}</b>')
    return Markup().join(
        mark.format(explain(piece), label(piece)) if hidden else escape(piece) for piece, hidden in pieces(text)
    )


def _policy(style: str, script: str) -> str:
    """Return the content security policy that allows exactly this style and this script, and no request."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src 'sha256-{_digest(style)}'",
            f"script-src 'sha256-{_digest(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _style() -> str:
    """Return the colours of both themes as custom properties, one rule for each look, and the rules they serve."""
    light, dark = (_colours(load_theme(name)) for name in ("light", "dark"))
    return "\n".join(
        (
            f":root {{ {light} }}",
            f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}",
            *(_look(name) for name in MARKS),
            read_resource("templates", "report.css"),
        )
    )


def _colours(theme: Theme) -> str:
    base = {name: getattr(theme, name) for name in ("page", "window", "ink", "faint", "line", "accent")}
    looks = {
        f"{name}-{part}": value
        for name, mark in theme.marks.items()
        for part, value in (
            ("fill", mark.fill),
            ("strong", mark.strong),
            ("edge", mark.edge),
            ("deco", "none" if mark.underline == "none" else f"underline {mark.underline}"),
        )
    }
    return " ".join(f"--{name}: {value};" for name, value in (base | looks).items())


def _look(name: str) -> str:
    """Return the rules of one look: its colours, and that its switch in the legend turns it off without script."""
    parts = " ".join(f"--{part}: var(--{name}-{part});" for part in ("fill", "strong", "edge", "deco"))
    off = f"body:has(#show-{name}:not(:checked)) .text .{name}"
    plain_text = "--fill: transparent; --strong: transparent; --deco: none; --shade: var(--faint);"
    return f".{name} {{ {parts} }}\n{off} {{ {plain_text} }}"
