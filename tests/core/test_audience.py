from talko.core.audience import Shown, View


def lengths(words: tuple[str, ...], _: Shown) -> View:
    return {word: len(word) for word in words}


ONE, TWO = ("needs", ("a", "bus")), ("ideas", ("café",))


def test_the_part_of_an_unchanged_state_is_the_same_object() -> None:
    shown = Shown()
    before, now = shown.each("wall", dict([ONE, TWO]), lengths), shown.each("wall", dict([ONE, TWO]), lengths)
    assert before["needs"] is now["needs"] and before == now == {
        "needs": {"a": 1, "bus": 3},
        "ideas": {"café": 4},
    }


def test_the_part_of_another_state_is_made_anew_though_it_is_equal() -> None:
    shown = Shown()
    before = shown.part("lobby", ("a",), lengths)
    now = shown.part("lobby", tuple(["a"]), lengths)
    assert before == now == shown.part("lobby", ("a",), lengths) == {"a": 1}


def test_parts_of_one_name_know_nothing_of_parts_of_another() -> None:
    shown = Shown()
    wall, items = (
        shown.each("wall", dict([ONE]), lengths),
        shown.each("items", dict([ONE]), lambda *_: {"n": 1}),
    )
    assert (wall, items) == ({"needs": {"a": 1, "bus": 3}}, {"needs": {"n": 1}})


def test_what_is_gone_is_forgotten() -> None:
    shown = Shown()
    before = shown.each("wall", dict([ONE]), lengths)
    assert shown.each("wall", {}, lengths) == {}
    again = shown.each("wall", dict([ONE]), lengths)
    assert again == before and again["needs"] is not before["needs"]


def test_parts_lie_in_parts() -> None:
    def show(words: tuple[str, ...], inner: Shown) -> View:
        return {"first": inner.part("first", words[0], lambda word, _: {"n": len(word)})}

    shown = Shown()
    before = shown.part("lobby", ("bus", "a"), show)
    now = shown.part("lobby", ("bus", "b"), show)
    assert before["first"] is now["first"]
