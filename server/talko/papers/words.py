"""The words of a paper for what the program knows by an id: the same as those of the plan page."""

from collections.abc import Mapping

from talko.papers.said import Saying, Speech


def _(text: str) -> str:
    """Marks what the catalogues translate."""
    return text


FIELDS = {
    "what": _("What do we do?"),
    "first_step": _("What is the first step?"),
    "owner": _("Who does it?"),
    "owner_accepted": _("Has who does it said yes?"),
    "helpers": _("Who helps?"),
    "due": _("When is it ready?"),
    "follower": _("Who follows it up?"),
    "follow_how": _("How is it followed up?"),
    "told_how": _("How do people hear of it?"),
    "told_when": _("When do people hear of it?"),
    "reach": _("Whose work is it?"),
    "for_whom": _("For whom?"),
    "where": _("Where?"),
    "when": _("At what times?"),
    "start": _("When does it begin?"),
    "end": _("When does it end?"),
    "prediction": _("What do we think will happen?"),
    "measure": _("How do we notice that it helps?"),
    "stop_if": _("When do we stop at once?"),
    "review_date": _("When do we look at it together?"),
    "decision": _("What becomes of it?"),
    "reason": _("Why?"),
    "heard": _("What does it answer?"),
    "sources": _("What does it come from?"),
}
CHOICES = {
    "own": _("Our own work"),
    "team": _("The whole team's"),
    "network": _("Several organisations'"),
    "keep": _("It goes on"),
    "change": _("It is changed"),
    "stop": _("It stops"),
    "spread": _("It is done elsewhere too"),
    "done": _("It is done"),
    "doing": _("It is being done"),
    "not_doing": _("It is not done"),
    "late": _("It is late"),
    "not_done": _("It was not done"),
    "not_ours": _("Others decide on it"),
    "later": _("Later"),
    "part_of": _("It is part of something else"),
    "no": _("No"),
}
RESULTS = {
    "accepted": _("Accepted"),
    "revise": _("We change it and ask again"),
    "pending": _("Waits for an answer"),
    "unresolved": _("Stays open"),
    "rejected": _("We do not do this"),
    "differing": _("We see it in different ways"),
    "proposed": _("Proposed"),
    "open": _("Nothing told yet"),
}
SUPPORT = {
    "five": (
        _("I can not accept this."),
        _("Much here worries me."),
        _("Something here worries me."),
        _("This is good enough for now."),
        _("I support this."),
        _("I support this fully."),
    ),
    "three": (_("No."), _("Yes, but something worries me."), _("Yes.")),
}
NEED_TIME = _("I need more time.")
RULES = {
    "owner_is_person": _("A person with a name for each action"),
    "owner_is_not_follower": _("Another person who follows each action up"),
    "users_side_in_plan": _("A client or close one does or follows up something"),
    "manager_owns_at_least_one": _("An action that a manager does"),
    "commitment_check_done": _("Everybody's answer: can I commit to this plan?"),
    "unselected_have_reason": _("A reason for all that was not chosen"),
    "every_selected_has_response": _("An answer to all that was chosen"),
    "every_pilot_has_decision": _("A decision on each trial"),
    "pilot_has_review_date": _("A day when each trial is looked at"),
    "previous_items_reported": _("What became of what was agreed last time"),
    "next_contact_date": _("The day when people hear from us again"),
    "results_returned_to_place": _("The results told where the cards came from"),
    "names_removed": _("Names taken out of the cards"),
    "sensitive_text_deleted": _("Private texts deleted"),
    "answer_in_preferred_form": _("An answer in the form that each person asked for"),
    "min_actions": _("Enough actions"),
}
SIDES = {"users": _("Clients and close ones"), "workers": _("Workers"), "unknown": _("Not told")}
FLOORS = {
    "attic": _("Attic: aims and values"),
    "rooms": _("Rooms: doing things together"),
    "foundation": _("Foundation: one's own service"),
}
SOURCES = {
    "field": _("What people have already told"),
    "previous": _("What was agreed last time"),
    "feedback": _("Feedback that came in"),
}
FEELINGS = (_("Very bad"), _("Bad"), _("In between"), _("Good"), _("Very good"))


def saying(speech: Speech, words: Mapping[str, str], id: str) -> Saying:
    """An id that has no words stands for itself, so that a paper is never without."""
    return Saying(id, speech.say(words[id]) if id in words else id)


def support(speech: Speech, level: str, scale: str) -> str:
    words = NEED_TIME if level == "need_time" else SUPPORT[scale][int(level)]
    return speech.say(words)


def feeling(speech: Speech, number: float) -> str:
    return speech.say(FEELINGS[int(number) + 2])
