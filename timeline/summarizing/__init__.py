"""The days that matter most in many articles, and the sentences that tell best what happened then.

`scope` (which days and which topic are asked for), `told_days` (what an article says about days), `days` (which
matter), `words` (what sentences share), `sentences` (the best of a day), `summary` (all of it together).
"""

from timeline.summarizing.scope import Scope
from timeline.summarizing.summary import summarize
from timeline.summarizing.told_days import ToldArticle, read_told_days

__all__ = ["Scope", "ToldArticle", "read_told_days", "summarize"]
