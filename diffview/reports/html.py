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

from diffview.model import Comparison, Origin, Side
from diffview.reading.naming import name_of
from diffview.reports.checklist import checklist
from diffview.reports.embedding import ELEMENT, carry
from diffview.reports.json import program_version
from diffview.reports.looks import legend
from diffview.reports.seal import BLANK, META, seal
from diffview.reports.style import PALETTE_NAMES, report_style
from diffview.reports.summary import made_by, summarise
from diffview.reports.view import SIGNS, note_list, view
from diffview.reports.visible import explain, label, pieces, plain
from diffview.resources import read_resource
from diffview.theme import NAMES, load_theme

_SCRIPTS = ("selecting.js", "merged.js", "overview.js", "report.js")


def render_html(comparison: Comparison, *, palette: str = "standard") -> str:
    """Return the comparison as one self-contained HTML5 page.

    It holds no reference to anything outside, can be read without script, and encodes as UTF-8. It carries the whole
    comparison and its own digest, so that it can be checked later. `palette` is the one it opens in; all can be chosen.
    """
    style, script = report_style(), "".join(read_resource("templates", name) for name in _SCRIPTS)
    values = _of_comparison(comparison) | {
        "style": Markup(style),
        "script": Markup(script),
        "policy": policy(style, script),
        "palette": palette,
        "palettes": PALETTE_NAMES,
        "data": Markup(ELEMENT),
        "digest": (META, BLANK),
    }
    return seal(carry(_filled(template("report.html.j2"), values), comparison))


def _filled(page: Template, values: dict[str, object]) -> str:
    """Return a page filled in, and let its values go at once: its macros hold the context that holds them."""
    context = page.new_context(values)
    try:
        return page.environment.concat(page.root_render_func(context))
    finally:
        context.vars.clear()


def _of_comparison(comparison: Comparison) -> dict[str, object]:
    """Return what the template shows of the comparison."""
    return {
        "comparison": comparison,
        "sides": tuple(Side),
        "views": {side: view(comparison, side) for side in Side},
        "summary": summarise(comparison),
        "names": NAMES,
        "signs": SIGNS,
        "checked": {origin.value: sum(link.origin is origin for link in comparison.links) for origin in Origin},
        "legend": legend(comparison),
        "checklist": checklist(comparison),
        "notes": note_list(comparison),
        "marks": load_theme("light").marks,
        "made_by": made_by(comparison.encoder),
        "version": program_version(),
        "language": comparison.options.language,
    }


@cache
def template(name: str) -> Template:
    """Return a page template that escapes whatever it is given, and never guesses a name."""
    environment = Environment(
        autoescape=True,
        loader=FunctionLoader(lambda name: read_resource("templates", name)),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters |= {"visible": _visible, "plain": plain, "file_name": name_of}
    return environment.get_template(name)


def _visible(text: str) -> Markup:
    """Return `text` escaped, each hidden character as a small labelled mark."""
    mark = Markup('<b title="{}">{}</b>')
    return Markup().join(
        mark.format(explain(piece), label(piece)) if hidden else escape(piece) for piece, hidden in pieces(text)
    )


def policy(style: str, script: str) -> str:
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
