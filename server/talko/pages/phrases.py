"""The words of a room: two common, kind words, so that screen and phone can be seen to belong together."""

import secrets

WORDS = {
    "fi": (
        "aamu aurinko heinä helmi hiekka ikkuna ilma ilta joki kahvi kanto katu keinu kello kesä "
        "kettu kevät kirja kivi koivu kota kukka kuppi laine laiva lampi lehti leipä liekki lintu lumi "
        "lyhty maito mansikka marja meri metsä minttu mustikka mökki nalle niitty nuotio omena orava pallo "
        "peili pihlaja pilvi pöytä ranta sade saari sauna silta suklaa takka tammi tuoli tuuli tähti vene"
    ),
    "en": (
        "apple bakery basket beach bench berry bird boat book bread breeze bridge candle carrot cherry cloud "
        "coffee corner cup daisy feather field forest friend garden harbour hill honey island jacket kettle "
        "kitchen lake lamp leaf letter maple meadow melon milk mirror moon morning orange owl paper pebble "
        "pencil pillow pine rain ribbon river rose sand sauna shell song spoon star stone summer table window"
    ),
}


def phrase(lang: str) -> str:
    words = WORDS.get(lang, WORDS["en"]).split()
    first = secrets.choice(words)
    return f"{first} {secrets.choice([word for word in words if word != first])}"
