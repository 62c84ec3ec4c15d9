"""What people in an invented workshop may say: beginnings and endings that fit each other, by language."""

from collections.abc import Mapping

# Each of the first can stand before each of the second.
NEEDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "fi": (
        ("Puhelimessa", "Toimistolla", "Netissä", "Vastaanotolla", "Ensimmäisellä käynnillä", "Jonossa",
         "Iltaisin", "Kun työntekijä vaihtuu,", "Kun olen väsynyt,", "Pitkän tauon jälkeen", "Talvella"),
        ("odotan liian kauan.", "en ymmärrä kaikkia sanoja.", "kukaan ei kysy, mitä kuuluu.",
         "kerron saman uudelleen.",
         "pelkään menettää tuen.", "haluaisin puhua rauhassa.", "en löydä oikeaa ihmistä.",
         "tarvitsen tulkin.",
         "aika loppuu kesken.", "lomakkeita on liikaa.", "kaipaan toista ihmistä.", "minua jännittää."),
    ),
    "sv": (
        ("I telefonen", "På kontoret", "På nätet", "I kön", "På kvällen", "Efter en lång paus"),
        ("väntar jag för länge.", "förstår jag inte alla ord.", "frågar ingen hur jag mår.",
         "behöver jag hjälp på svenska.",
         "berättar jag allt på nytt.", "är jag ofta ensam."),
    ),
    "en": (
        ("On the phone", "At the office", "Online", "In the queue", "In the evening", "After a long break"),
        ("I wait too long.", "I do not know all the words.", "nobody asks how I am.",
         "I need somebody with me.",
         "I tell it all again.", "I get nervous."),
    ),
}  # fmt: skip
IDEAS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "fi": (
        ("Kahvipöytä", "Vertainen vastaanottamaan", "Yhteinen kävely", "Iltapäivän ryhmä", "Tietokoneapu",
         "Selkeä kirje", "Kuvallinen esite", "Työntekijä kahdestaan vertaisen kanssa", "Takaisinsoitto"),
        ("kirjaston eteen.", "asukastalolle.", "joka toinen viikko.", "ilman ajanvarausta.",
         "heti ensimmäisellä viikolla.",
         "yhdessä asiakkaiden kanssa.", "kokeeksi kuukaudeksi.", "niille, jotka eivät tule muuten."),
    ),
    "sv": (
        ("Ett kaffebord", "En kamrat i aulan", "Ett tydligt brev", "Hjälp med datorn"),
        ("vid biblioteket.", "varannan vecka.", "utan tidsbeställning.", "på svenska."),
    ),
    "en": (
        ("A coffee table", "A peer in the hall", "A plain letter", "Help with the computer"),
        ("by the library.", "every second week.", "without an appointment.", "for one month."),
    ),
}  # fmt: skip
FIELD = {
    "fi": (
        ("Täällä", "Leipäjonossa", "Kadulla", "Puistossa", "Aamulla", "Kirpputorilla", "Odottaessa"),
        ("on kylmä seistä.", "tapaan tuttuja.", "kukaan ei kysele.", "kuulin ryhmästä.",
         "en uskalla pyytää apua.",
         "laskut pelottavat.", "puhutaan avoimesti.", "joku auttoi lomakkeessa.",
         "toivon työntekijää käymään."),
    ),
    "sv": (("Här", "I brödkön", "På gatan"),
          ("är det kallt att stå.", "träffar jag bekanta.", "hjälpte någon mig.")),
    "en": (("Here", "In the bread queue", "In the park"),
          ("it is cold to stand.", "I meet friends.", "somebody helped me.")),
}  # fmt: skip
SIGNS = {
    "fi": (
        ("Huomaan, että", "Kerron muille, että", "Merkitsen muistiin, että", "Näen jonossa, että",
         "Kuulen, että"),
        ("samat ihmiset tulevat uudelleen.", "kysymyksiä tulee vähemmän.", "joku uskaltaa kysyä.",
         "kirje ymmärretään.",
         "aika riittää.", "useampi jää kahville."),
    ),
    "sv": (("Jag ser att", "Jag hör att", "Vi märker att"),
          ("flera kommer tillbaka.", "brevet blir förstått.", "tiden räcker.")),
    "en": (("I see that", "I hear that", "We notice that"),
          ("people come again.", "the letter is understood.", "there is time.")),
}  # fmt: skip
NOTES = (
    ("Pöydässä sanottiin, että", "Moni oli samaa mieltä:", "Yksi muistutti:", "Jäimme miettimään, miten"),
    ("luottamus syntyy hitaasti.", "sama ihminen auttaa eniten.", "torstai sopii parhaiten.",
     "kieli ratkaisee paljon.",
     "pienikin vastaus riittää.", "kynnys on liian korkea."),
)  # fmt: skip
CONCERNS = (
    ("Kuka vastaa siitä, että", "En tiedä vielä, miten", "Pelkään, että", "Haluan ensin kuulla, miten"),
    ("raha riittää.", "tietosuoja hoidetaan.", "kaikki saavat tiedon.", "työtä tulee liikaa.",
     "jokainen pääsee mukaan."),
)  # fmt: skip
ASKED = {
    "fi": (
        ("Mitä tapahtuu, jos", "Kuka päättää, jos", "Voinko tulla mukaan, jos", "Saanko tukea, jos"),
        ("sairastun?", "raha loppuu?", "en osaa kirjoittaa?", "muutan pois?", "kokeilu päättyy?"),
    ),
    "sv": (("Vad händer om", "Får jag komma om"), ("jag blir sjuk?", "pengarna tar slut?", "jag flyttar?")),
    "en": (("What happens if", "May I come if"), ("I fall ill?", "the money ends?", "I move away?")),
}  # fmt: skip
ANSWERED = (
    ("Selvitämme asian", "Kerromme siitä", "Vastaus tulee", "Puhumme tästä"),
    ("ensi kuussa.", "seuraavassa tapaamisessa.", "kirjeellä.", "kahvilla.", "ryhmän kesken."),
)
GOOD = {
    "fi": (("Hyvää oli se, että", "Pidin siitä, että"),
          ("kahvi riitti.", "minua kuunneltiin.", "teimme jotain oikeaa.", "sai olla hiljaa.")),
    "sv": (("Det var bra att", "Jag tyckte om att"),
          ("alla fick tala.", "det var lugnt.", "vi gjorde något.")),
    "en": (("It was good that", "I liked that"),
          ("everybody could talk.", "it was calm.", "we did something.")),
}  # fmt: skip
TO_FIX = {
    "fi": (("Ensi kerralla toivon, että", "Korjaisin sen, että"),
          ("tauko on aikaisemmin.", "aikaa on enemmän.", "ääni kuuluu taakse.", "lopussa ei ole kiire.")),
    "sv": (("Nästa gång hoppas jag att", "Jag skulle vilja att"),
          ("pausen är tidigare.", "det talas mera svenska.")),
    "en": (("Next time I hope that", "I would like that"), ("the break is earlier.", "there is more time.")),
}  # fmt: skip
REASONS = (
    ("Tähän palataan,", "Tämä siirtyy,", "Emme ota tätä nyt,"),
    ("kun lupa on saatu.", "kun ensimmäinen kokeilu on ohi.", "koska aika ei riitä.",
     "kunnes johtoryhmä on vastannut.",
     "koska se kuuluu toiselle palvelulle."),
)  # fmt: skip

THEMES = (
    "Aikaa ja rauhaa", "Sanat, jotka ymmärtää", "Sama tuttu ihminen", "Paikka tulla käymään",
    "Ryhmiä ja tekemistä",
    "Vastaus palautteeseen", "Apua koneen kanssa", "Lämmin vastaanotto",
)  # fmt: skip
PROPOSALS = (
    "Avoin pöytä torstaisin", "Vertaispari vastassa", "Kirjeiden lukupiiri", "Soittotunti iltapäivällä",
    "Kävelyryhmä jonosta", "Yksi yhteinen lomake", "Työntekijän tuttu kuva seinällä", "Tietokonepaja",
)  # fmt: skip
TITLES = (
    {"fi": "Kuka kuulee jonossa", "sv": "Vem lyssnar i kön", "en": "Who listens in the queue"},
    {"fi": "Kirje, jonka ymmärtää", "sv": "Ett brev man förstår", "en": "A letter that is understood"},
    {"fi": "Matala kynnys", "sv": "Låg tröskel", "en": "A low threshold"},
)
QUESTIONS = (
    {"fi": "Miten apu löytyy ilman jonottamista?", "sv": "Hur hittar man hjälp?", "en": "How is help found?"},
    {
        "fi": "Mikä tekee palvelusta ystävällisen?",
        "sv": "Vad gör tjänsten vänlig?",
        "en": "What makes it kind?",
    },
)
SCOPE = {
    "fi": "Voimme päättää pienistä kokeiluista. Rahasta emme päätä.",
    "en": "We can decide on small trials.",
}
RULES = (
    "Puhumme vuorotellen.",
    "Jokainen saa olla hiljaa.",
    "Muiden asioista ei kerrota.",
    "Vaikeista sanoista kysytään.",
)
PLACES = ("Kirjaston sali", "Seurakuntatalo, yläkerta", "Asukastupa, keittiö")
FOUND_AT = ("puisto", "kirpputori", "leipäjono")
WORDS = {
    "osallisuus": "olet mukana ja voit vaikuttaa",
    "palveluohjaus": "autamme löytämään oikean palvelun",
    "etuus": "raha, jonka voit saada",
    "moniammatillinen": "monta työntekijää yhdessä",
    "toimintakyky": "mitä jaksat ja pystyt tekemään",
}

# None of these begins a word of anything above.
NAMES = (
    "Eero", "Hilkka", "Jussi", "Lasse", "Martta", "Onni", "Pirjo", "Raili", "Sakari", "Tyyne", "Urpo",
    "Venla",
    "Wilma", "Yrjö", "Zahra", "Birgit", "Dmitri", "Fadumo", "Gunilla", "Helvi", "Inkeri", "Jorma",
    "Kyllikki", "Leevi",
    "Mauno", "Nils", "Orvokki", "Paavo", "Ragnar", "Sirkka", "Terttu", "Usko", "Veera", "Xenia", "Ylva",
    "Zainab",
    "Börje", "Daavid", "Fanny", "Göran", "Hjördis", "Ilpo", "Jukka", "Kerttu", "Lahja", "Mirkka", "Niilo",
    "Oskari",
    "Pauliina", "Rauha", "Siiri", "Toivo", "Ulla", "Vieno", "Walter", "Yasmin", "Zorica", "Britta",
    "Dagmar", "Folke",
)  # fmt: skip
SURNAMES = ("Korhonen", "Nieminen", "Lindqvist")
