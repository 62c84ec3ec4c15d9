"""The code of a plan, typed from paper: as at the door, after many wrong ones it waits."""

from starlette.responses import Response

from talko.pages.plan.link import path, workshop_of_code
from talko.pages.visit import Visit, to, wait
from talko.store import groups


async def ask(visit: Visit) -> Response:
    return visit.page("plan_code.html", code="", errors={})


async def find(visit: Visit) -> Response:
    code, house, client = (await visit.fields()).line("code"), visit.house, visit.request.client
    if not await house.brake.let_through(house.clock.now_ms(), client.host if client else ""):
        return again(visit, code, "too_many", 429)
    over = await house.store.read(groups.ended)
    workshop = workshop_of_code(house.store.secret, code, over)
    if not workshop:
        return again(visit, code, "wrong_code", 422)
    house.brake.was_right()
    return to(path(house.store.secret, workshop))


def again(visit: Visit, code: str, why: str, status: int) -> Response:
    answer = visit.page("plan_code.html", status=status, code=code[:40], errors={"code": why})
    return wait(answer, 60) if status == 429 else answer
