"""What each command of the protocol is read into. Its fields have the names of the command in the core."""

from collections.abc import Callable
from functools import partial
from typing import get_args

from talko.core import life, template
from talko.core.activities import cluster, collect, consent, discuss, plan, survey
from talko.core.ballots.ballot import CastBallot
from talko.core.ballots.rounds import OpenRunOff
from talko.core.beside import agenda, brought, closing, hard_words, lobby, needs, questions, screen
from talko.core.card import Entry, HideCard, ShowCard, WithdrawCard
from talko.core.following import following
from talko.core.following.line import Decision, Status, Told
from talko.core.people import Role
from talko.core.records.record import Part
from talko.core.workshop import Command
from talko.live.choice import choice
from talko.live.read import Read, between, ids, lang, line, made, number, one_of, words, yes_no


def role(value: object) -> Role:
    return Role(one_of(tuple(Role), value))


feeling = partial(between, -2, 2)
entry = partial(one_of, get_args(Entry))
source = partial(one_of, get_args(brought.Source))
part = partial(one_of, get_args(Part))
put_aside = partial(one_of, get_args(closing.PutAside))
report = partial(one_of, get_args(closing.Report))
told = partial(one_of, get_args(Told))
status = partial(one_of, get_args(Status))
decision = partial(one_of, get_args(Decision))


def maker(make: Callable[..., Command], **needed: Read) -> Callable[..., Callable[[object], Command]]:
    def with_allowed(**allowed: Read) -> Callable[[object], Command]:
        return lambda given: made(make, given, needed, allowed)

    return with_allowed


def answer_question(given: object) -> Command:
    """`open` is a word of Python's own."""

    def answered(open: bool = False, **told: str) -> Command:
        return questions.AnswerQuestion(**told, is_open=open)

    return made(answered, given, {"question": line, "text": words, "lang": lang}, {"open": yes_no})


COMMANDS: dict[str, Callable[[object], Command]] = {
    "add_card": maker(collect.AddCard, text=words, lang=lang)(
        bucket=line, item=line, feeling=feeling, nickname=words, entry=entry, permission=yes_no
    ),
    "edit_card": maker(collect.EditCard, card=line, text=words)(),
    "withdraw_card": maker(WithdrawCard, card=line)(),
    "hide_card": maker(HideCard, card=line, reason=words)(),
    "show_card": maker(ShowCard, card=line)(),
    "bring_card": maker(brought.BringCard, source=source, text=words, lang=lang, permission=yes_no)(
        origin=words, feeling=feeling
    ),
    "add_note": maker(discuss.AddNote, text=words, lang=lang)(table=partial(between, 0, 99)),
    "cast": maker(CastBallot, round=line, n=number, choice=choice)(),
    "open_run_off": maker(OpenRunOff)(),
    "choose_items": maker(survey.ChooseItems, items=ids)(),
    "open_round": maker(consent.OpenRound, proposal=line)(wording=words, lang=lang),
    "note_concern": maker(consent.NoteConcern, round=line, text=words, lang=lang)(),
    "decide_by": maker(consent.DecideBy, round=line, date=line)(),
    "settle": maker(consent.Settle, proposal=line, decision=partial(one_of, get_args(consent.Settled)))(),
    "add_theme": maker(cluster.AddTheme, name=words, lang=lang)(cards=ids),
    "name_theme": maker(cluster.NameTheme, theme=line, name=words, lang=lang)(),
    "move_cards": maker(cluster.MoveCards, cards=ids, theme=line)(),
    "merge_themes": maker(cluster.MergeThemes, theme=line, into=line)(),
    "undo": maker(cluster.Undo)(),
    "add_record": maker(plan.AddRecord, sources=ids)(what=words, lang=lang),
    "set_sources": maker(plan.SetSources, record=line, sources=ids)(),
    "write_field": maker(plan.WriteField, record=line, field=line, text=words)(lang=lang),
    "propose_wording": maker(plan.ProposeWording, record=line, field=line, text=words, lang=lang)(),
    "use_wording": maker(plan.UseWording, record=line, wording=line)(),
    "take_on": maker(plan.TakeOn, record=line, part=part, name=words)(),
    "let_go": maker(plan.LetGo, record=line, part=part)(),
    "name_for": maker(plan.NameFor, record=line, part=part, name=words)(outside=yes_no),
    "remove_helper": maker(plan.RemoveHelper, record=line, helper=line)(),
    "accept_aloud": maker(plan.AcceptAloud, record=line)(),
    "drop_record": maker(plan.DropRecord, record=line, reason=words)(),
    "accept": maker(plan.Accept, record=line)(name=words),
    "decline": maker(plan.Decline, record=line)(),
    "tell": maker(following.Tell, record=line, status=told)(note=words, lang=lang),
    "confirm": maker(following.Confirm, record=line, status=status)(note=words, lang=lang),
    "move_due": maker(following.MoveDue, record=line, due=line, reason=words, lang=lang)(),
    "tell_people": maker(following.TellPeople, record=line, how=words, when=line, lang=lang)(),
    "decide_pilot": maker(following.DecidePilot, record=line, decision=decision, reason=words, lang=lang)(
        place=words
    ),
    "remove_words": maker(following.RemoveWords, record=line, entry=line)(),
    "ask_question": maker(questions.AskQuestion, text=words, lang=lang)(),
    "answer_question": answer_question,
    "flag_word": maker(hard_words.FlagWord, word=words, lang=lang)(),
    "explain_word": maker(hard_words.ExplainWord, word=line, plain=words)(new=words, lang=lang),
    "ask_for": maker(needs.AskFor, need=partial(one_of, get_args(needs.Need)))(),
    "take_back": maker(needs.TakeBack, need=partial(one_of, get_args(needs.Need)))(),
    "give_feedback": maker(needs.GiveFeedback, text=words, lang=lang)(),
    "park": maker(closing.Park, item=line, decision=put_aside, reason=words, lang=lang)(
        owner=words, target=line
    ),
    "unpark": maker(closing.Unpark, item=line)(),
    "set_contact": maker(closing.SetContact, date=line)(time=words, place=words, what=words),
    "attest": maker(closing.Attest, rule=partial(one_of, get_args(template.ClosingRule)), holds=yes_no)(),
    "report_item": maker(closing.ReportItem, card=line, report=report)(note=words, lang=lang),
    "join": maker(lobby.Join, role=role)(),
    "leave": maker(lobby.Leave)(),
    "set_screen": maker(screen.SetScreen, calm=yes_no, also=line)(),
    "open_door": maker(lobby.OpenDoor)(),
    "close_door": maker(lobby.CloseDoor)(),
    "open": maker(life.Open)(),
    "close": maker(life.Close)(),
    "reveal": maker(life.Reveal)(),
    "extend": maker(life.Extend, minutes=partial(between, 1, 60))(),
    "go_on": maker(agenda.GoOn)(),
    "go_back": maker(agenda.GoBack)(),
    "start_break": maker(agenda.StartBreak, minutes=partial(between, 1, 120))(),
    "end_break": maker(agenda.EndBreak)(),
    "close_workshop": maker(agenda.CloseWorkshop)(),
    "close_unfinished": maker(agenda.CloseUnfinished)(),
}
