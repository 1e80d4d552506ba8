"""How much memory `timeline tag` takes, however much it reads: `make stream`; SIZE is in millions of bytes."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from typing import BinaryIO

from report import publish, table
from texts import lines


def feed(stream: BinaryIO, size: int) -> None:
    """Write lines until that many bytes are through."""
    with stream:
        for line in lines(size):
            stream.write(line)


def measure(size: int, workers: int) -> list[str]:
    """The greatest resident memory of a run, and of its largest worker, and what it said."""
    command = [sys.executable, "-m", "timeline", "tag", "--workers", str(workers)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert isinstance(process.stdout, io.BufferedReader)
        feeder = threading.Thread(target=feed, args=(process.stdin, size))
        feeder.start()
        written = answered = 0
        while chunk := process.stdout.read1(1 << 16):
            written += len(chunk)
            answered += chunk.count(b"\n")
        feeder.join()
        # Only this way is the memory told of this child alone.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"timeline tag ended with {process.returncode}")
    megabytes = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6
    return [
        *(f"{size / 1e6:,.0f} MB", str(workers), f"{answered:,}", f"{written / 1e6:,.0f} MB", f"{megabytes:.0f} MB"),
        f"{usage.ru_utime + usage.ru_stime:.0f} s",
    ]


def main() -> None:
    """Measure a tenth and the whole, print and write down."""
    size = int(float(os.environ.get("SIZE", "100")) * 1e6)
    rows = [measure(part, 1) for part in (size // 100, size // 10, size)] + [measure(size // 10, 2)]
    heads = ["read", "workers", "lines", "written", "greatest memory", "CPU"]
    publish("stream", f"SIZE={size / 1e6:.0f} make stream", table(heads, rows))


if __name__ == "__main__":
    main()
