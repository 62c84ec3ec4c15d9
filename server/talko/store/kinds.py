"""The kind that each event is stored as, for ever, and which of its fields people write.

Never rename or re-mean a kind: add a new one, and upgrade the old one where it is read.
"""

from dataclasses import dataclass

from talko.core import card, life
from talko.core.activities import cluster, collect, consent, discuss, plan, survey, vote
from talko.core.ballots import loose, rounds
from talko.core.beside import agenda, brought, closing, hard_words, lobby, needs, questions, screen
from talko.core.following import following
from talko.core.happened import Event

CLASS_OF: dict[str, type[Event]] = {
    "opened": life.Opened,
    "closed": life.Closed,
    "revealed": life.Revealed,
    "extended": life.Extended,
    "person_joined": lobby.PersonJoined,
    "person_left": lobby.PersonLeft,
    "door_opened": lobby.DoorOpened,
    "door_closed": lobby.DoorClosed,
    "went_to": agenda.WentTo,
    "break_started": agenda.BreakStarted,
    "break_ended": agenda.BreakEnded,
    "closed_unfinished": agenda.ClosedUnfinished,
    "workshop_closed": agenda.WorkshopClosed,
    "card_brought": brought.CardBrought,
    "card_added": collect.CardAdded,
    "card_edited": collect.CardEdited,
    "card_withdrawn": card.CardWithdrawn,
    "cards_released": collect.CardsReleased,
    "card_hidden": card.CardHidden,
    "card_shown": card.CardShown,
    "note_added": discuss.NoteAdded,
    "round_opened": rounds.RoundOpened,
    "vote_revealed": vote.VoteRevealed,
    "items_chosen": survey.ItemsChosen,
    "survey_revealed": survey.SurveyRevealed,
    "text_loosed": loose.TextLoosed,
    "round_worded": consent.RoundWorded,
    "consent_revealed": consent.ConsentRevealed,
    "answered_later": consent.AnsweredLater,
    "to_decide_by": consent.ToDecideBy,
    "time_passed": consent.TimePassed,
    "proposal_settled": consent.ProposalSettled,
    "theme_added": cluster.ThemeAdded,
    "theme_named": cluster.ThemeNamed,
    "cards_moved": cluster.CardsMoved,
    "themes_merged": cluster.ThemesMerged,
    "undone": cluster.Undone,
    "record_added": plan.RecordAdded,
    "sources_set": plan.SourcesSet,
    "field_written": plan.FieldWritten,
    "wording_proposed": plan.WordingProposed,
    "wording_used": plan.WordingUsed,
    "taken_on": plan.TakenOn,
    "let_go_of": plan.LetGoOf,
    "owner_accepted": plan.OwnerAccepted,
    "record_dropped": plan.RecordDropped,
    "question_asked": questions.QuestionAsked,
    "question_answered": questions.QuestionAnswered,
    "word_added": hard_words.WordAdded,
    "word_flagged": hard_words.WordFlagged,
    "word_explained": hard_words.WordExplained,
    "asked_for": needs.AskedFor,
    "need_taken_back": needs.NeedTakenBack,
    "feedback_given": needs.FeedbackGiven,
    "item_parked": closing.ItemParked,
    "item_unparked": closing.ItemUnparked,
    "contact_set": closing.ContactSet,
    "rule_attested": closing.RuleAttested,
    "item_reported": closing.ItemReported,
    "screen_set": screen.ScreenSet,
    "progress_told": following.ProgressTold,
    "progress_confirmed": following.ProgressConfirmed,
    "due_moved": following.DueMoved,
    "people_heard": following.PeopleHeard,
    "pilot_decided": following.PilotDecided,
    "words_removed": following.WordsRemoved,
}
KIND_OF = {cls: kind for kind, cls in CLASS_OF.items()}


@dataclass(frozen=True, slots=True)
class Written:
    """What people write in an event: kept apart from it, where it can really be deleted.

    It lies under the id in the field `under`. What an event `forgets` of that id is deleted, before it says
    its own: a later text takes the place of the earlier one. Where that is not to be lost, the id is that of
    the command.
    """

    under: str
    fields: tuple[str, ...] = ()
    forgets: tuple[str, ...] = ()


WRITTEN: dict[type[Event], Written] = {
    brought.CardBrought: Written("card", ("text", "origin")),
    collect.CardAdded: Written("card", ("text", "nickname")),
    collect.CardEdited: Written("card", ("text",), forgets=("text",)),
    card.CardWithdrawn: Written("card", forgets=("text", "nickname")),
    # A reason is of whoever leads, and says that a card was hidden: it outlives the card's text.
    card.CardHidden: Written("card", ("reason",), forgets=("reason",)),
    discuss.NoteAdded: Written("card", ("text",)),
    loose.TextLoosed: Written("card", ("text",)),
    consent.RoundWorded: Written("round", ("wording",)),
    cluster.ThemeAdded: Written("theme", ("name",)),
    cluster.ThemeNamed: Written("naming", ("name",)),
    plan.FieldWritten: Written("wording", ("text",)),
    plan.WordingProposed: Written("wording", ("text",)),
    plan.TakenOn: Written("naming", ("name",)),
    plan.LetGoOf: Written("naming", forgets=("name",)),
    plan.RecordDropped: Written("record", ("reason",), forgets=("reason",)),
    questions.QuestionAsked: Written("card", ("text",)),
    questions.QuestionAnswered: Written("answering", ("text",)),
    hard_words.WordAdded: Written("word", ("text",)),
    hard_words.WordExplained: Written("word", ("plain",), forgets=("plain",)),
    needs.FeedbackGiven: Written("card", ("text",)),
    closing.ItemParked: Written("parking", ("reason", "owner", "target")),
    closing.ItemUnparked: Written("parking", forgets=("reason", "owner", "target")),
    closing.ContactSet: Written("contact", ("time", "place", "what")),
    closing.ItemReported: Written("reporting", ("note",)),
    following.ProgressTold: Written("entry", ("note",)),
    following.ProgressConfirmed: Written("entry", ("note",)),
    following.DueMoved: Written("entry", ("reason",)),
    following.PeopleHeard: Written("entry", ("how",)),
    following.PilotDecided: Written("entry", ("reason", "place")),
    following.WordsRemoved: Written("entry", forgets=("note", "reason", "how", "place")),
}
