"""Coming in by HTTP, as a browser does. It imports nothing of talko."""

import json
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from typing import TypeAlias
from urllib.parse import urlencode, urlsplit

from websockets.asyncio.client import connect

Object: TypeAlias = "dict[str, object]"

HELLO = json.dumps({"hello": {"protocol": 1, "epoch": "", "run": "", "v": 0, "lang": "fi"}})


def at(told: object, *path: str) -> Object:
    """What lies there in a view, which is an object."""
    for name in path:
        told = told[name] if isinstance(told, dict) else None
    assert isinstance(told, dict), path
    return told


@dataclass(slots=True)
class Browser:
    server: str
    cookies: dict[str, str] = field(default_factory=dict)

    def post(self, path: str, **fields: str) -> str:
        """Where it leads."""
        status, where, _ = self._ask("POST", path, urlencode(fields))
        assert status == 303, f"POST {path}: {status}"
        return urlsplit(where).path

    def view(self, place: str) -> Object:
        status, _, text = self._ask("GET", f"{place}/view", "")
        assert status == 200, f"GET {place}/view: {status}"
        whole: Object = json.loads(text)
        return whole

    def line(self, place: str) -> connect:
        address = f"ws://{self.server}{place}/live"
        return connect(
            address, additional_headers=self.headers, compression=None, proxy=None, ping_interval=None
        )

    @property
    def headers(self) -> dict[str, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Origin": f"http://{self.server}", "Cookie": cookies}

    def _ask(self, method: str, path: str, form: str) -> tuple[int, str, str]:
        connection = HTTPConnection(self.server, timeout=30)
        try:
            kind = {"Content-Type": "application/x-www-form-urlencoded"}
            connection.request(method, path, form, self.headers | kind)
            answer = connection.getresponse()
            for line in answer.headers.get_all("Set-Cookie", []):
                self.cookies |= {name: each.value for name, each in SimpleCookie(line).items()}
            return answer.status, answer.headers.get("Location", ""), answer.read().decode()
        finally:
            connection.close()
