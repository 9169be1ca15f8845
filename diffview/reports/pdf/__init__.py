"""How does a comparison become pages that are printed, filed and read aloud?"""

from diffview.reports.pdf.report import render_pdf

__all__ = ["render_pdf"]
