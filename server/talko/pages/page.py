"""From a template and a language to a page."""

from datetime import date, datetime
from functools import cache, partial

from babel.dates import format_date, format_time
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

from talko.folders import folder
from talko.pages.language import LANGUAGES, NAMES, locale, translations
from talko.pages.static import assets


def page(template: str, lang: str, /, *, status: int = 200, **values: object) -> HTMLResponse:
    html = environment(lang).get_template(template).render(lang=lang, **values)
    return HTMLResponse(html, status)


@cache
def environment(lang: str) -> Environment:
    """Everything is escaped unless it is marked, and a name that is not given is an error."""
    made = Environment(
        loader=FileSystemLoader(folder("client") / "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.policies["ext.i18n.trimmed"] = True
    words = translations(lang)
    vars(made)["install_gettext_callables"](words.gettext, words.ngettext, newstyle=True)
    made.globals |= {
        "asset": assets().url,
        "modules": assets().modules,
        "styles": assets().styles,
        "languages": NAMES,
        "day": partial(day, lang),
        "day_of_week": partial(day_of_week, lang),
        "moment": partial(moment, lang),
        "decimal": partial(decimal, lang),
    }
    return made


def read_all() -> None:
    """When the server starts, as the scripts are: a newer page would not fit older scripts."""
    for lang in LANGUAGES:
        for template in environment(lang).list_templates():
            environment(lang).get_template(template)


def day(lang: str, iso: str) -> str:
    return format_date(date.fromisoformat(iso), "long", locale=locale(lang))


def day_of_week(lang: str, iso: str) -> str:
    """With the day of the week, by which one sees that another day was meant."""
    return format_date(date.fromisoformat(iso), "full", locale=locale(lang))


def moment(lang: str, at: datetime) -> str:
    time = format_time(at, "short", locale=locale(lang))
    return f"{format_date(at, 'medium', locale=locale(lang))} {time}"


def decimal(lang: str, number: float, digits: int = 2) -> str:
    return format_decimal(number, f"0.{'0' * digits}", locale=locale(lang))


def embedded(value: str) -> Markup:
    """JSON inside a page: nothing in it can end the script element it stands in."""
    safe = value.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(safe.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))
