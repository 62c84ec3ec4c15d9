"""What every answer carries, and what is never let in: strangers' forms and very large ones."""

import re
from collections.abc import Mapping

from starlette.datastructures import Headers as RequestHeaders
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from talko.live.access import same_origin
from talko.pages.errors import sorry
from talko.pages.static import FOR_EVER
from talko.settings import Settings

LARGEST = 64 * 1024  # bytes of a form
SAFE = {"GET", "HEAD", "OPTIONS"}
HOST = re.compile(r"[A-Za-z0-9.\-]+(:[0-9]+)?|\[[0-9a-fA-F:.]+\](:[0-9]+)?")

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'{socket}; worker-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-src 'self'; frame-ancestors {framed}; "
    "require-trusted-types-for 'script'; trusted-types lit-html talko"
)
# `no-referrer` would make browsers send `Origin: null` with our own forms, and every one would be refused.
REFERRER = "same-origin"
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
FRAMED = "SAMEORIGIN"
MAY_BE_FRAMED = {
    "X-Frame-Options": FRAMED
}  # of one page only: the small picture of the screen on the console
# Scripts, styles, fonts and drawings do nothing by themselves; the whole policy is half a kB on each.
ON_FILES = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'"}
ON_HTTPS = {  # on plain http browsers complain of these, and do nothing
    "Strict-Transport-Security": "max-age=31536000",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Headers:
    """Around the whole app, so that an answer made by any part of it is covered."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = RequestHeaders(scope=scope)
        answer = refusal(scope["method"], headers, self.settings)
        app = sorry(answer, scope) if answer else self.app
        await app(scope, limited(receive), self.with_headers(send, headers))

    def with_headers(self, send: Send, asked: RequestHeaders) -> Send:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in of_answer(headers, asked, self.settings).items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        return send_with_headers


def refusal(method: str, headers: Mapping[str, str], settings: Settings) -> int:
    """The status of the answer "no", or 0."""
    if method not in SAFE and not same_origin(headers, settings):
        return 403
    length = headers.get("content-length", "0")
    return 413 if not length.isdigit() or int(length) > LARGEST else 0


def limited(receive: Receive) -> Receive:
    """For bodies that come in pieces and do not say how large they will be."""
    came = 0

    async def receive_limited() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > LARGEST:
            raise HTTPException(413)
        return message

    return receive_limited


def of_answer(headers: MutableHeaders, asked: RequestHeaders, settings: Settings) -> dict[str, str]:
    if headers.get("Cache-Control") == FOR_EVER:
        return ON_FILES
    framed = MAY_BE_FRAMED if headers.get("X-Frame-Options") == FRAMED else {}
    referrer = headers.get("Referrer-Policy", REFERRER)
    policy = policies(asked, settings, framed=bool(framed))
    return {**ALWAYS, **framed, "Referrer-Policy": referrer, **policy}


def policies(asked: RequestHeaders, settings: Settings, *, framed: bool) -> dict[str, str]:
    host = asked.get("host", "")
    scheme = "wss" if settings.secure else "ws"
    socket = f" {scheme}://{host}" if HOST.fullmatch(host) else ""
    policy = POLICY.format(socket=socket, framed="'self'" if framed else "'none'")
    return {"Content-Security-Policy": policy, **(ON_HTTPS if settings.secure else {})}
