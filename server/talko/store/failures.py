"""What can fail when writing: most is told, and can be tried again. A disk that errs ends the process."""

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

IO_ERROR_EXIT = 70

logger = logging.getLogger("talko.store")


class StoreFailed(Exception):
    """It was not written, and nothing has changed."""


class Behind(Exception):
    """It was decided on a log that has gone on since. The room is out of date; trying again is no help."""


@contextmanager
def failures() -> Iterator[None]:
    try:
        yield
    except (DBAPIError, sqlite3.Error) as problem:
        cause = problem.orig if isinstance(problem, DBAPIError) else problem
        if is_io_error(cause):
            end_the_process(cause)
        raise StoreFailed(str(cause)) from problem


def is_io_error(cause: BaseException | None) -> bool:
    code = cause.sqlite_errorcode if isinstance(cause, sqlite3.Error) else sqlite3.SQLITE_OK
    return code & 0xFF == sqlite3.SQLITE_IOERR


def end_the_process(cause: BaseException | None) -> None:
    """After a failed fsync nobody knows what is on the disk; trying again would only hide it."""
    logger.critical("the disk does not answer as it should, so this ends here: %s", cause)
    os._exit(IO_ERROR_EXIT)
