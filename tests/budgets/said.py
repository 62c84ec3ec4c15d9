"""What stands on the wall: the cards of the example, and twelve groups with names as people give them."""

import secrets
from itertools import cycle, islice
from typing import Any

from talko.demo import EXAMPLE, example
from talko.folders import folder

PLACES = ("toimistossa", "kirjastossa", "leipäjonossa", "verkossa", "puhelimessa")
PROPOSALS = (
    "Paikka, johon saa tulla ilman ajanvarausta",
    "Sama työntekijä alusta loppuun",
    "Kirjeet, jotka ymmärtää kerralla",
    "Vertainen ottaa vastaan aulassa",
    "Yhteinen suunnitelma, jonka asiakas itse näkee",
    "Palautteesta kerrotaan, mitä sille tehtiin",
    "Apua hakemusten täyttämiseen ilman tietokonetta",
    "Ryhmiä, joihin pääsee ilman lähetettä",
    "Puhelimeen vastataan myös iltapäivällä",
    "Työntekijä käy jonossa kerran kuussa",
    "Enemmän aikaa miettiä ennen päätöstä",
    "Tekemistä, josta on oikeasti hyötyä muille",
)


def cards(many: int) -> list[str]:
    told = example.read(folder("workshop_templates") / EXAMPLE)
    texts = [card["text"] for card in told.field_cards]
    texts += [card["text"] for step in told.activities.values() for card in step.get("cards", [])]
    varied = zip(cycle(texts), cycle(PLACES), range(many), strict=False)
    return [text if n < len(texts) else f"{text} Niin on {place}." for text, place, n in islice(varied, many)]


def setup() -> dict[str, Any]:
    told = example.read(folder("workshop_templates") / EXAMPLE)
    texts = {name: said["fi"] for name, said in told.texts.items()}
    doors = {"token_hash": secrets.token_hex(32), "code": str(secrets.randbelow(10**9)).zfill(9)}
    when = {"date": "2026-10-08", "start": "13:00", "standing": "to_come", "created_at": 0}
    more = {"rules": tuple(told.rules), "support": "Soita Iidalle: 050 000 0000.", "place": told.place}
    return {
        "id": secrets.token_hex(4), "langs": ("fi", "sv", "en"), "phrase": "kahvi lampi",
        **texts, **doors, **when, **more,
    }  # fmt: skip
