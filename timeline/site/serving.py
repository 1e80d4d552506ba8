"""A site shown while its articles are written: MkDocs' live-reload server, driven by the builder of `timeline build`.

What is served is a site of its own in a passing folder, replaced in one step as the published one is. An article that is
saved half-written stays as it was, and what is the matter with it is told.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from timeline.errors import TimelineError
from timeline.pipeline import Manner
from timeline.site.addresses import NOT_FOUND
from timeline.site.mkdocs_calls import LiveServer
from timeline.site.publishing import DEFAULT_CONTENT, publish
from timeline.site.report import DEFAULT_CONFIG, BuildReport, unchanged
from timeline.site.surroundings import collect

ADDRESS = "127.0.0.1", 8000


def serve(
    tell: Callable[[BuildReport | TimelineError], None],
    tell_address: Callable[[str], None],
    config_path: Path | None = None,
    address: tuple[str, int] = ADDRESS,
    workers: int = 1,
) -> None:
    """Show the site at an address and build it again when anything changes that it hangs on, until interrupted.

    `tell` is told of every build, or why there is none; then the site that was there before is shown.
    """
    path = config_path or DEFAULT_CONFIG
    folder = path.absolute().parent
    with TemporaryDirectory(prefix="timeline-") as passing:
        site = Path(passing) / "site"

        def build() -> None:
            try:
                report = unchanged(path, site)
                report = report or publish(config_path, site, Manner(workers, held=[]), server.url)
            except TimelineError as error:
                tell(error)
            else:
                server.watch_all(report.roots)
                tell(report)

        def not_found(code: int) -> bytes | None:
            page = site / NOT_FOUND
            return page.read_bytes() if code == 404 and page.is_file() else None

        server = LiveServer(build, *address, str(site), tell_address, collect)
        server.error_handler = not_found
        build()
        server.watch_all((str(path.absolute()), str(folder / DEFAULT_CONTENT)))
        server.run()
