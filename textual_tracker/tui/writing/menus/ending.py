"""`x`: how a referral ends, and how it is opened again. Nobody is lost without a reason."""

from collections.abc import Iterator, Sequence

from textual_tracker.core.records import Referral
from textual_tracker.core.vocabulary import CAUSES
from textual_tracker.editing.actions.ending import OTHER, close, lose, nurture, reopen
from textual_tracker.editing.one_line.amounts import amount, whole_number
from textual_tracker.editing.spoken import fact_day, plan_day
from textual_tracker.editing.words import day_words, money, on_day, plain_word
from textual_tracker.errors import UsageError
from textual_tracker.tui.writing.row import Row
from textual_tracker.tui.writing.steps import Ask, Choice, Choose, Echo, Offer, Write

PREFIXES = {"denied_": "denied", "chose_other_lender_": "chose another lender"}
"""Reasons that are a group of their own: how their words begin, and the group's heading."""

REPLACED = ("outcome",)


def ending(row: Row, referral: Referral) -> Choose:
    """Closed, lost, nurture; open again, once it has ended."""
    return Choose(f"{referral.name}: close out", list(_choices(row, referral)))


def _choices(row: Row, referral: Referral) -> Iterator[Choice]:
    status = row.look.snapshot.standing(referral).outcome.status
    if status != "closed":
        yield Choice("c", "closed …", _closed(row, referral))
        if status != "lost":
            yield Choice("l", "lost …", _lost(referral))
        yield Choice("n", "nurture …", _nurture(row, referral))
    if status in {"closed", "lost", "nurture"}:
        yield Choice("o", "open again", Write(reopen(referral.id), (referral,), parts=REPLACED))


def _closed(row: Row, referral: Referral) -> Ask:
    """The line for what was funded, begun with what the loan was to be; a day may stand behind it."""

    def read(text: str) -> Echo:
        first, _, rest = text.strip().partition(" ")
        try:
            if first and whole_number(first) is None:
                first, rest = "", text
            funded = amount(first) if first else None
            day = fact_day(rest, row.today)[0] if rest.strip() else row.today
        except UsageError as error:
            return Echo(str(error))
        known = referral.loan.amount if funded is None else funded
        says = "closed; the amount is not known yet" if known is None else f"closed, {money(known)}"
        write = Write(close(referral.id, amount=funded, on=day), (referral,), parts=(*REPLACED, "loan"))
        return Echo(f"{says}{on_day(day, row.today)}", write)

    known = referral.loan.amount
    return Ask(f"{referral.name}, closed for:", "385,000", read, "" if known is None else f"{known:,}")


def _lost(referral: Referral) -> Ask:
    """The line that finds the reason among those that are offered."""

    def read(text: str) -> Echo:
        if text not in BY_REASON:
            return Echo(f'no reason has "{text.strip()}" in it' if text.strip() else "why? choose a reason")
        says = f"lost ({plain_word(text)})"
        if text == OTHER:
            return Echo(f"{says}: say what it was", _other(referral))
        return Echo(says, Write(lose(referral.id, text), (referral,), parts=REPLACED))

    return Ask(f"{referral.name}, lost because:", "a part of the reason", read, offers=_reasons)


def _other(referral: Referral) -> Ask:
    def read(text: str) -> Echo:
        note = text.strip()
        if not note:
            return Echo("say what it was: this reason is told by its note alone")
        return Echo(f"lost (other: {note})", Write(lose(referral.id, OTHER, note=note), (referral,), parts=REPLACED))

    return Ask(f"{referral.name}, lost because:", "what it was", read)


def _nurture(row: Row, referral: Referral) -> Ask:
    def read(text: str) -> Echo:
        try:
            day, _ = plan_day(text, row.today)
        except UsageError as error:
            return Echo(str(error))
        if day <= row.today:
            return Echo(f"{day_words(day, row.today)} is no day to come")
        return Echo(
            f"nurture until {day_words(day, row.today)}", Write(nurture(referral.id, day), (referral,), parts=REPLACED)
        )

    return Ask(f"{referral.name}, nurture until:", "1 sep", read)


def _reasons(typed: str) -> Sequence[Offer]:
    """The reasons in whose words, or whose cause's, everything that is typed is found: by cause, an exact one first."""
    words = typed.casefold().replace("-", " ").replace("_", " ").split()
    found = [offer for offer, known in BY_REASON.values() if all(word in known for word in words)]
    return sorted(found, key=lambda offer: offer.text != "_".join(words))


def _offer(cause: str, reason: str) -> Offer:
    for prefix, group in PREFIXES.items():
        if reason.startswith(prefix):
            return Offer(reason, plain_word(reason.removeprefix(prefix)), group)
    return Offer(reason, plain_word(reason), "" if cause == OTHER else cause)


def _by_group() -> dict[str, tuple[Offer, str]]:
    """Each reason as it is offered, those of a group together, and the words by which it is found."""
    offers = [(cause, _offer(cause, reason)) for cause, reasons in CAUSES.items() for reason in reasons]
    groups = list(dict.fromkeys(offer.group for _, offer in offers))
    offers.sort(key=lambda pair: groups.index(pair[1].group))
    return {
        offer.text: (offer, f"{cause} {plain_word(offer.text)} {offer.group}".replace("-", " "))
        for cause, offer in offers
    }


BY_REASON = _by_group()
