"""The verbs of the command `timeline`: results on standard output, messages on standard error.

One module a group of verbs. What a verb needs is imported when it runs, so that each starts as fast as it can.
"""

from timeline.cli import adding, checking, evaluating, exporting, site, starting, summaries, texts
from timeline.cli.common import main

__all__ = ["adding", "checking", "evaluating", "exporting", "main", "site", "starting", "summaries", "texts"]
