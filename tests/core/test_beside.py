"""What a template may leave out beside its activities."""

from dataclasses import replace

from talko.core.beside.hard_words import FlagWord
from talko.core.beside.needs import AskFor, GiveFeedback
from talko.core.beside.questions import AskQuestion
from talko.core.people import Refused
from talko.core.template import Rules
from tests.core.story import ADA, COME_IN, ask, said

QUIET = replace(COME_IN, rules=Rules("side", ask_anytime=False, flag_word=False, more_time=False))


def test_what_the_template_leaves_out_is_refused() -> None:
    for command in (AskQuestion("Why?", "en"), FlagWord("synergy", "en"), AskFor("more_time")):
        assert said(QUIET, ask(ADA, "", command)) == Refused("not_here")
        assert not isinstance(said(COME_IN, ask(ADA, "", command)), Refused)


def test_how_the_meeting_feels_can_always_be_told() -> None:
    assert not isinstance(said(QUIET, ask(ADA, "", GiveFeedback("Slower", "en"))), Refused)


def test_whoever_does_not_understand_can_always_say_so() -> None:
    assert not isinstance(said(QUIET, ask(ADA, "", AskFor("unclear"))), Refused)
