"""An evaluation written down: a table for people, JSON for other programs."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from timeline.evaluation.comparing import Comparison, agreement, differences
from timeline.importing.timeml import MarkedTime


def to_text(comparisons: Sequence[Comparison], errors: bool = False) -> str:
    """A table of percentages, after every error if those are wanted."""
    figures = agreement(comparisons)
    lines = [f"{each}" for each in differences(comparisons)] if errors else []
    lines += [""] if lines else []
    lines.append(
        f"{figures.texts} texts: {figures.gold} times in the gold, {figures.tagged} tagged, {figures.paired} of them paired"
    )
    lines.append(f"{'':14}{'F1':>8}{'P':>8}{'R':>8}")
    for name, measure in figures.measures().items():
        lines.append(f"{name:14}{measure.f1:8.2%}{measure.precision:8.2%}{measure.recall:8.2%}")
    return "\n".join(lines)


def to_json(comparisons: Sequence[Comparison], errors: bool = False) -> bytes:
    """The same figures, from 0 to 1, as one JSON object."""
    figures = agreement(comparisons)
    document: dict[str, object] = {
        "texts": figures.texts,
        "gold": figures.gold,
        "tagged": figures.tagged,
        "paired": figures.paired,
        **{name.replace(" ", "_"): measure._asdict() for name, measure in figures.measures().items()},
    }
    if errors:
        document["errors"] = [
            {
                "text": each.text,
                "start": each.start,
                "kind": each.kind,
                "gold": _shown(each.gold),
                "tagged": _shown(each.tagged),
                "context": each.words,
            }
            for each in differences(comparisons)
        ]
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _shown(time: MarkedTime | None) -> dict[str, object] | None:
    return None if time is None else time._asdict()
