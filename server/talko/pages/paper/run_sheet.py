"""The run sheet: each part of a workshop with its steps, and when each begins if all goes by the minute."""

from dataclasses import dataclass

from talko.core.template import Activity, Session, StageName, Template
from talko.pages.guide import guide
from talko.pages.language import said


@dataclass(frozen=True, slots=True)
class Line:
    at: str  # 13:05, or 0:05 from the beginning where the hour is not known; "" online
    stage: StageName
    step: Activity
    prompt: str
    lang: str  # of the prompt
    guide: list[str]  # for whoever leads


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    days: int  # so many online; 0 is in a room
    lines: tuple[Line, ...]
    ends: str

    @property
    def minutes(self) -> int:
        return sum(line.step.minutes for line in self.lines)


def run_sheet(template: Template, start: str, lang: str) -> list[Part]:
    """The hour is that of the first meeting in a room; the others have not been given one."""
    first = next((each.id for each in template.sessions if not each.days), "")
    return [part(each, start if each.id == first else "", lang) for each in template.sessions]


def part(session: Session, start: str, lang: str) -> Part:
    lines: list[Line] = []
    passed = 0
    for stage in session.stages:
        for step in stage.activities:
            at = "" if session.days else clock(start, passed)
            lines.append(Line(at, stage.stage, step, *said(step.prompt, lang), guide(step, lang)))
            passed += step.minutes
    ends = "" if session.days else clock(start, passed)
    return Part(said(session.names, lang)[0], session.days, tuple(lines), ends)


def clock(start: str, passed: int) -> str:
    """Past midnight it begins anew."""
    hour, _, minute = start.partition(":")
    begins = int(hour) * 60 + int(minute) if start else 0
    at = (begins + passed) % (24 * 60)
    return f"{at // 60}:{at % 60:02}"
