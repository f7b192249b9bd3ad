"""Equal days, times and words of many records made one object, which saves a third of what they take in memory.

They were decoded one by one, and nobody has seen them yet, so that a frozen record may be given an equal value instead
of its own. It takes as long as decoding them, so it is for a program that stays, and for a journal that is large.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, repeat
from operator import attrgetter
from typing import Any, Final

from msgspec.structs import force_setattr

from textual_tracker.core.records import Application, Record, Referral
from textual_tracker.core.stages import TOUCHES
from textual_tracker.core.standing import DEADLINES

MANY: Final = 20_000
"""Referrals of which it is worth it: those of fewer take less memory than the program does."""

_OWN: Final = ("received", "received_time", "partner", "officer", "best_time")
_OF_LOAN: Final = ("amount",)
_OF_OUTCOME: Final = ("date", "note")
_OF_APPOINTMENT: Final = ("set", "date", "time")
_OF_APPLICATION: Final = (*TOUCHES, *DEADLINES)
_OF_ATTEMPT: Final = ("date", "time", "by", "note")
_OF_UPDATE: Final = ("date", "time", "by", "partner", "note")

_loan: Final = attrgetter("loan")
_outcome: Final = attrgetter("outcome")
_appointment: Final = attrgetter("appointment")
_application: Final = attrgetter("application")
_attempts: Final = attrgetter("contact_attempts")
_updates: Final = attrgetter("partner_updates")


class Shared:
    """The values that were met so far."""

    def __init__(self) -> None:
        self._value: Callable[[object, object], object] = dict[object, object]().setdefault

    def share(self, records: Iterable[object]) -> None:
        """Make equal values one object in those of the records that are referrals."""
        referrals = [record for record in records if isinstance(record, Referral)]
        nothing = Application()
        self._fields(referrals, _OWN)
        self._fields(list(map(_loan, referrals)), _OF_LOAN)
        self._fields(list(map(_outcome, referrals)), _OF_OUTCOME)
        self._fields([one for one in map(_appointment, referrals) if one.status is not None], _OF_APPOINTMENT)
        self._fields([one for one in map(_application, referrals) if one != nothing], _OF_APPLICATION)
        self._fields(list(chain.from_iterable(map(_attempts, referrals))), _OF_ATTEMPT)
        self._fields(list(chain.from_iterable(map(_updates, referrals))), _OF_UPDATE)

    def _fields(self, records: Sequence[Record], names: Iterable[str]) -> None:
        # All of it in C: a million values are too many for a loop of Python while somebody waits.
        for name in names:
            values: list[Any] = list(map(attrgetter(name), records))
            if any(values):
                for _ in map(force_setattr, records, repeat(name), map(self._value, values, values)):
                    pass
