"""What the store gives back is the workshop and its boxes as they were, in every story."""

import random
from collections.abc import Sequence
from dataclasses import replace

from talko.core import card, life
from talko.core.activities import cluster, collect, consent, discuss, plan
from talko.core.ballots.ballot import ALL, Answers, Boxes, CastBallot, Choice, Dots, Ratings, Said, Support
from talko.core.ballots.rounds import Round, latest
from talko.core.beside import brought, closing, hard_words, lobby, needs, questions
from talko.core.beside.agenda import CloseUnfinished, GoBack, GoOn
from talko.core.following import following
from talko.core.happened import Event, Happened
from talko.core.people import Refused, Seat
from talko.core.whole import Workshop
from talko.core.workshop import Command, Outcome, decide, replay, settle, standing
from talko.store import log
from talko.store.boxes import changes
from talko.store.store import Store
from tests.core import played
from tests.core.played import WHOLE
from tests.core.story import ADA, BEGINNING, BEN, CAI, EVE, FAY, HAL, IDEAS, NEEDS, NOON, OLE, ROOM, ask
from tests.store.given import added, loaded

TODAY = "2026-10-08"

Asked = tuple[Seat, str, Command]

OPENING: list[Asked] = [
    (ADA, "", lobby.Join(ADA.role)),
    (BEN, "", lobby.Join(BEN.role)),
    (FAY, NEEDS, life.Open()),
    (FAY, IDEAS, life.Open()),
]


def written(text: str, nickname: str = "") -> collect.AddCard:
    return collect.AddCard(text, "en", nickname=nickname)


async def test_a_story_of_cards_that_are_changed_withdrawn_hidden_and_shown(store: Store) -> None:
    story: list[Asked] = [
        *OPENING,
        (ADA, NEEDS, written("one")),  # k4
        (ADA, NEEDS, collect.EditCard("k4", "one, better")),
        (BEN, NEEDS, written("two")),  # k6
        (CAI, NEEDS, card.HideCard("k6", "a name")),
        (BEN, NEEDS, collect.WithdrawCard("k6")),
        (HAL, "", brought.BringCard("field", "from the field", "fi", True, "the market")),  # k9
        (FAY, "", card.HideCard("k9", "another name")),
        (FAY, NEEDS, life.Close()),
        (FAY, "", CloseUnfinished()),
    ]
    told = await comes_back(store, story)
    assert told.workshop.brought.cards["k9"].text == ""


async def test_a_reason_that_was_changed_still_says_that_the_card_was_hidden_before(store: Store) -> None:
    story: list[Asked] = [
        *OPENING,
        (ADA, IDEAS, written("one", "Kiisu")),  # k4, and it waits in the unhurried strip
        (FAY, IDEAS, card.HideCard("k4", "first reason")),
        (FAY, IDEAS, life.Close()),
        (FAY, IDEAS, card.ShowCard("k4")),
        (FAY, IDEAS, card.HideCard("k4", "second reason")),
    ]
    told = await comes_back(store, story)
    state = told.workshop.activities[IDEAS]
    assert isinstance(state, collect.State) and state.cards["k4"].released is False


THREE_CARDS: list[Asked] = [(ADA, IDEAS, written(text, "Kiisu")) for text in ("one", "two", "three")]
WRITTEN = ("k4", "k5", "k6")
MIDDLE: list[Asked] = [
    *((ADA, IDEAS, collect.EditCard(id, text)) for id in WRITTEN for text in ("four", "five")),
    *((ADA, IDEAS, collect.WithdrawCard(id)) for id in WRITTEN),
    *((FAY, IDEAS, card.HideCard(id, reason)) for id in WRITTEN for reason in ("a name", "not for here")),
    *((CAI, IDEAS, card.ShowCard(id)) for id in WRITTEN for _ in range(2)),
    *((FAY, IDEAS, move) for move in (life.Open(), life.Close(), life.Extend(5))),
    *((FAY, "", step) for step in (GoOn(), GoBack())),
    *((ROOM, IDEAS, collect.ReleaseCards()) for _ in range(2)),
]
ENDING: list[Asked] = [(FAY, "", CloseUnfinished())]


async def test_any_story_of_cards_comes_back_as_it_was(store: Store) -> None:
    for seed in range(40):
        found = random.Random(seed)
        middle = found.choices(MIDDLE, k=20)
        story = [*OPENING, *THREE_CARDS, *middle, *found.choice([[], ENDING])]
        await comes_back(store, story, id=f"w{seed}")


async def test_what_is_told_of_a_plan_when_it_is_over_comes_back_word_for_word(store: Store) -> None:
    told = Told(store, "w1", WHOLE)
    await told.begin()
    ole = replace(OLE, record="k5")
    story: list[Asked] = [
        *((seat, "", lobby.Join(seat.role)) for seat in (ADA, BEN, EVE)),
        (FAY, "", GoOn()),
        (FAY, played.ACTIONS, life.Open()),
        (FAY, played.ACTIONS, plan.AddRecord((), "A café", "en")),  # k5
        (FAY, played.ACTIONS, plan.NameFor("k5", "owner", "Olga", outside=True)),
        (BEN, played.ACTIONS, plan.TakeOn("k5", "follower", "Ben")),
        (FAY, "", CloseUnfinished()),
        (ole, played.ACTIONS, plan.Decline("k5")),
        (ole, played.ACTIONS, plan.Accept("k5", "Otto")),
        (ole, "", following.Tell("k5", "not_done", "No room", "en")),
        (BEN, "", following.Confirm("k5", "late", "I asked", "en")),
        (ole, "", following.MoveDue("k5", "2026-11-02", "Snow", "en")),
        (BEN, "", following.TellPeople("k5", "A paper", TODAY, "en")),
        (ole, "", following.Tell("k5", "doing", "Pekka knows", "en")),  # k15
        (CAI, "", following.RemoveWords("k5", "k15")),
    ]
    for asked in story:
        assert not isinstance(await told.ask(*asked), Refused), asked
    await told.is_as_it_was()
    words = str(await store.read(lambda session: log.facts_of(session, "w1")))
    assert all(text in words for text in ("Otto", "No room", "I asked", "Snow", "A paper"))
    assert "Olga" not in words and "Pekka" not in words  # who said no, and what was taken away


# All kinds, with ballots: what is asked is found where the workshop then is


async def test_any_story_of_all_kinds_comes_back_as_it_was_with_its_boxes(store: Store) -> None:
    seen = set[str]()
    for seed in range(12):
        told = Told(store, f"w{seed}", WHOLE)
        await told.begin()
        found = random.Random(seed)
        for seat in (ADA, BEN, EVE):
            await told.ask(seat, "", lobby.Join(seat.role))
        for _ in range(len(WHOLE.activities) + 3):
            for step in (life.Close(), GoOn(), life.Open()):
                await told.ask(FAY, told.here, step)
            for _ in range(20):
                await told.ask(*anything(told, found))
        for seat, activity, command in ENDING if found.random() < 0.5 else []:
            await told.ask(seat, activity, command)
        seen |= {"boxes"} if told.boxes else set()
        seen |= {type(each.event).__name__ for each in told.log}
        await told.is_as_it_was()
    assert seen >= {
        "boxes", "VoteRevealed", "SurveyRevealed", "ConsentRevealed", "TextLoosed", "AnsweredLater",
        "ThemeNamed", "TakenOn", "FieldWritten", "WordExplained", "QuestionAnswered", "NoteAdded",
        "ItemParked",
    }  # fmt: skip


def anything(told: "Told", found: random.Random) -> Asked:
    seat = found.choice([ADA, BEN, EVE])
    match told.here:
        case played.CARDS | played.TALK | played.THEMES:
            fitting = grouping
        case played.PILOTS | played.ACTIONS:
            fitting = planning
        case _:
            fitting = answering
    ask = found.choice([fitting, fitting, fitting, fitting, asking, beside, moving])
    return found.choice(ask(told, found, seat))


def moving(told: "Told", found: random.Random, seat: Seat) -> list[Asked]:
    moves: list[Command] = [life.Open(), life.Close(), life.Reveal(), GoOn(), GoBack()]
    return [(FAY, told.here, move) for move in moves]


def answering(told: "Told", found: random.Random, seat: Seat) -> list[Asked]:
    round = told.round
    choice = a_choice(told.here, found.choice(round.about or ("none",)), found)
    return [(seat, told.here, CastBallot(round.id, found.randrange(5), choice))]


def asking(told: "Told", found: random.Random, seat: Seat) -> list[Asked]:
    round, record = told.round.id, found.choice(told.ids(plan.RecordAdded, "record"))
    asked: list[Command] = [
        consent.OpenRound(found.choice([ALL, record]), "As it stands", "en"),
        consent.DecideBy(round, TODAY),
        consent.NoteConcern(round, "Said aloud", "en"),
        card.HideCard(f"{round}.1", "a name"),
    ]
    return [(FAY, told.here, each) for each in asked]


def grouping(told: "Told", found: random.Random, seat: Seat) -> list[Asked]:
    a_card = found.choice(told.ids(collect.CardAdded, "card"))
    theme = found.choice(told.ids(cluster.ThemeAdded, "theme"))
    asked: list[Command] = [
        cluster.AddTheme("A theme", "en", (a_card,)),
        cluster.NameTheme(theme, "A better name", "en"),
        cluster.MoveCards((a_card,), theme),
        cluster.Undo(),
        written("A card"),
        discuss.AddNote("A note", "en"),
    ]
    return [(seat, told.here, each) for each in asked]


def planning(told: "Told", found: random.Random, seat: Seat) -> list[Asked]:
    thing = found.choice(told.ids(collect.CardAdded, "card") + told.ids(cluster.ThemeAdded, "theme"))
    record = found.choice(told.ids(plan.RecordAdded, "record"))
    return [
        (FAY, told.here, plan.AddRecord((thing,), "Let us try", "en")),
        (FAY, told.here, plan.WriteField(record, "where", "Here", "en")),
        (FAY, told.here, plan.DropRecord(record, "no time")),
        (seat, told.here, plan.TakeOn(record, "owner", "Aino")),
        (seat, told.here, plan.LetGo(record, "owner")),
        (seat, told.here, plan.ProposeWording(record, "what", "Let us try it", "en")),
    ]


def beside(told: "Told", found: random.Random, seat: Seat) -> list[Asked]:
    question = found.choice(told.ids(questions.QuestionAsked, "card"))
    felt = found.choice(told.ids(needs.FeedbackGiven, "card"))
    theme = found.choice(told.ids(cluster.ThemeAdded, "theme"))
    word = found.choice(told.ids(hard_words.WordAdded, "word"))
    return [
        (seat, "", questions.AskQuestion("Why?", "en")),
        (CAI, "", questions.AnswerQuestion(question, "So", "en")),
        (seat, "", hard_words.FlagWord("synergy", "en")),
        (CAI, "", hard_words.ExplainWord(word, found.choice(["together", "as one"]))),
        (seat, "", needs.AskFor("more_time")),
        (seat, "", needs.TakeBack("more_time")),
        (seat, "", needs.GiveFeedback("Slower", "en")),
        (CAI, "", card.HideCard(felt, "a name")),
        (CAI, "", closing.Park(theme, "later", "no money", "en", "Pekka")),
        (CAI, "", closing.SetContact("2026-11-19", "13:00", "Here", "We meet again")),
    ]


def a_choice(here: str, about: str, found: random.Random) -> Choice:
    score = found.randrange(1, 6)
    match here:
        case played.DOTS:
            return Dots({about: found.randrange(3)})
        case played.RATE:
            return Ratings({about: {"ease": score}})
        case played.PULSE:
            return Answers({ALL: {"safe": score, "why": Said("Slower", "en")}})
        case played.KEEP:
            return Answers({about: {"safe": score}})
        case _:
            return found.choice([Support("need_time"), Support(1, "Too far", "en"), Support(4), Support(5)])


class Told:
    """As the room does it: each outcome is in the store first."""

    def __init__(self, store: Store, id: str, beginning: Workshop) -> None:
        self.store, self.id, self.beginning = store, id, beginning
        self.workshop, self.log, self.n = beginning, list[Happened](), 0
        self.boxes: Boxes = {}

    async def begin(self) -> None:
        await added(self.store, self.id)

    @property
    def here(self) -> str:
        return self.workshop.agenda.current

    @property
    def round(self) -> Round[object]:
        state = self.workshop.activities.get(self.here)
        return latest(getattr(state, "rounds", {})) or Round("none", ())

    def ids(self, made_by: type[Event], field: str) -> list[str]:
        found = [str(getattr(each.event, field)) for each in self.log if isinstance(each.event, made_by)]
        return found or ["none"]

    async def ask(self, seat: Seat, activity: str, command: Command) -> Outcome:
        """Commands, and what they make, are named k0, k1 …"""
        name, self.n = f"k{self.n}", self.n + 1
        request = replace(ask(seat, activity, command, name), today=TODAY)
        outcome = decide(self.workshop, self.boxes, request)
        if not isinstance(outcome, Refused):
            await self._keep(outcome, name)
        return outcome

    async def _keep(self, outcome: Outcome, name: str) -> None:
        happened = played.facts(outcome)
        workshop = replay(self.workshop, happened)
        boxes = settle(workshop, self.boxes, outcome)
        changed = changes(self.boxes, boxes)
        facts = tuple(log.Fact(NOON, each) for each in happened)
        commands = (log.Command(name, "hash"),) if facts else ()
        told = (self.id, len(self.log), facts, commands, standing(workshop))
        await self.store.append(log.Batch(*told, changed.put, changed.gone))
        self.workshop, self.boxes = workshop, boxes
        self.log += happened

    async def is_as_it_was(self) -> None:
        back = await loaded(self.store, self.id)
        assert replay(self.beginning, back.facts) == self.workshop
        assert back.boxes == self.boxes


async def comes_back(store: Store, story: Sequence[Asked], id: str = "w1") -> Told:
    told = Told(store, id, BEGINNING)
    await told.begin()
    for seat, activity, command in story:
        await told.ask(seat, activity, command)
    await told.is_as_it_was()
    return told
