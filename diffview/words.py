"""What is a word, and when are two pieces of text the same but for typography?

The folding contract: how letters with marks are composed (NFC), the kind of quotation mark, apostrophe and
dash, the ellipsis sign, soft hyphens and other invisible characters, and the amount and kind of white space make no
difference. Letters, case, figures and all other punctuation do.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from diffview.model import Span

if TYPE_CHECKING:  # loaded when a text is cut into words
    import regex

_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′´`ʼ", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
        "…": "...",
    }
)
_SPACE = re.compile("[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
"""What Unicode calls white space."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_TOKEN = r"""
      [\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]\p{M}*   # scripts without spaces: a grapheme
    | \p{Sc}?\d+(?:[.,:]\d+)*(?:\s?%|\p{Sc}|(?:st|nd|rd|th)?(?![\p{L}\p{N}_]))       # figures, currency or percent
    | \.{3}|…                                                                      # an ellipsis
    | (?:\p{L}\p{M}*\.){2,}                                                        # U.S., e.g.
    | [\p{L}\p{N}_][\p{L}\p{M}\p{N}_\u00ad\u200b-\u200d]*(?:['’ʼ][\p{L}\p{M}]+)*     # words, with inner apostrophes
    | \X                                                                           # anything else, a grapheme a time
    """

_SHORT = 1000
_LONGEST = 25_000
"""Code points up to which the tokens of a text are remembered: passages come up again and again, articles do not."""
FUNCTION_WORDS = frozenset(
    # the closed classes of English, and its commonest verbs and adverbs
    """a about after all also although am an and any are as at be because been before being but by can could did do does
    for from had has have he her him his how i if in into is it its just may me might more most must my no nor not of on
    or our out over she should so some such than that the their them then there these they this those through to too
    under until up upon us was we were what when where which while who whom whose why will with would you
    your""".split()  # noqa: SIM905
)


def fold(text: str) -> str:
    """Return `text` with its typography folded; two texts are the same exactly when their folds are equal."""
    if text.isascii() and text.isalnum():
        return text
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text).translate(_TYPOGRAPHY)).strip()


def without_surrogates(text: str) -> str:
    """Return `text` with lone surrogates, which no library in another language takes, as U+FFFD, one for one."""
    return _SURROGATE.sub("\ufffd", text)


def tokenise(text: str, offset: int = 0) -> tuple[Span, ...]:
    """Cut `text` into words, figures and single signs, leaving out white space; spans are moved by `offset`."""
    length = len(text)
    find = _known_tokens if length <= _SHORT else _known_long_tokens if length <= _LONGEST else _tokens
    found = find(text)
    return tuple(Span(offset + span.start, offset + span.end) for span in found) if offset else found


@cache
def _token() -> regex.Pattern[str]:
    import regex  # noqa: PLC0415

    return regex.compile(_TOKEN, regex.VERBOSE)


@cache
def _letter() -> regex.Pattern[str]:
    import regex  # noqa: PLC0415

    return regex.compile(r"[\p{L}\p{N}]")


def _tokens(text: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in _token().finditer(text) if not match[0].isspace())


_known_tokens = lru_cache(maxsize=4096)(_tokens)
_known_long_tokens = lru_cache(maxsize=128)(_tokens)


@lru_cache(maxsize=1 << 16)
def key(token: str) -> str:
    """Return what a token is compared by: its fold, remembered, since most words come often."""
    return fold(token)


@lru_cache(maxsize=1 << 16)
def is_word(token: str) -> bool:
    """Return whether a token holds a letter or a figure."""
    return _letter().search(token) is not None


@lru_cache(maxsize=1 << 16)
def is_content_word(token: str) -> bool:
    """Return whether a token is a word that carries meaning of its own."""
    return is_word(token) and fold(token).lower() not in FUNCTION_WORDS


def words(text: str) -> tuple[str, ...]:
    """Return the words of `text`, as written."""
    return tuple(span.of(text) for span in tokenise(text) if is_word(span.of(text)))
