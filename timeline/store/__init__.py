"""What is already known of the articles, kept in a file between builds: it saves time and nothing else."""

from timeline.store.database import FOLDER, Store, opened_store
from timeline.store.knowledge import Known, keep_articles, known_articles

__all__ = ["FOLDER", "Known", "Store", "keep_articles", "known_articles", "opened_store"]
