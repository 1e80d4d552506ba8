"""The templates and the environment that renders them: what they are given is escaped, always."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from traceback import extract_tb

import jinja2
from jinja2.bccache import Bucket

from timeline.errors import TemplateError
from timeline.store.program import program
from timeline.wording import ENGLISH, Wording, figure, load_wording

_PACKAGE = Path(__file__).resolve().parents[1]


def templates_dir() -> Path:
    """The templates that ship with the package; in a checkout, those beside it."""
    shipped = _PACKAGE / "site_templates"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "site_templates"


def make_environment(directories: Sequence[str | Path], wording: Wording | None = None) -> jinja2.Environment:
    """An environment with the templates of the first directory that has them, in the words of a language."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([str(directory) for directory in directories]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=_Compiled(),
    )
    say_in(environment, wording or load_wording(ENGLISH))
    # Keys in the order in which they are written; plain ASCII, in which no line separator can hide.
    environment.policies["json.dumps_kwargs"] = {"sort_keys": False}
    return environment


class _Compiled(jinja2.BytecodeCache):
    """The shipped templates as they were compiled, kept where Python keeps the modules that it compiled."""

    def get_bucket(self, environment: jinja2.Environment, name: str, filename: str | None, source: str) -> Bucket:
        """A template; one that does not ship is compiled by every build."""
        if filename is None or not Path(filename).is_relative_to(templates_dir()):
            return Bucket(environment, "", "")
        return super().get_bucket(environment, name, filename, source)

    def get_source_checksum(self, source: str) -> str:
        """A mark for a template and the program, which has a say in how it is compiled."""
        return super().get_source_checksum(source + program())

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take over what is compiled of the same source by the same Python and Jinja."""
        with suppress(OSError), _compiled(bucket).open("rb") as file:
            bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, where Python would keep a module; no other build ever sees a part of it."""
        if not bucket.key or sys.dont_write_bytecode:
            return
        passing = _compiled(bucket).with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            try:
                passing.write_bytes(bucket.bytecode_to_string())
                passing.replace(_compiled(bucket))
            finally:
                passing.unlink(missing_ok=True)


def _compiled(bucket: Bucket) -> Path:
    return _PACKAGE / "__pycache__" / f"template-{bucket.key}.{sys.implementation.cache_tag}.pyc"


@lru_cache(maxsize=1)
def environment_of(directories: tuple[str, ...], wording: Wording, mark: bytes) -> jinja2.Environment:
    """The same for templates of that mark, compiled once by a process that builds again and again."""
    return make_environment(directories, wording)


def say_in(environment: jinja2.Environment, wording: Wording) -> None:
    """Have templates say things in a language: phrases, and numbers with their thousands apart."""
    environment.install_gettext_translations(wording.translations, newstyle=True)  # type: ignore[attr-defined]
    environment.filters["figure"] = lambda number: wording.tell(figure(number))


def render(environment: jinja2.Environment, template: str, context: Mapping[str, object]) -> str:
    """The page that a template makes.

    Raises:
        TemplateError: the template is not there, or fails; names it and the line.
    """
    try:
        return environment.get_template(template).render(context)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(str(error.message), path=error.filename or template, line=error.lineno) from error
    except jinja2.TemplateNotFound as error:
        raise TemplateError("there is no such template", path=str(error.name)) from error
    except Exception as error:  # what a template calls and computes can fail in any way
        raise _failure(error, template) from error


def _failure(error: Exception, template: str) -> TemplateError:
    """The error with the line of the template that it rose from."""
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    reason = str(error) if isinstance(error, jinja2.TemplateError) else f"{type(error).__name__}: {error}"
    if not frames:
        return TemplateError(reason, path=template)
    return TemplateError(reason, path=frames[-1].filename, line=frames[-1].lineno)
