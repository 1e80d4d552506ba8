"""The options that select a part of the timeline; each has the name that it has in an address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from timeline.selecting import Selection

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--from", metavar="DATE", help="Only what happened on this day or later: 2015-08-14, 2015-08, 2015."),
    click.option("--to", metavar="DATE", help="Only what happened on this day or earlier."),
    click.option("--topic", metavar="TOPIC", multiple=True, help="Only events of this topic."),
    click.option("--entity", metavar="NAME", multiple=True, help="Only events that name this person, place or body."),
    click.option("--source", metavar="OUTLET", multiple=True, help="Only events that this outlet tells."),
    click.option(
        "--certainty", metavar="CERTAINTY", multiple=True, help="Only dates that are exact, inferred or vague."
    ),
    click.option("--text", metavar="WORDS", help="Only events with all of these words."),
    click.option("--key-events", metavar="N", help="Of those, only so many: the ones that matter most."),
)


def SELECTION(command: F) -> F:
    """The options; what they are given comes as keywords, for `selection_of`."""
    return reduce(lambda decorated, option: option(decorated), reversed(_OPTIONS), command)


def selection_of(wishes: Mapping[str, str | tuple[str, ...] | None]) -> Selection:
    """The part that the options ask for.

    Raises:
        UsageError: a value cannot be read.
    """
    from timeline.selecting import Selection

    pairs = []
    for name, given in wishes.items():
        values = given if isinstance(given, tuple) else () if given is None else (given,)
        pairs += [(name.replace("_", "-"), value) for value in values]
    return Selection.of(pairs)
