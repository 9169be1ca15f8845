"""What does the program do with its command line?

    diffview [LEFT [RIGHT]]                                   opens the window
    diffview --selftest                                       checks this installation
    diffview compare LEFT RIGHT [--json OUT] [--html OUT]     needs no display, loads no Qt
    diffview verify REPORT [LEFT RIGHT]                       says what of a report still holds
    diffview batch LIST --out DIR                             compares many pairs

Exit status: 0 done, 1 they differ (only with --exit-code) or something does not hold, 2 trouble, told in one line on
standard error.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence

from diffview import __version__
from diffview.alignment.encoder import WORDS_ALONE
from diffview.commands import batch, verify
from diffview.commands.terminal import progress_bar, tell
from diffview.comparison import compare
from diffview.errors import DiffviewError
from diffview.model import Article, ChangeKind, Comparison, Options, Side, Strength
from diffview.reading import read_article
from diffview.reports.formats import FORMATS
from diffview.reports.summary import render_summary
from diffview.reports.writing import write_report

STANDARD_OUTPUT = "-"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program on `argv` (without the program's name) and return its exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return _dispatch(arguments)
    except DiffviewError as error:
        return _trouble(str(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _dispatch(arguments: list[str]) -> int:
    name, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if name == "compare":
        return _compare(_compare_parser().parse_args(rest))
    if name == "verify":
        return verify.run(verify.parser().parse_args(rest))
    if name == "batch":
        return batch.run(batch.parser().parse_args(rest))
    return _open_window(_window_parser().parse_args(arguments))


def _window_parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="diffview",
        description="Show two articles side by side: what is the same, reworded, moved, added or dropped.",
        epilog="Without a window: diffview compare, diffview verify and diffview batch; each has its own --help.",
    )
    parser.add_argument(
        "left",
        nargs="?",
        metavar="LEFT",
        help="article for the left pane, or the address of a page, which is fetched once you agree",
    )
    parser.add_argument("right", nargs="?", metavar="RIGHT", help="article for the right pane")
    _add_encodings(parser)
    parser.add_argument(
        "--language", choices=("en", "de"), default="", help="language of the window (default: as preferred)"
    )
    parser.add_argument("--version", action="version", version=f"diffview {__version__}")
    parser.add_argument("--selftest", action="store_true", help="check this installation, and say what was checked")
    return parser


def _compare_parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="diffview compare",
        description="Compare two articles without a window; without an output option, print a summary.",
        epilog="exit status:\n  0  done\n  1  the articles differ (only with --exit-code)\n  2  trouble",
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "left", metavar="LEFT", help="an article: text, web page, mail, .docx, .odt, .rtf, .pdf or .epub"
    )
    parser.add_argument("right", metavar="RIGHT", help="the article to compare it with")
    _add_encodings(parser)
    outputs = parser.add_argument_group("output", "Each is written to the file OUT; - is standard output.")
    for form in FORMATS:
        outputs.add_argument(f"--{form.name}", metavar="OUT", help=form.what)
    parser.add_argument("--exit-code", action="store_true", help="return 1 when the articles differ")
    parser.add_argument(
        "--encoder",
        metavar="FOLDER",
        default="",
        help='folder of another sentence-transformers model; "eight-bit" for ours with rounded weights, faster and a '
        'little less exact; "words" to compare by words alone',
    )
    parser.add_argument(
        "--everything",
        action="store_true",
        help=f"compare very long articles to the end, not only the first {Options().most_passages:,} passages",
    )
    parser.add_argument(
        "--language", metavar="CODE", default="en", help="language of the articles for finding sentences (default: en)"
    )
    return parser


def _add_encodings(parser: ArgumentParser) -> None:
    for side in Side:
        parser.add_argument(
            f"--encoding-{side.value}",
            metavar="NAME",
            help=f"encoding of the {side.value} article, such as windows-1252; else it is found out",
        )


def _encodings(arguments: Namespace) -> tuple[str | None, str | None]:
    return arguments.encoding_left, arguments.encoding_right


def _compare(arguments: Namespace) -> int:
    left, right = _encodings(arguments)
    articles = read_article(arguments.left, left), read_article(arguments.right, right)
    _tell_notices(articles)
    most = 0 if arguments.everything else Options().most_passages
    options = Options(encoder=arguments.encoder, language=arguments.language, most_passages=most)
    with progress_bar() as progress:
        comparison = compare(*articles, options=options, progress=progress)
    if comparison.encoder.words_alone and options.encoder != WORDS_ALONE:
        tell(f"compared by words alone: {comparison.encoder.reason}")
    for notice in comparison.notices:
        tell(f"{notice} (--everything compares all)")
    _write(comparison, arguments)
    return int(arguments.exit_code and _differ(comparison))


def _write(comparison: Comparison, arguments: Namespace) -> None:
    wanted = [(form, target) for form in FORMATS if (target := getattr(arguments, form.name.replace("-", "_")))]
    for form, target in wanted:
        report = form.render(comparison)
        if target == STANDARD_OUTPUT:
            sys.stdout.buffer.write(report.encode() if isinstance(report, str) else report)
            sys.stdout.buffer.flush()
        else:
            write_report(target, report, [arguments.left, arguments.right])
            tell(f"wrote {target}")
    if not wanted:
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(render_summary(comparison).encode(encoding, "replace").decode(encoding))
        sys.stdout.flush()


def _differ(comparison: Comparison) -> bool:
    aligned = [link for link in comparison.links if link.strength is Strength.ALIGNED]
    return any(link.change is not ChangeKind.SAME or link.moved for link in aligned)


def parsers() -> tuple[ArgumentParser, ...]:
    """Return the parser of each form of the command line; the manual page and the shell completions come from them."""
    return _window_parser(), _compare_parser(), verify.parser(), batch.parser()


def _open_window(arguments: Namespace) -> int:
    if arguments.selftest:
        from diffview.selftest import run as check  # noqa: PLC0415 - loads everything there is

        return check()
    if sys.platform == "linux" and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))):
        return _trouble("there is no display to open a window on; diffview compare LEFT RIGHT needs none")
    try:
        from diffview.ui.app import run  # noqa: PLC0415 - Qt is loaded only for the window
    except ImportError as error:
        return _trouble(f"the window cannot be opened: {error}")
    return run([path for path in (arguments.left, arguments.right) if path], _encodings(arguments), arguments.language)


def _tell_notices(articles: Sequence[Article]) -> None:
    for article in articles:
        for notice in article.notices:
            tell(notice if article.path in notice else f"{article.path}: {notice}")


def _trouble(message: str) -> int:
    tell(message)
    return 2
