"""Doors: which key opens which seat, and whether a request comes from our own pages."""

import base64
import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from urllib.parse import urlsplit

from talko.core.people import Role, Seat, SeatKind
from talko.settings import Settings
from talko.store import doors
from talko.store.store import Store

PLACE = re.compile(r"phone(-[2-9]|-[1-9][0-9])?|helper|console|screen")
HOME = "home"


def new_secret() -> str:
    """256 random bits for a cookie or a link. Only its hash is kept."""
    return secrets.token_urlsafe(32)


def key_hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def cookie_name(*, secure: bool, workshop: str, place: str) -> str:
    """One for each workshop and place, so that console, screen and trial phones live in one browser."""
    name = f"talko-{workshop}-{place}" if workshop else f"talko-{place}"
    return f"__Host-{name}" if secure else name


def join_token(secret: bytes, workshop: str) -> str:
    """The 128 bits of the QR code: always the same for a workshop, and in no table."""
    made = hmac.digest(secret, f"join {workshop}".encode(), "sha256")[:16]
    return base64.b32encode(made).decode().rstrip("=")


def same_origin(headers: Mapping[str, str], settings: Settings) -> bool:
    """No origin at all is refused too: browsers always send it where it matters."""
    origin = headers.get("origin", "")
    own = {f"{scheme}://{headers.get('host', '')}" for scheme in ("http", "https")}
    return origin in own | ({public_origin(settings)} if settings.public_url else set())


def public_origin(settings: Settings) -> str:
    at = urlsplit(settings.public_url)
    return f"{at.scheme}://{at.netloc}"


class Access:
    """Who holds which key. Asked at each handshake and request, so a revoked key opens nothing."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store, self._settings = store, settings

    async def seat(self, cookies: Mapping[str, str], workshop: str, place: str) -> Seat | None:
        key = await self._key(cookies, workshop, place)
        secret = self._secret(cookies, workshop, place)
        if not key:
            return None
        return Seat(SeatKind(key.seat), secret.encode(), Role(key.role), record=key.record)

    async def facilitator(self, cookies: Mapping[str, str]) -> str | None:
        """The id of the facilitator whose home this browser may open."""
        key = await self._key(cookies, "", HOME)
        return key.facilitator if key else None

    async def _key(self, cookies: Mapping[str, str], workshop: str, place: str) -> doors.Key | None:
        secret = self._secret(cookies, workshop, place)
        if not secret:
            return None
        found = await self._store.read(lambda session: doors.find_key(session, key_hash(secret)))
        return found if found and (found.workshop, found.place) == (workshop, place) else None

    def _secret(self, cookies: Mapping[str, str], workshop: str, place: str) -> str:
        name = cookie_name(secure=self._settings.secure, workshop=workshop, place=place)
        return cookies.get(name, "")
