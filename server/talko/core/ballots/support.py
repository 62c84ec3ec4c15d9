"""A support, from none to full: what may be said with it, and what those of one round come to."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from talko.core.ballots.ballot import Box, Choice, Support
from talko.core.ballots.tally import ConsentTally, Result
from talko.core.people import Refused
from talko.core.template import Consent, ConsentScale

MAX_CHARS = 300
HIGHEST: dict[ConsentScale, int] = {"five": 5, "three": 2}
NEED_TIME: Final = "need_time"


def said(settings: Consent, choice: Choice) -> Support | Refused:
    """Without spaces around its text, for a text of spaces says nothing."""
    if not isinstance(choice, Support):
        return Refused("not_on_the_scale")
    text = choice.text.strip()
    trimmed = replace(choice, text=text, lang=choice.lang if text else "")
    return cannot_be(settings, trimmed) or trimmed


def said_later(settings: Consent, choice: Choice) -> Support | Refused:
    """Time is asked for once, and a concern is written, for nobody may be there to hear it."""
    alone = replace(choice, aloud=False) if isinstance(choice, Support) else choice
    return said(replace(settings, need_time=False), alone)


def cannot_be(settings: Consent, choice: Support) -> Refused | None:
    if len(choice.text) > MAX_CHARS:
        return Refused("too_long")
    if choice.support == NEED_TIME:
        return None if settings.need_time else Refused("no_time_to_think")
    if not 0 <= choice.support <= HIGHEST[settings.scale]:
        return Refused("not_on_the_scale")
    is_heard = choice.support >= settings.pass_min or choice.text or choice.aloud
    return None if is_heard else Refused("text_needed")


def count(settings: Consent, box: Box, *, is_last: bool) -> ConsentTally:
    counted = Counter(str(each.choice.support) for each in box.values() if isinstance(each.choice, Support))
    supports = {step: counted[step] for step in steps(settings)}
    return ConsentTally(counted.total(), supports, result(settings, supports, is_last=is_last))


def answered_later(settings: Consent, tally: ConsentTally, support: int, *, is_last: bool) -> ConsentTally:
    """One of those who asked for time has it no longer."""
    moved = Counter(tally.supports)
    moved.update({str(support): 1, NEED_TIME: -1})
    return replace(tally, supports=dict(moved), result=result(settings, moved, is_last=is_last))


def result(settings: Consent, supports: Mapping[str, int], *, is_last: bool) -> Result:
    """One concern is heard before anybody is waited for; where nobody answered, nobody agreed."""
    has_concern = any(supports[str(step)] for step in range(settings.pass_min))
    if has_concern or not any(supports.values()):
        return "unresolved" if is_last else "revise"
    return "pending" if supports.get(NEED_TIME) else "accepted"


def steps(settings: Consent) -> list[str]:
    asked = [str(step) for step in range(HIGHEST[settings.scale] + 1)]
    return [*asked, NEED_TIME] if settings.need_time else asked
