"""What does this file or text say, and what on its page is not the article?"""

from diffview.reading.article import read_article
from diffview.reading.furniture import find_furniture
from diffview.reading.title import find_title

__all__ = ["find_furniture", "find_title", "read_article"]
