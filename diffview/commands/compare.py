"""How does `diffview compare LEFT RIGHT` compare two articles without a window?"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence

from diffview.alignment.encoder import WORDS_ALONE
from diffview.commands.encodings import add_encodings, encodings
from diffview.commands.terminal import progress_bar, show, tell
from diffview.comparison import compare
from diffview.model import Article, ChangeKind, Comparison, Options, Strength
from diffview.reading import read_article
from diffview.reports.formats import FORMATS
from diffview.reports.summary import render_summary
from diffview.reports.writing import write_report

STANDARD_OUTPUT = "-"


def parser() -> ArgumentParser:
    """Return what the command takes."""
    found = ArgumentParser(
        prog="diffview compare",
        description="Compare two articles without a window; without an output option, print a summary.",
        epilog="exit status:\n  0  done\n  1  the articles differ (only with --exit-code)\n  2  trouble",
        formatter_class=RawDescriptionHelpFormatter,
    )
    found.add_argument(
        "left", metavar="LEFT", help="an article: text, web page, mail, .docx, .odt, .rtf, .pdf or .epub"
    )
    found.add_argument("right", metavar="RIGHT", help="the article to compare it with")
    add_encodings(found)
    outputs = found.add_argument_group("output", "Each is written to the file OUT; - is standard output.")
    for form in FORMATS:
        outputs.add_argument(f"--{form.name}", metavar="OUT", help=form.what)
    found.add_argument("--exit-code", action="store_true", help="return 1 when the articles differ")
    found.add_argument(
        "--encoder",
        metavar="FOLDER",
        default="",
        help='folder of another sentence-transformers model; "eight-bit" for ours with rounded weights, faster and a '
        'little less exact; "words" to compare by words alone',
    )
    found.add_argument(
        "--everything",
        action="store_true",
        help=f"compare very long articles to the end, not only the first {Options().most_passages:,} passages",
    )
    found.add_argument(
        "--language", metavar="CODE", default="en", help="language of the articles for finding sentences (default: en)"
    )
    return found


def run(arguments: Namespace) -> int:
    """Compare two articles, write what is asked for, and return the exit status."""
    left, right = encodings(arguments)
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
            show(report.encode() if isinstance(report, str) else report)
        else:
            write_report(target, report, [arguments.left, arguments.right])
            tell(f"wrote {target}")
    if not wanted:
        show(render_summary(comparison))


def _differ(comparison: Comparison) -> bool:
    aligned = [link for link in comparison.links if link.strength is Strength.ALIGNED]
    return any(link.change is not ChangeKind.SAME or link.moved for link in aligned)


def _tell_notices(articles: Sequence[Article]) -> None:
    for article in articles:
        for notice in article.notices:
            tell(notice if article.path in notice else f"{article.path}: {notice}")
