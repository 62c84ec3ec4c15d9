"""The texts of a workshop in one language (docs/protocol.md, section 6). They do not change while it runs."""

from collections.abc import Iterator
from itertools import dropwhile, islice

from talko.core.template import Activity, Rules, Template, kind
from talko.core.template import activities as core_activities
from talko.pages.kinds import Told, question, questions, settings
from talko.pages.language import said
from talko.store.groups import Setup
from talko.store.template_files import items


def texts(setup: Setup, template: Template, lang: str, plan: str = "") -> Told:
    """`plan` is the address of the plan page, for those who may know it."""
    steps = {id: step for id, step in activities(template, lang)}
    bank = items()
    return {
        "workshop": setup.id,
        "lang": lang,
        "langs": list(setup.langs),
        "title": setup.title,
        "question": setup.question,
        "decide": setup.decide,
        "purpose": said(template.purpose, lang)[0],
        "promise": said(template.promise.text, lang)[0],
        "phrase": setup.phrase,
        "rules": list(setup.rules),
        "support": setup.support,
        "date": setup.date,
        "start": setup.start,
        "place": setup.place,
        "plan": plan,
        "breakdown": template.settings.breakdown == "side",
        "offers": offers(template.settings),
        "answers": {answer: said(text, lang)[0] for answer, text in bank.answers.items()},
        "items": {id: question(item, lang) for id, item in questions(template, bank).items()},
        "order": list(steps),
        "slack": template.duration.slack,
        "activities": steps,
    }


# What a phone reads at each step; of the rest only where it is.
ALWAYS = ("lang", "langs", "title", "phrase", "support", "offers", "order")
OF_KIND = {"consent": ("rules",), "survey": ("items", "answers")}


def at_hand(whole: Told, template: Template, current: str) -> Told:
    """What this step and the next need, so that the page is small. The phone asks for the rest later."""
    steps = core_activities(template)
    if current not in steps:
        return whole
    kinds = {kind(steps[each].settings) for each in (current, *feeding(steps[current])) if each in steps}
    names = [*ALWAYS, *(name for each in sorted(kinds) for name in OF_KIND.get(each, ()))]
    near = {*islice(dropwhile(lambda id: id != current, steps), 2)}
    told = {id: step for id, step in activities(template, str(whole["lang"])) if id in near}
    return {**{name: whole[name] for name in names}, "activities": told, "more": True}


def feeding(step: Activity) -> Iterator[str]:
    """A vote on a survey's questions has its words there."""
    return (source.activity for source in step.sources)


def offers(rules: Rules) -> Told:
    """What stands beside every activity, where the template does not leave it out."""
    return {"ask": rules.ask_anytime, "words": rules.flag_word, "more_time": rules.more_time}


def activities(template: Template, lang: str) -> Iterator[tuple[str, Told]]:
    for session in template.sessions:
        for n, stage in enumerate(session.stages, 1):
            around = {
                "stage": stage.stage,
                "at": [n, len(session.stages)],
                "session": said(session.names, lang)[0],
                "timer": template.settings.timers_visible,
            }
            for step in stage.activities:
                yield step.id, {**around, **activity(step, template, lang)}


def activity(step: Activity, template: Template, lang: str) -> Told:
    prompt, spoken = said(step.prompt, lang)
    its_kind = kind(step.settings)
    return {
        "kind": its_kind,
        "minutes": step.minutes,
        "think_seconds": step.think_seconds,
        "optional": step.optional,
        "prompt": prompt,
        "lang": spoken,
        its_kind: settings(step, template, lang),
    }
