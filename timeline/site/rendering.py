"""The templates and the environment that renders them: what they are given is escaped, always."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from traceback import extract_tb

import jinja2

from timeline.errors import TemplateError
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
    )
    say_in(environment, wording or load_wording(ENGLISH))
    # Keys in the order in which they are written; plain ASCII, in which no line separator can hide.
    environment.policies["json.dumps_kwargs"] = {"sort_keys": False}
    return environment


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
