"""A QR code as one SVG path, and the short form of the address that people type."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode
from qrcode.util import MODE_8BIT_BYTE, MODE_ALPHA_NUM, QRData


@dataclass(frozen=True, slots=True)
class Symbol:
    """To be filled dark on a light plate, with 4 modules of light around it, in every theme."""

    path: str
    size: int  # modules on each side


def symbol(url: str) -> Symbol:
    """In upper case, because capitals, digits and `:/.` alone make the smallest code."""
    return drawn(QRData(url.upper().encode(), mode=MODE_ALPHA_NUM))


def exact(url: str) -> Symbol:
    """As it is, for a secret in which small and large letters are not the same."""
    return drawn(QRData(url.encode(), mode=MODE_8BIT_BYTE))


def drawn(data: QRData) -> Symbol:
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(data, optimize=0)
    rows = code.get_matrix()
    return Symbol("".join(runs(rows)), len(rows))


def runs(rows: Sequence[Sequence[bool | None]]) -> Iterator[str]:
    for y, row in enumerate(rows):
        for dark, places in groupby(range(len(row)), key=lambda x: bool(row[x])):
            if dark:
                run = list(places)
                yield f"M{run[0]} {y}h{len(run)}v1h-{len(run)}z"
