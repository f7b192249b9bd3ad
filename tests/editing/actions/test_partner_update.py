"""Telling partners. 10 March 2026 is a Tuesday."""

import datetime as dt

import pytest

from tests.editing.paper import Paper
from textual_tracker.editing.actions.partner_update import Told, tell
from textual_tracker.errors import RefusedEditError

DANA = "referrals/2026/2026-03-02-dana-ortiz.yaml"
LEE = "referrals/2026/2026-03-05-lee-bell.yaml"
ABOUT_DANA = Told("2026-03-02-dana-ortiz", "sarah-chen", "contacted")
ABOUT_LEE = Told("2026-03-05-lee-bell", "sarah-chen", "no_news")


@pytest.fixture
def paper() -> Paper:
    return Paper({
        DANA: "borrower: Dana Ortiz\npartner: sarah-chen\nalso_tell: [mike-tran]\n\n"
        "partner_updates:\n  - {date: 2026-03-02, channel: call, about: thanks}\n",
        LEE: "borrower: Lee Bell\npartner: sarah-chen\n",
        "partners/sarah-chen.yaml": "name: Sarah Chen\ntype: real_estate_agent\nprefers: text\n",
        "partners/mike-tran.yaml": "name: Mike Tran\ntype: real_estate_agent\n",
    })  # fmt: skip


def added(paper: Paper) -> list[str]:
    """The lines that are new."""
    return [line[1:] for line in paper.diff.splitlines() if line.startswith("+") and not line.startswith("+++")]


def removed(paper: Paper) -> list[str]:
    return [line for line in paper.diff.splitlines() if line.startswith("-") and not line.startswith("---")]


def test_one_line_by_the_channel_that_they_prefer(paper: Paper) -> None:
    assert paper.do(tell([ABOUT_DANA])) == "Sarah Chen: told about Dana Ortiz (contacted, text)"
    assert added(paper) == ["  - {date: 2026-03-10, channel: text, about: contacted}"]
    assert removed(paper) == []


def test_by_another_channel_on_another_day_by_somebody_with_a_note(paper: Paper) -> None:
    friday = (dt.date(2026, 3, 6), dt.time(14, 5))
    says = paper.do(tell([ABOUT_DANA], channel="in_person", when=friday, by="maria", note="over coffee"))
    assert says == "Sarah Chen: told about Dana Ortiz (contacted, in person) on Fri 6 Mar"
    assert added(paper) == [
        "  - {date: 2026-03-06T14:05, by: maria, channel: in_person, about: contacted, note: over coffee}"
    ]


def test_who_is_not_the_sender_is_named_in_the_file(paper: Paper) -> None:
    """Without a word on what Mike prefers, the channel is left out."""
    assert (
        paper.do(tell([ABOUT_DANA._replace(partner_id="mike-tran")])) == "Mike Tran: told about Dana Ortiz (contacted)"
    )
    assert added(paper) == ["  - {date: 2026-03-10, partner: mike-tran, about: contacted}"]


def test_about_several_in_one_plan(paper: Paper) -> None:
    assert paper.do(tell([ABOUT_DANA, ABOUT_LEE])) == "Sarah Chen: told about 2 referrals"
    assert paper.record(DANA).partner_updates[-1].about == "contacted"
    assert paper.record(LEE).partner_updates[-1].about == "no_news"


def test_several_partners_about_one(paper: Paper) -> None:
    says = paper.do(tell([ABOUT_DANA, ABOUT_DANA._replace(partner_id="mike-tran")], channel="email"))
    assert says == "Sarah Chen and Mike Tran: told about Dana Ortiz (contacted, email)"
    assert [line.partition("date: ")[2] for line in added(paper)] == [
        "2026-03-10, channel: email, about: contacted}",
        "2026-03-10, partner: mike-tran, channel: email, about: contacted}",
    ]


def test_where_there_is_nobody_to_tell_nothing_is_written(paper: Paper) -> None:
    with pytest.raises(RefusedEditError, match="nobody to tell"):
        paper.do(tell([]))


def test_a_typed_counter_is_left_to_the_plan(paper: Paper) -> None:
    """Calls are raised where the plan is made, for every action alike."""
    paper.do(tell([ABOUT_DANA], channel="call"))
    assert list(paper.files) == [DANA, LEE, "partners/sarah-chen.yaml", "partners/mike-tran.yaml"]
