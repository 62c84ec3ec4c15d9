"""One audience and its lines: encoded once, framed once, written to all. Who falls behind is mended later."""

import asyncio
from dataclasses import dataclass, field

from talko.clock import Clock
from talko.core.audience import Audience, Shown, View
from talko.core.patch import diff
from talko.live import wire
from talko.live.line import Line, Message, message

TOO_SLOW = 15.0  # seconds behind, after which a line is closed


@dataclass(eq=False, slots=True)
class Crowd:
    """All lines of one audience, and what they were last shown."""

    audience: Audience
    run: str
    clock: Clock
    view: View = field(default_factory=dict)
    shown: Shown = field(default_factory=Shown)
    v: int = 0
    lines: set[Line] = field(default_factory=set)
    missed: int = 0  # whole views sent since the last pulse because a line had lost something
    _whole: Message | None = None

    def show(self, view: View) -> None:
        """Sends what changed since the last time, if anything did."""
        patch = diff(self.view, view)
        if not patch:
            return
        said = wire.encode({"patch": patch, "run": self.run, "from": self.v, "v": self.v + 1})
        self.view, self.v, self._whole = view, self.v + 1, None
        self.send(message(said))

    def send(self, said: Message) -> None:
        now = asyncio.get_running_loop().time()
        for line in self.lines:
            if not line.told or line.behind_since is not None:
                continue
            if line.is_full():
                line.behind_since = now
            else:
                line.write(said)

    def whole(self) -> Message:
        """Encoded once for all who come or return at this version."""
        if self._whole is None:
            now = self.clock.now_ms()
            self._whole = message(
                wire.encode({"view": self.view, "run": self.run, "v": self.v, "now_ms": now})
            )
        return self._whole

    def beat(self) -> None:
        self.send(message(wire.encode({"beat": self.v, "now_ms": self.clock.now_ms()})))

    def greet(self, line: Line, epoch: str, hello: wire.Hello) -> None:
        """Hello, and the whole view unless the line has it."""
        has_asked_again, line.told, line.behind_since, line.mine = line.told, True, None, ""
        said: View = {"protocol": wire.PROTOCOL, "epoch": epoch, "run": self.run, "v": self.v}
        line.say(wire.encode({"hello": {**said, "now_ms": self.clock.now_ms()}}))
        if (hello.epoch, hello.run, hello.v) != (epoch, self.run, self.v):
            line.write(self.whole())
            self.missed += has_asked_again

    def mend(self) -> list[Line]:
        """Who can read again gets the whole view; who could not for long is let go. Returns the mended."""
        behind = [line for line in self.lines if line.behind_since is not None]
        mended = [line for line in behind if not line.is_full()]
        for line in mended:
            line.behind_since = None
            line.write(self.whole())
        self.missed += len(mended)
        now = asyncio.get_running_loop().time()
        for line in behind:
            if line.behind_since is not None and now - line.behind_since > TOO_SLOW:
                line.close(1013)
        return mended
