"""Names of strangers as names of files."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b


def file_name(name: str) -> str:
    """A name as a file's, without its ending: readable, and another for every name.

    Names that differ in case or in Unicode form alone get files of their own, which no file system
    takes for one.

    >>> file_name("Côte d'Ivoire"), file_name("上海")
    ('cote-d-ivoire-d1e7a51d', '4d8c59d3')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    readable = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    distinct = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{readable}-{distinct}" if readable else distinct
