"""The date nobody wrote: when an article was published, from what its text and its address say by themselves."""

from timeline.inferring.publication import Inferred, infer_published

__all__ = ["Inferred", "infer_published"]
