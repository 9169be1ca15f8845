"""How are the docs built? `make docs`: without a network, every warning an error."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from diffview import __version__

project = "diffview"
author = "The diffview developers"
copyright = f"2026, {author}"  # noqa: A001 - Sphinx's own name for it
release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence", "deflist"]
exclude_patterns = ["_build"]
nitpicky = True
nitpick_ignore_regex = [("py:.*", ".*")]  # types of other projects: looking them up would need a network
html_theme = "furo"
html_title = f"diffview {release}"
html_logo = "../resources/icons/diffview.svg"
html_theme_options = {"sidebar_hide_name": False}
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
