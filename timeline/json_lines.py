"""One value a line, as JSON: what the verbs that answer text by text write."""

from __future__ import annotations

import msgspec


def write_json_line(value: msgspec.Struct) -> bytes:
    """One line of JSON, its line end included.

    >>> class Heard(msgspec.Struct):
    ...     words: str
    >>> write_json_line(Heard("last\\u2028week"))
    b'{"words":"last\\\\u2028week"}\\n'
    """
    line = _WRITER.encode(value)
    # JSON lets these three stand as they are, but many readers of lines would break the line there.
    for character in "\x85\u2028\u2029":
        line = line.replace(character.encode(), f"\\u{ord(character):04x}".encode())
    return line + b"\n"


_WRITER = msgspec.json.Encoder()
