"""A folder of dated articles in, one chronological timeline out, with the reasons for every date."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.api import Timeline, build, infer, tag

__all__ = ["Timeline", "build", "infer", "tag"]


def __getattr__(name: str) -> object:
    # On first use, so that importing one part (a plugin, a test) does not load all.
    if name in __all__:
        from timeline import api

        globals()[name] = getattr(api, name)
        return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
