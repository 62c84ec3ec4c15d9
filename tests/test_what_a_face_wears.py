"""Each face wears the styles of what it names, and no others."""

import pytest

from tools.worn import Named, worn

NAMED = Named.of('<section class="lobby"><p id="door" class=${each.selected ? "chosen" : ""}></p></section>')


@pytest.mark.parametrize(
    "selector",
    [
        ".gone",
        "#gone",
        "table",
        "table.lobby",
        "section.gone",
        ".lobby .gone",
        "table .lobby",
        ".lobby.gone",
    ],
)
def test_a_rule_for_what_nothing_names_stays_away(selector: str) -> None:
    assert worn(f"{selector}{{color:red}}", NAMED) == ""


@pytest.mark.parametrize(
    "selector",
    [
        ".lobby",
        "#door",
        "p",
        "section.lobby",
        "p#door",
        "section.lobby > p.chosen",
        "p:not(.gone)",
        "p.chosen:is(.gone, .chosen)::before",
        "section[hidden] p",
    ],
)
def test_a_rule_for_what_is_named_is_kept_also_for_an_element_with_a_class(selector: str) -> None:
    assert worn(f"{selector}{{color:red}}", NAMED) == f"{selector}{{color:red}}\n"


def test_of_several_selectors_those_that_are_met_are_kept() -> None:
    assert worn("section.lobby, table.gone, p{color:red}", NAMED) == "section.lobby,p{color:red}\n"


def test_a_rule_inside_a_medium_is_kept_and_a_medium_without_rules_is_not() -> None:
    assert worn("@media print{p.chosen{color:red} .gone{color:red}}", NAMED) == (
        "@media print{p.chosen{color:red}\n}\n"
    )
    assert worn("@media print{.gone{color:red}}", NAMED) == ""
