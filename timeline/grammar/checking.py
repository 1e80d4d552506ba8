"""Whether the entries of a locale file fit together: patterns with words and phrases, and with their meanings."""

from __future__ import annotations

import inspect
from functools import partial

from timeline.grammar import numbers
from timeline.grammar.binding import UNBOUND
from timeline.grammar.locale_file import LocaleFile
from timeline.grammar.meanings import Meaning
from timeline.grammar.pattern import Node, may_be_empty, slots_of, surely_bound


def check(file: LocaleFile) -> None:
    """Refuse what could never be read, and what its meaning could not be given.

    Raises:
        LocaleError: with the file, the line and the rule.
    """
    patterns = [
        *((file.name_of(rule), rule.node, rule.meaning) for rule in file.rules),
        *((name, node, meaning) for name, listed in file.phrases.items() for node, meaning in listed),
    ]
    for name, node, meaning in patterns:
        if meaning is not None:
            _check_parameters(file, name, node, meaning)
    for name in file.phrases:
        _check_circle(file, (name,))
    for name, node, _ in patterns:
        _check_slots(file, name, node)


def _check_parameters(file: LocaleFile, name: str, node: Node, meaning: Meaning) -> None:
    """Refuse a slot that the meaning has no parameter for, and a parameter that no slot is sure to give."""
    given = meaning.keywords if isinstance(meaning, partial) else {}
    parameters = inspect.signature(meaning.func if isinstance(meaning, partial) else meaning).parameters
    slots = [(slot.name, slot.kind) for slot in slots_of(node) if slot.name != UNBOUND]
    for bound_to, kind in [(key, key) for key in given] + slots:
        if bound_to not in parameters:
            raise file.error(
                f'its meaning takes no "{bound_to}"',
                f"it takes: {', '.join(parameters)}; rename with {{{kind}:name}}",
                name,
            )
    if twice := sorted(given.keys() & {bound_to for bound_to, _ in slots}):
        raise file.error(f'"{twice[0]}" stands in "with" and in a pattern', "take it out of one", name)
    bound = {*given, *surely_bound(node)}
    for needed, parameter in parameters.items():
        if parameter.default is parameter.empty and needed not in bound:
            raise file.error(
                f'a pattern gives its meaning no "{needed}"', f"write {{slot:{needed}}} outside of [ ]", name
            )


def _check_circle(file: LocaleFile, path: tuple[str, ...]) -> None:
    """Refuse a phrase that holds itself: an automaton has no memory for it."""
    for node, _ in file.phrases.get(path[-1], ()):
        for slot in slots_of(node):
            longer = (*path, slot.kind)
            if slot.kind in path:
                raise file.error(
                    f"it holds itself: {' > '.join(longer)}", 'give one of them another name in "as"', path[0]
                )
            _check_circle(file, longer)


def _check_slots(file: LocaleFile, name: str, node: Node) -> None:
    """Refuse unknown slots and patterns that fit the empty text."""
    for slot in slots_of(node):
        if slot.kind not in numbers.KINDS and slot.kind not in file.words and slot.kind not in file.phrases:
            raise file.error(f'unknown slot "{{{slot.kind}}}"', "declare it under [words] or [[phrase]]", name)
    if may_be_empty(node):
        raise file.error("a pattern fits the empty text", "leave one part of it outside of [ ]", name)
