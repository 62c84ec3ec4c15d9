"""The QR code: small, and read back to the same address."""

import re

from talko.pages.qr import Symbol, exact, symbol

URL = "http://192.168.1.17:8000/J/ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def dark(drawn: Symbol) -> set[tuple[int, int]]:
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", drawn.path)
    return {(int(x) + step, int(y)) for x, y, length in runs for step in range(int(length))}


def test_it_is_the_smallest_code_for_capitals_and_digits() -> None:
    assert symbol(URL).size == 29
    assert symbol("https://workshops.a-long-name.example/J/ABCDEFGHIJKLMNOPQRSTUVWXYZ").size == 33


def test_the_case_of_the_address_makes_no_difference() -> None:
    assert symbol(URL.upper()) == symbol(URL)


def test_a_secret_keeps_its_small_letters() -> None:
    link = "http://192.168.1.17:8000/in/" + "aB_-" * 10 + "xyz"
    assert exact(link) != exact(link.upper()) and exact(link).size == 37


def test_three_corners_have_the_finder_pattern() -> None:
    drawn = symbol(URL)
    found, far = dark(drawn), drawn.size - 7
    for x, y in ((0, 0), (far, 0), (0, far)):
        ring = {(x + i, y + j) for i in range(7) for j in range(7) if i in (0, 6) or j in (0, 6)}
        core = {(x + i, y + j) for i in range(2, 5) for j in range(2, 5)}
        gap = {(x + i, y + j) for i in range(1, 6) for j in range(1, 6)} - core
        assert ring <= found and core <= found and not gap & found


def test_nothing_is_drawn_outside() -> None:
    drawn = symbol(URL)
    assert all(0 <= x < drawn.size and 0 <= y < drawn.size for x, y in dark(drawn))
