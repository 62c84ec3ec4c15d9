"""What whoever leads a step reads beside it: what to say first, whose turn it is, what to watch for."""

from collections.abc import Mapping

from talko.core import template


def _(text: str) -> str:
    """Marks what the catalogues translate; `guide.py` says it in the reader's language."""
    return text


DISCUSS: Mapping[template.Mode, tuple[str, ...]] = {
    "present": (
        _("Say in two sentences why this step is here."),
        _("Use common words. Explain a hard word at once."),
        _("Stop halfway. Ask: what would you like to know?"),
        _("A question may come by phone. Read it aloud and answer."),
    ),
    "read": (
        _("Give time to read. Then read some cards aloud."),
        _("Those who wrote are not all here. Speak kindly of them."),
        _("Ask what surprised people. Do not explain a card away."),
        _("Read aloud also what only one person said."),
    ),
    "pairs": (
        _("Say: one talks, the other listens. Then you change."),
        _("Tell aloud when half of the time has gone."),
        _("Who is left without a pair joins another pair."),
        _("Everyone decides what they tell. A pair may also be quiet."),
    ),
    "groups": (
        _("Say what the group does, and how long it has."),
        _("Mix the tables. Nobody needs to say who is a client."),
        _("Ask workers to listen first and speak then."),
        _("Walk around and listen. If one talks all the time, ask the others."),
    ),
    "round_robin": (
        _("Say: everyone speaks once, in turn. You may also pass."),
        _("Clients speak first, managers last. Point at nobody."),
        _("Nobody comments before everyone has had a turn."),
        _("Ask, and do not diagnose: “What was it like for you?”"),
        _("Silence is allowed. Count to ten before you go on."),
    ),
    "rotate": (
        _("Say the topic of each table. A host stays at the table."),
        _("The host tells newcomers in two sentences what was said."),
        _("Ask the host to let the quiet ones speak first."),
        _("Change calmly. Whoever moves slowly may stay."),
    ),
    "plenary": (
        _("Read the result aloud. Then ask: what do you see?"),
        _("Clients speak first, managers last. Point at nobody."),
        _("A difference is no fault. Ask what lies behind it."),
        _("Never ask who gave which answer."),
    ),
}
NOTES: Mapping[template.Notes, str] = {
    "none": _("No notes are made here. You may say so."),
    "host": _("One person writes notes. Ask aloud if they are right."),
    "anyone": _("Anyone may write a note. The notes stay."),
}

WRITE = (
    _("Say: use your own words. Spelling does not matter."),
    _("Everyone writes alone, at the same time. Let it be quiet."),
    _("Who does not write may tell it to a helper."),
)
UNVEIL: Mapping[template.Unveil, str] = {
    "on_close": _("Nobody sees the others' cards before you show them."),
    "live": _("Cards come in mixed order, a few at a time."),
}
AFTER_WRITING = (
    _("Is there a name on a card? Hide the card."),
    _("In the end read also what only one person said."),
)
IN_THE_FIELD = (
    _("Go in pairs: a client and a worker."),
    _("Ask first: may I write down what you told?"),
    _("Write the person's own words. Leave out names."),
    _("Ask and listen. Do not advise, and promise nothing."),
    _("Say thank you. Tell where the result can be seen."),
)
ONLINE = (
    _("Send the link and say how long it is open."),
    _("Say who reads the answers and what they are for."),
    _("Remind once, kindly. Nobody has to answer."),
    _("Is there a name on a card? Hide the card."),
)

CLUSTER = (
    _("Say: we put together what means the same."),
    _("Read a card aloud and ask where it belongs."),
    _("Ask what a card means. Never ask who wrote it."),
    _("Name a group of cards in the people's own words."),
    _("A card in no group is not in a vote. One card may be a group."),
)
PHONES_MOVE = _("Phones can move cards now, too. Make the groups first.")

VOTE: Mapping[template.Method, tuple[str, ...]] = {
    "dots": (
        _("Say: think first in quiet. Then give your votes."),
        _("A vote may also be left unused."),
    ),
    "rank": (
        _("Say: think first in quiet. Then put them in order."),
        _("Ask to fill every place. One alone weighs little."),
    ),
    "rate": (
        _("Explain every question with an example first."),
        _("Look where the numbers differ. Talk about that first."),
        _("If everything looks easy, ask: are we too hopeful?"),
    ),
}
HIDDEN = _("Nobody sees the numbers before you show them. Nor do you.")
NARROWS = (
    _("A vote only narrows the choice. It decides nothing yet."),
    _("What is left out gets a reason. Ask about it, too."),
)

CONSENT: Mapping[template.ConsentScale, tuple[str, ...]] = {
    "five": (
        _("Say: we do not vote. We ask who can live with this."),
        _("Read the proposal aloud as it stands. The scale is 0–5, and 3 is enough."),
        _("Thank people for every objection. It makes this better."),
        _("Do not persuade. Write what was changed, and ask again."),
    ),
    "three": (
        _("Read it aloud. Ask what is missing."),
        _("“Yes, with a concern” is a yes. Ask about the concern."),
        _("There are three answers: yes, yes with a concern, no."),
        _("Thank people for every no. Write what was changed, and ask again."),
    ),
}
NEED_TIME = _("To ask for time is an answer, too. Agree on a day.")
CONCERNS = _("A concern stays beside the decision.")

PLAN: Mapping[template.RecordKind, tuple[str, ...]] = {
    "action": (
        _("Say: small and clear. Who does what next week?"),
        _("Ask for a volunteer and wait. Ask a person only then."),
        _("Whoever does it says yes, by phone or aloud."),
        _("Another person follows up. Agree how and when."),
        _("Managers and workers take tasks, too, not only clients."),
        _("Everyone chooses which name of theirs stands on the plan."),
    ),
    "pilot": (
        _("Say: small enough to begin soon, safe enough to try."),
        _("Write a guess first: what will happen?"),
        _("Ask what could make this hard for a client."),
        _("Agree when the trial is stopped at once."),
        _("Agree the day on which you look at the trial."),
    ),
    "response": (
        _("Say: everything chosen gets an answer. No is one, too."),
        _("Write what is done. If nothing is done, write why."),
        _("Ask: would a client understand this answer?"),
        _("A named person answers, not a team."),
        _("Agree how and when people hear: letter, phone, a notice."),
    ),
}

SURVEY = (
    _("Say: nobody sees what you answer. There is no name."),
    _("Give people peace. Do not look at anyone's phone."),
    _("A question may be skipped. “I can not say” is fine."),
)
SHOWN: Mapping[template.Showing, tuple[str, ...]] = {
    "on_close": (
        _("Ask what the result says. Never ask who gave which answer."),
        _("A low number is news, not a fault."),
    ),
    "later": (
        _("The result comes later, in the plan. Say when."),
        _("A low number is news, not a fault."),
    ),
}
