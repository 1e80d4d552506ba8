"""What is already known of the articles, kept in a file between builds: it saves time and nothing else."""

from timeline.store.database import FOLDER, Store, opened_store
from timeline.store.knowledge import Known, keep_articles, keep_merging, known_articles, known_merging
from timeline.store.shelf import Shelf

__all__ = [
    "FOLDER",
    "Known",
    "Shelf",
    "Store",
    "keep_articles",
    "keep_merging",
    "known_articles",
    "known_merging",
    "opened_store",
]
