"""The guide card of a step: three to eight short lines for whoever leads it, in their language."""

from typing import assert_never

from talko.core.template import (
    Activity,
    Cluster,
    Collect,
    Consent,
    Discuss,
    Plan,
    Survey,
    Template,
    Vote,
    activities,
)
from talko.pages import guide_words as words
from talko.pages.kinds import Told
from talko.pages.language import said, translations


def guide(activity: Activity, lang: str) -> list[str]:
    """First what is special about this step of this template, then what holds for every such step."""
    special = said(activity.guide, lang)[0].splitlines()
    return [*special, *(translations(lang).gettext(line) for line in lines(activity))]


def guided(texts: Told, template: Template, lang: str) -> Told:
    """The texts of a workshop, with a guide beside each activity: for a console."""
    told, steps = texts["activities"], activities(template)
    assert isinstance(told, dict)
    return {
        **texts,
        "activities": {id: {**each, "guide": guide(steps[id], lang)} for id, each in told.items()},
    }


def lines(activity: Activity) -> tuple[str, ...]:
    match activity.settings:
        case Discuss(mode, notes):
            return (*words.DISCUSS[mode], words.NOTES[notes])
        case Collect() as its:
            return collect(its)
        case Cluster(who):
            return (*words.CLUSTER, *(words.PHONES_MOVE,) * (who != "facilitator"))
        case Vote(method):
            opening, *others = words.VOTE[method]
            return (opening, words.HIDDEN, *others, *words.NARROWS)
        case Consent() as its:
            return (*words.CONSENT[its.scale], *(words.NEED_TIME,) * its.need_time, words.CONCERNS)
        case Plan(kind):
            return words.PLAN[kind]
        case Survey(_, show):
            return (*words.SURVEY, *words.SHOWN[show])
        case _:
            assert_never(activity.settings)


def collect(its: Collect) -> tuple[str, ...]:
    if its.entry == "proxy":
        return words.IN_THE_FIELD
    if its.opens != "live":
        return words.ONLINE
    return (*words.WRITE, words.UNVEIL[its.reveal], *words.AFTER_WRITING)
