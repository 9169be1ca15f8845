"""Is only that fetched which the reader agreed to, within limits, and is every failure one clear line?"""

import pytest

from diffview.errors import Cancelled, ReadError
from diffview.reading.address import AddressError, Elsewhere, Page, host_of, is_address, tidied
from diffview.reading.families import read_family
from diffview.reading.fetching import fetch
from diffview.reading.pasted import article_of_page
from tests.web import STORY, site

PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture
def web(monkeypatch):
    """A web site on this machine, asked without a proxy."""
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with site() as found:
        yield found


def get(address, **limits):
    """Fetch while nobody wants to stop."""
    return fetch(address, lambda: None, **limits)


def trouble(address, **limits):
    """Return what is said when a page cannot be fetched, without the address before it."""
    with pytest.raises(ReadError) as caught:
        get(address, **limits)
    message = str(caught.value)
    assert message.startswith(f"{address}: ")
    assert "\n" not in message
    return message.removeprefix(f"{address}: ")


def test_a_page(web):
    """A page comes with its bytes, its address and what the host says of it; it is asked for once."""
    assert get(web.page("/story", kind="text/html; charset=ISO-8859-1")) == Page(
        web.url("/story"), STORY, "text/html", "iso-8859-1"
    )
    assert web.paths == ["/story"]


def test_nothing_is_told_about_the_reader(web):
    """The request names the program and what it reads; no cookie, no referring page, no language, no name."""
    get(web.page("/a"))
    get(web.redirect("/b", "/a"))
    known = {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
    assert all(set(headers) <= known for _, headers in web.asked)


def test_a_redirect_at_the_same_host_is_followed(web):
    """A page that moved within its host is found, and known by the address where it is now."""
    web.page("/new")
    found = get(web.redirect("/old", "/new"))
    assert isinstance(found, Page)
    assert found.address == web.url("/new")


def test_another_host_is_not_asked(web):
    """Sent on to another host, the program stops there and says where to; that host is not asked."""
    there = web.page("/there").replace("127.0.0.1", "localhost")
    address = web.redirect("/here", there)
    assert get(address) == Elsewhere(there, address)
    assert web.paths == ["/here"]


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "javascript:alert(1)", "http://u:p@x.org/"]
)
def test_redirects_to_what_is_no_page(web, target):
    """One is never sent on to a file, a script, or an address that holds a password."""
    assert trouble(web.redirect("/a", target)) == "sends one on to no address of a page"


def test_circles(web):
    """Redirects that never end are told."""
    assert trouble(web.redirect("/a", "/a")) == "sends one in circles"


@pytest.mark.parametrize(
    ("status", "words"),
    [(404, "there is no such page (404)"), (403, "not given to programs"), (503, "the host could not answer (503)")],
)
def test_an_answer_that_is_no_page(web, status, words):
    """What the host answers instead of a page is told in plain words with its number."""
    assert words in trouble(web.page("/a", status=status))


def test_too_large(web):
    """A page that is announced or grows larger than the limit is given up."""
    said = "too large for an article (more than 0 MB)"
    assert trouble(web.page("/a", b"x" * 5000, Content_Length="5000"), largest=4000) == said
    assert trouble(web.endless("/b"), largest=40_000) == said


def test_too_slow(web):
    """A page that does not arrive in time is given up, though the host has not ended it."""
    assert trouble(web.silent("/a"), seconds=0.5) == "takes longer than 0.5 seconds to arrive"


def test_the_reader_may_stop(web):
    """While a page arrives one can stop waiting for it."""

    def stop():
        raise Cancelled("stop")

    with pytest.raises(Cancelled):
        fetch(web.silent("/a"), stop)


def test_broken_off(web):
    """A page that ends before all of it has come is not taken for the whole."""
    assert trouble(web.page("/a", b"half", Content_Length="9000")) == "the connection broke off"


def test_packed(web):
    """A page packed unasked is refused rather than shown as garbage."""
    assert "packed" in trouble(web.page("/a", Content_Encoding="gzip"))


def test_nobody_there(web):
    """A host that takes no connection is told."""
    with site() as gone:
        address = gone.page("/a")
    assert trouble(address) == "the host takes no connections there"


def test_proxies_of_the_environment_are_used(web, monkeypatch):
    """Where the environment names a proxy the page is asked for there, and no host is looked up."""
    monkeypatch.setenv("http_proxy", web.url(""))
    web.page("/story")
    web.pages["http://example.invalid/story"] = web.pages["/story"]
    assert isinstance(get("http://example.invalid/story"), Page)
    assert web.paths == ["http://example.invalid/story"]


# ---- what is read of it


def read(page, encoding=None):
    """Read a page without a worker."""
    return article_of_page(page, "2026-01-02T03:04:05+00:00", encoding, read_family)


def test_the_article_of_a_page():
    """A fetched page is read as a saved one, and knows where it came from and when."""
    article = read(Page("http://example.org/news", STORY, "text/html"))
    assert article.title == "Ferry strikes pier"
    assert (article.path, article.source, article.taken) == ("", "http://example.org/news", "2026-01-02T03:04:05+00:00")


def test_the_encoding_the_host_names_counts_where_it_is_needed():
    """What the host says of the encoding counts for a text that is not UTF-8, and only then."""
    text = "Корабль ударил причал"
    assert read(Page("http://a.org/x.txt", text.encode("koi8-r"), "text/plain", "koi8-r")).text == text
    assert read(Page("http://a.org/x.txt", text.encode(), "text/plain", "koi8-r")).text == text
    assert read(Page("http://a.org/x.txt", b"caf\xe9 noir", "text/plain", "klingon")).text == "café noir"


@pytest.mark.parametrize(
    ("data", "words"), [(b"\x89PNG\r\n\x1a\n" + bytes(99), "not a text file"), (b"", "no page inside")]
)
def test_a_page_that_is_no_article(data, words):
    """A picture or an empty page is refused in one line with its address."""
    with pytest.raises(ReadError, match=f"^http://a.org/x: .*{words}"):
        read(Page("http://a.org/x", data, "text/html" if not data else "image/png"))


# ---- addresses


@pytest.mark.parametrize("text", ["http://example.org", " https://example.org/a?b#c\n", "HTTP://EXAMPLE.ORG/"])
def test_an_address_is_known(text):
    """One address and nothing else is an address."""
    assert is_address(text)


@pytest.mark.parametrize(
    "text", ["example.org", "see http://example.org", "file:///etc/passwd", "http:///x", "http://a b"]
)
def test_what_is_no_address(text):
    """Words, files and sentences with an address in them are texts."""
    assert not is_address(text)


def test_the_host_that_is_named_is_the_one_that_is_asked():
    """Letters that look like others are spelled as name servers see them; a port that is not usual is shown."""
    assert host_of(tidied("https://еxample.org/x")) == "xn--xample-2of.org"
    assert host_of(tidied("https://example.org:443/x")) == "example.org"
    assert host_of(tidied("http://example.org:8080/x")) == "example.org:8080"
    assert tidied("HTTP://Example.ORG/å b?ü#top") == "http://example.org/%C3%A5%20b?%C3%BC"


@pytest.mark.parametrize("text", ["http://bank.example@evil.example/", "http://x:99999/", "http://[::1/", "ftp://x/"])
def test_addresses_that_are_not_asked_for(text):
    """An address with a user's name in it, or broken, is not fetched."""
    with pytest.raises(AddressError):
        tidied(text)
