"""Word to partners: thanks, milestones, the ending, and Tuesday's round for those who have heard nothing."""

from benchmarks.simulator.clock import Clock
from benchmarks.simulator.dice import Dice
from benchmarks.simulator.story import Facts, Sender, Story, at

ABOUT = {
    "contacted": ("contacted", 0.97),
    "appointment_set": ("appointment", 0.5),
    "appointment_held": ("appointment", 0.97),
    "application_started": ("application", 0.4),
    "preapproved": ("preapproved", 0.99),
    "in_process": ("under_contract", 0.99),
    "clear_to_close": ("clear_to_close", 0.99),
    "closed": ("closed", 0.99),
    "lost": ("lost", 0.97),
    "nurture": ("nurture", 0.97),
}
"""What a partner is told when a stage is entered, and how often an officer who cares tells it."""

DATA = frozenset({"duplicate", "wrong_contact", "out_of_area", "not_a_referral"})
ENDINGS = frozenset({"closed", "lost", "nurture"})
CHANNELS = ("text", "call", "email", "text", "voicemail")


def write_updates(dice: Dice, story: Story, clock: Clock, senders: dict[str, Sender]) -> None:
    """Fill `story.updates`, oldest first: for the sender, and for those who are told like the sender."""
    if story.sender.partner is not None:
        _tell(dice, story, clock, story.sender, named=False)
    for partner in story.also_tell:
        _tell(dice, story, clock, senders[partner], named=True)
    story.updates.sort(key=lambda fact: (str(fact["date"])[:10], str(fact["date"])))


def _tell(dice: Dice, story: Story, clock: Clock, sender: Sender, *, named: bool) -> None:
    told: dict[int, str] = {}
    first = clock.first_for_work(story.received, story.received_time)
    told.update(_occasions(dice, story, clock, first, sender))
    if not sender.only_endings:
        _tuesdays(dice, story, clock, sender, told, first)
    for day, about in sorted(told.items()):
        update = _update(dice, clock, sender, day, about, named=named)
        if day == first:
            update["date"] = clock.day(day)
        elif about == "received":
            update["about"] = "thanks"
        story.updates.append(update)


def _occasions(dice: Dice, story: Story, clock: Clock, first: int, sender: Sender) -> list[tuple[int, str]]:
    occasions: list[tuple[int, str]] = []
    if dice.chance(sender.care):
        occasions.append((first + _delay(dice), dice.pick(("received", "thanks", "received"))))
    for place, visit in enumerate(story.visits):
        about, often = ABOUT.get(visit.stage, ("", 0.0))
        if about in ENDINGS:
            if story.reasons.get(place) in DATA:
                continue
        elif sender.only_endings or (visit.stage == "preapproved" and story.visits[place - 1].way == "back"):
            continue
        if about and dice.chance(often * sender.care):
            by_word = "approval" if visit.stage == "in_process" and story.refinance else about
            day = visit.entered + _delay(dice)
            if place + 1 == len(story.visits) or day <= story.visits[place + 1].entered:
                occasions.append((day, by_word))
        if visit.way == "back" and dice.chance(sender.care):
            occasions.append((visit.left, "fell_through"))
    if not sender.only_endings:
        occasions += _about_the_file(dice, story, clock, sender.care)
    return occasions


def _about_the_file(dice: Dice, story: Story, clock: Clock, care: float) -> list[tuple[int, str]]:
    """Word on the appraisal and the approval, now and then, and on every closing that is put off."""
    occasions = []
    for application in story.applications:
        for name, about in (("appraisal_received", "appraisal"), ("conditional_approval", "approval")):
            if name in application and dice.chance(0.35 * care):
                occasions.append((clock.number(application[name]), about))
        moves = [move for move in application.get("moved", ()) if move["what"] == "expected_close"]
        occasions += [(clock.number(move["date"]), "date_moved") for move in moves if dice.chance(care)]
    return occasions


def _delay(dice: Dice) -> int:
    """Working days until the word is given: mostly none."""
    return dice.weighted(((0, 78), (1, 17), (2, 2), (4, 2), (6, 1)))


def _tuesdays(dice: Dice, story: Story, clock: Clock, sender: Sender, told: dict[int, str], first: int) -> None:
    """The weekly round: whoever has heard nothing since the end of last week hears where things stand."""
    often = sender.care * sender.weekly
    for begin, end in _open_spans(story, first):
        for day in clock.tuesdays(begin, end):
            if not any(recent in told for recent in range(day - 2, day + 1)) and dice.chance(often):
                told[day] = "attempted" if day - begin <= TRYING_DAYS and not _reached_by(story, day) else "no_news"


TRYING_DAYS = 10


def _open_spans(story: Story, first: int) -> list[tuple[int, int]]:
    """The stretches of working days during which the referral is open."""
    spans = []
    begin = first
    for visit in story.visits:
        if visit.stage in ENDINGS:
            spans.append((begin, visit.entered))
            begin = visit.left
    if story.visits[-1].stage not in ENDINGS:
        spans.append((begin, story.visits[-1].left))
    return spans


def _reached_by(story: Story, day: int) -> bool:
    return any(visit.stage == "contacted" and visit.entered <= day for visit in story.visits)


def _update(dice: Dice, clock: Clock, sender: Sender, day: int, about: str, *, named: bool) -> Facts:
    date = clock.day(day)
    channel = sender.prefers if dice.chance(0.7) else dice.pick(CHANNELS)
    if about in {"thanks", "closed"} and dice.chance(0.3):
        channel = "mail"
    fact: Facts = {"date": at(date, dice.whole(9, 16), dice.pick((0, 10, 30, 45))) if dice.chance(0.15) else date}
    if named:
        fact["partner"] = sender.partner
    fact["channel"] = channel
    fact["about"] = about
    return fact
