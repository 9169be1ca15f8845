"""Which ways of laying out a news page is the reading of web pages measured on?

All of our own making, in the manner of pages seen in the wild: rich and poor in meaning, with and without telling
names, from layout tables to component soup. `$title`, `$byline`, `$date`, `$caption` and `$body` are filled in; `$p`
in a frame stands for each paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass

_RELATED = """<li><a href="/1">Council delays vote on harbour lights until autumn</a></li>
<li><a href="/2">What the new parking rules mean for visitors</a></li>
<li><a href="/3">Ten quiet beaches within an hour of the city</a></li>"""
_COMMENTS = """<div><b>grumpy_gull</b> <span>2 hours ago</span><p>I have said for years that this would happen, and
nobody in the town hall has ever listened to any of us.</p></div>
<div><b>M. Tansy</b> <span>1 hour ago</span><p>My cousin was there and says it was far more frightening than the
report makes it sound. Thank you to the crew.</p></div>"""
_COOKIE = """We and our 214 partners store information on your device, such as cookies, to measure how this site is
used. <button>Accept all</button> <button>Manage choices</button>"""
_PAYWALL = """<p>You have read two of three free articles this month.</p><p>Subscribe for £1 a week to keep reading.
Already a subscriber? <a href="/in">Log in</a></p>"""
_NAV = """<ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li>
<li><a href="/o">Opinion</a></li><li><a href="/w">Weather</a></li></ul>"""
_FOOT = """<p>© 2026 Lantern Media. All rights reserved.</p><a href="/t">Terms</a> <a href="/p">Privacy</a>"""
_ASIDE = """<h3>In numbers</h3><p>About the region: 41,000 people, six harbours, two lighthouses and one cinema.</p>"""
_LETTER = """<h4>The Morning Lamp</h4><p>Our newsletter brings the day's stories to your inbox at seven.</p>
<input type="email"><button>Sign up</button>"""
_SHARE = """<a href="#f">Facebook</a> <a href="#x">X</a> <a href="#w">WhatsApp</a> <a href="#m">Email</a>"""


@dataclass(frozen=True, slots=True)
class Layout:
    """A page without its article; `frame` is what each paragraph is put into."""

    name: str
    page: str
    frame: str = "<p>$p</p>"
    gap: str = "\n"


def _page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


_TITLE = "<title>$title | The Lantern</title>"

LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "semantic",
        _page(
            f"<header><nav>{_NAV}</nav></header><main><article><h1>$title</h1><p class='byline'>$byline</p>"
            "<time datetime='2026-02-06'>$date</time><figure><img src='a.jpg'><figcaption>$caption</figcaption></figure>"
            f"$body</article><aside>{_ASIDE}</aside><section class='related'><h2>Related</h2><ul>{_RELATED}</ul></section>"
            f"<section id='comments'><h2>Comments</h2>{_COMMENTS}</section></main><footer>{_FOOT}</footer>"
            f"<div class='cookie-banner'>{_COOKIE}</div>",
            _TITLE,
        ),
    ),
    Layout(
        "blog theme",
        _page(
            f"<div id='page'><div id='masthead'>{_NAV}</div><div class='post hentry'><h1 class='entry-title'>$title</h1>"
            "<div class='entry-meta'>Posted on $date by <a rel='author'>$byline</a></div><div class='entry-content'>"
            "<div class='wp-caption'><img src='a.jpg'><p class='wp-caption-text'>$caption</p></div>$body"
            f"<div class='sharedaddy'>{_SHARE}</div></div></div><div id='secondary' class='widget-area'>{_ASIDE}</div>"
            f"<ol class='commentlist'>{_COMMENTS}</ol><div id='colophon'>{_FOOT}</div></div>",
            _TITLE,
        ),
    ),
    Layout(
        "layout table",
        _page(
            f"<table width=100%><tr><td colspan=3>{_NAV}</td></tr><tr><td valign=top width=150>{_ASIDE}</td><td>"
            "<font size=5><h1>$title</h1></font><font size=2><i>$byline</i>, $date</font>"
            "<table align=right><tr><td><img src=a.jpg></td></tr><tr><td class=caption>$caption</td></tr></table>"
            f"$body</td><td valign=top><b>More stories</b><ul>{_RELATED}</ul></td></tr><tr><td colspan=3>{_FOOT}</td></tr>"
            "</table>",
            _TITLE,
        ),
    ),
    Layout(
        "line breaks only",
        _page(
            f"<div id='top'>{_NAV}</div><div id='story'><h1>$title</h1><div class='author'>$byline</div><div>$date</div>"
            f"<div class='photo'><img src=a.jpg><div class='caption'>$caption</div></div><div class='text'>$body</div></div>"
            f"<div id='more'><h3>More from the harbour</h3><ul>{_RELATED}</ul></div><div id='bottom'>{_FOOT}</div>",
            _TITLE,
        ),
        frame="$p",
        gap="<br><br>\n",
    ),
    Layout(
        "component soup",
        _page(
            f"<div class='css-1a'><div class='css-2b' role='navigation'>{_NAV}</div><div class='css-3c'>"
            "<h1 class='css-4d'>$title</h1><div class='css-5e' data-testid='byline'><span itemprop='author'>$byline</span>"
            "</div><div class='css-6f'><time>$date</time></div><figure class='css-7g'><figcaption>$caption</figcaption>"
            f"</figure><div class='css-8h'>$body</div></div><div class='css-9i' role='complementary'>{_ASIDE}<ul>{_RELATED}"
            f"</ul></div><div class='css-0j' role='contentinfo'>{_FOOT}</div></div>",
            _TITLE,
        ),
        frame="<div class='css-pp'><p class='css-p'>$p</p></div>",
    ),
    Layout(
        "paragraphs as div",
        _page(
            f"<div class='header'>{_NAV}</div><div class='article-body'><h1>$title</h1><div class='byline'>$byline</div>"
            f"<div class='dateline'>$date</div><div class='image'><img src=a.jpg><span class='caption'>$caption</span></div>"
            f"$body</div><div class='paywall-prompt'>{_PAYWALL}</div><div class='footer'>{_FOOT}</div>",
            _TITLE,
        ),
        frame="<div>$p</div>",
    ),
    Layout(
        "paywall in the middle of the page",
        _page(
            f"<nav>{_NAV}</nav><article><header><h1>$title</h1><p class='author-name'>$byline</p><p class='pubdate'>$date</p>"
            f"</header><figure><img src=a.jpg><figcaption>$caption</figcaption></figure><div class='content'>$body</div>"
            f"<div class='subscription-wall'>{_PAYWALL}</div></article><div id='onetrust-consent'>{_COOKIE}</div>"
            f"<footer>{_FOOT}</footer>",
            _TITLE,
        ),
    ),
    Layout(
        "comments longer than the story",
        _page(
            "<main><article><h1>$title</h1><address>$byline</address><time>$date</time><figure><figcaption>$caption"
            f"</figcaption></figure>$body</article><section class='comments'><h2>Join in</h2>{_COMMENTS * 8}</section></main>"
            f"<footer>{_FOOT}</footer>",
            _TITLE,
        ),
    ),
    Layout(
        "related links inside the story",
        _page(
            f"<header>{_NAV}</header><article><h1>$title</h1><div class='meta'><span class='byline'>$byline</span> "
            "<span class='timestamp'>$date</span></div><figure><figcaption>$caption</figcaption></figure>$body"
            f"<div class='related-articles'><h3>Read also</h3><ul>{_RELATED}</ul></div></article><footer>{_FOOT}</footer>",
            _TITLE,
        ),
    ),
    Layout(
        "aside floated into the story",
        _page(
            "<article><h1>$title</h1><p class='byline'>$byline</p><p class='date'><time>$date</time></p>"
            f"<aside class='factbox'>{_ASIDE}</aside><figure><img src=a><figcaption>$caption</figcaption></figure>$body"
            f"</article><div class='newsletter-signup'>{_LETTER}</div><footer>{_FOOT}</footer>",
            _TITLE,
        ),
    ),
    Layout(
        "newsletter form before the last lines",
        _page(
            f"<div class='site'><div class='site-header'>{_NAV}</div><div class='story'><h1>$title</h1>"
            "<p><span class='byline-name'>$byline</span></p><p><time>$date</time></p><div class='media'><p class='caption'>"
            f"$caption</p></div>$body<form class='newsletter'>{_LETTER}</form></div><div class='site-footer'>{_FOOT}</div></div>",
            _TITLE,
        ),
    ),
    Layout(
        "no heading of the first level",
        _page(
            f"<div class='menu'>{_NAV}</div><div class='main'><h2>$title</h2><p class='author'>$byline</p>"
            "<p class='published'>$date</p><div class='pic'><img src=a><p class='photo-caption'>$caption</p></div>$body</div>"
            f"<div class='bottom-menu'>{_FOOT}</div>",
            "<title>$title - The Lantern</title>",
        ),
    ),
    Layout(
        "mobile page",
        _page(
            "<div class='amp'><h1>$title</h1><p class='amp-byline'>By <b class='author'>$byline</b></p><p><time>$date</time>"
            "</p><amp-img src=a></amp-img><p class='amp-caption caption'>$caption</p><section>$body</section>"
            f"<div class='share-bar'>{_SHARE}</div><div class='outbrain'><ul>{_RELATED}</ul></div></div>",
            _TITLE,
        ),
    ),
    Layout(
        "public broadcaster",
        _page(
            f"<div role='banner'>{_NAV}</div><main role='main'><article><header><h1 id='main-heading'>$title</h1></header>"
            "<div data-component='headline-block'><time>$date</time></div><div data-component='byline-block'>"
            "<div class='byline'>$byline</div></div><figure><figcaption><span>Image caption, </span>$caption</figcaption>"
            f"</figure>$body<div data-component='topic-list' class='topic-tags'>{_SHARE}</div></article></main>"
            f"<section aria-label='Top stories' class='top-stories more-on'><h2>Top stories</h2><ul>{_RELATED}</ul></section>"
            f"<footer>{_FOOT}</footer>",
            _TITLE,
        ),
        frame="<div data-component='text-block'><p>$p</p></div>",
    ),
    Layout(
        "wire service",
        _page(
            f"<div class='Page-header'>{_NAV}</div><div class='Page-content'><h1 class='Page-headline'>$title</h1>"
            "<div class='Page-byline'><span>By</span> <span class='author'>$byline</span></div>"
            "<div class='Page-dateModified timestamp'>$date</div><div class='Figure'><div class='Figure-caption'>$caption</div>"
            f"</div><div class='RichTextStoryBody'>$body</div></div><div class='Recommended'><ul>{_RELATED}</ul></div>"
            f"<div class='Page-footer'>{_FOOT}</div>",
            _TITLE,
        ),
    ),
    Layout(
        "advertisements between paragraphs",
        _page(
            f"<nav>{_NAV}</nav><article><h1>$title</h1><p class='byline'>$byline</p><time>$date</time><figure><figcaption>"
            f"$caption</figcaption></figure>$body</article><footer>{_FOOT}</footer>",
            _TITLE,
        ),
        gap="<div class='ad-slot'><p>Advertisement</p><p>Boots for every weather. Now half price.</p></div>",
    ),
    Layout(
        "magazine with sections",
        _page(
            f"<header class='masthead'>{_NAV}</header><article><div class='hero'><h1>$title</h1><p class='byline'>Words by "
            "$byline</p></div><figure><figcaption class='credit'>$caption</figcaption></figure><p class='issue-date'><time>"
            f"$date</time></p>$body</article><section class='read-next'><h2>Read next</h2><ul>{_RELATED}</ul></section>"
            f"<footer>{_FOOT}</footer>",
            _TITLE,
        ),
        frame="<section><p>$p</p></section>",
    ),
    Layout(
        "quotations set apart",
        _page(
            "<main><h1>$title</h1><p class='byline'>$byline</p><p class='date'><time>$date</time></p><figure><figcaption>"
            f"$caption</figcaption></figure><div class='body'>$body</div><div class='social-share'>{_SHARE}</div></main>"
            f"<footer>{_FOOT}</footer>",
            _TITLE,
        ),
        frame="<blockquote><p>$p</p></blockquote>",
    ),
    Layout(
        "story as a list",
        _page(
            f"<nav>{_NAV}</nav><article><h1>$title</h1><p class='byline'>$byline</p><time>$date</time><figure><figcaption>"
            f"$caption</figcaption></figure><ul>$body</ul></article><footer>{_FOOT}</footer>",
            _TITLE,
        ),
        frame="<li>$p</li>",
    ),
    Layout(
        "unclosed tags",
        "<html><head>" + _TITLE + "<body><div id=nav>" + _NAV + "</div><div id=article><h1>$title</h1><p class=byline>"
        "$byline<p class=timestamp>$date<p class=caption>$caption$body</div><div id=footer>" + _FOOT,
        frame="<p>$p",
    ),
    Layout(
        "pop-ups first",
        _page(
            f"<div class='gdpr-modal' role='dialog'>{_COOKIE}</div><div class='modal-newsletter' role='dialog'>{_LETTER}</div>"
            f"<div id='root'><nav>{_NAV}</nav><div class='layout'><div class='left'>{_ASIDE}</div><div class='center'>"
            "<h1>$title</h1><div class='by'><a rel='author'>$byline</a></div><div class='timestamp'>$date</div>"
            f"<figure><figcaption>$caption</figcaption></figure>$body</div><div class='right sidebar'><ul>{_RELATED}</ul></div>"
            f"</div><footer>{_FOOT}</footer></div>",
            _TITLE,
        ),
    ),
    Layout(
        "telling names on the wrong part",
        _page(
            f"<div class='page premium-subscriber comments-enabled'><nav>{_NAV}</nav><div class='sidebar-layout related'>"
            "<h1>$title</h1><p class='byline'>$byline</p><time>$date</time><figure><figcaption>$caption</figcaption></figure>"
            f"<div class='share-wrapper'>$body</div></div></div><footer>{_FOOT}</footer>",
            _TITLE,
        ),
    ),
    Layout(
        "spans for paragraphs",
        _page(
            f"<div id='hd'>{_NAV}</div><div id='bd'><h1>$title</h1><span class='byline'>$byline</span><br>"
            "<span class='date'><time>$date</time></span><div class='img-caption'>$caption</div>$body</div>"
            f"<div id='ft'>{_FOOT}</div>",
            _TITLE,
        ),
        frame="<p><span style='font-weight: 400;'><span>$p</span></span></p>",
    ),
    Layout(
        "two articles on one page",
        _page(
            f"<nav>{_NAV}</nav><main><article class='main-story'><h1>$title</h1><p class='byline'>$byline</p><time>$date"
            "</time><figure><figcaption>$caption</figcaption></figure>$body</article><article class='teaser'><h2>Beekeepers "
            "count their losses</h2><p>The wet spring has cost the valley a third of its hives, a survey says.</p></article>"
            "<article class='teaser'><h2>School roof to be mended at last</h2><p>Work begins in June and will take until the "
            f"autumn term.</p></article></main><footer>{_FOOT}</footer>",
            _TITLE,
        ),
    ),
)
