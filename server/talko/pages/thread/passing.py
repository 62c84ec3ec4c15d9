"""To another device of the same person: by a link that works once, for ten minutes.

What is kept of it is the hash of the link, and the key sealed by the link: by itself the store opens nothing.
"""

import hashlib
import hmac

from starlette.responses import Response

from talko.address import address
from talko.core.people import SeatKind
from talko.live.access import key_hash, new_secret
from talko.pages.qr import exact
from talko.pages.thread.page import nobodys, whose
from talko.pages.visit import Visit, to
from talko.store import doors, passing
from talko.store.passing import Passing

TEN_MINUTES = 600  # seconds


async def begin(visit: Visit) -> Response:
    mine = await whose(visit)
    if mine is None:
        return await nobodys(visit)
    token, now = new_secret(), visit.now()
    key = mine.seat.key.decode()
    workshop, place = visit.part("workshop"), visit.part("place")
    new = Passing(key_hash(token), workshop, place, seal(token, key), now + TEN_MINUTES)
    if not await visit.house.store.write(lambda session: passing.add(session, new, now)):
        return visit.sorry("try_again", 429, mine.at)
    link = f"{address(visit.house.settings)}/pass/{token}"
    return visit.of(mine.room.setup).page("passing.html", address=link, qr=exact(link), back=mine.at)


async def look(visit: Visit) -> Response:
    hash, now = key_hash(visit.part("token")), visit.now()
    found = await visit.house.store.read(lambda session: passing.find(session, hash, now))
    if not found:
        return visit.sorry("no_passing", 404)
    response = visit.page("pass.html")
    response.headers["Referrer-Policy"] = "strict-origin"  # the secret in the address is told to nobody
    return response


async def take(visit: Visit) -> Response:
    """Once. Where somebody else is in with this browser, nothing is taken, so that nobody loses their key."""
    token, now = visit.part("token"), visit.now()
    hash, store = key_hash(token), visit.house.store
    found = await store.read(lambda session: passing.find(session, hash, now))
    if not found:
        return visit.sorry("no_passing", 404)
    secret, access = unseal(token, found.sealed), visit.house.access
    here = await access.seat(visit.request.cookies, found.workshop, found.place)
    if here and here.key.decode() != secret:
        return visit.sorry("device_taken", 409)
    if not await store.write(lambda session: passing.take(session, hash, now)) or not await is_key(
        visit, secret
    ):
        return visit.sorry("no_passing", 404)
    there = to(f"/w/{found.workshop}/{found.place}/thread")
    return visit.keep(there, visit.cookie(found.workshop, found.place), secret)


async def is_key(visit: Visit, secret: str) -> bool:
    """The key may be gone since: somebody came in with that phone as another person."""
    hash = key_hash(secret)
    key = await visit.house.store.read(lambda session: doors.find_key(session, hash))
    return key is not None and key.seat == SeatKind.PARTICIPANT


# Sealing: each token is random, as long as the key, and seals one thing once


def seal(token: str, key: str) -> str:
    covered = mixed(token, key.encode())
    return covered.hex() + proof(token, covered)


def unseal(token: str, sealed: str) -> str:
    """ "" where it was not sealed by this token."""
    covered, proved = bytes.fromhex(sealed[:-64]), sealed[-64:]
    return mixed(token, covered).decode() if hmac.compare_digest(proof(token, covered), proved) else ""


def mixed(token: str, text: bytes) -> bytes:
    pad = hashlib.shake_256(b"talko passing " + token.encode()).digest(len(text))
    return bytes(a ^ b for a, b in zip(text, pad, strict=True))


def proof(token: str, covered: bytes) -> str:
    return hmac.digest(token.encode(), b"passing " + covered, "sha256").hex()
