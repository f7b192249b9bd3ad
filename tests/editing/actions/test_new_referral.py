"""A new referral in one line becomes a file. 10 March 2026 is a Tuesday."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.editing.paper import TODAY, Paper
from tests.factories import make_journal, make_referral, outcome
from textual_tracker.core.records import Referral
from textual_tracker.core.settings import Settings
from textual_tracker.core.vocabulary import PROGRAMS, PURPOSES, SOURCES
from textual_tracker.editing.actions.new_referral import add_referral, twins
from textual_tracker.editing.canonical.canonical import canonical
from textual_tracker.editing.one_line import NewReferral, parse_new_referral, split_words
from textual_tracker.errors import NotOneRecordError, RefusedEditError, UsageError
from textual_tracker.reading.encoding import control_character

MODELINE = "# yaml-language-server: $schema=../../.schema/referral.schema.json\n"
AT_TWENTY_TO_FIVE = dt.time(16, 40)
DANA = "referrals/2026/2026-03-10-dana-ortiz.yaml"


@pytest.fixture
def paper() -> Paper:
    return Paper({
        "partners/sarah-chen.yaml": "name: Sarah Chen\ntype: real_estate_agent\n",
        "partners/mike-tran.yaml": "name: Mike Tran\ntype: builder\n",
    })  # fmt: skip


def add(paper: Paper, line: str, *, time: dt.time | None = AT_TWENTY_TO_FIVE, officer: str | None = None) -> str:
    """What is said after the line was typed."""
    return paper.do(add_referral(parse_new_referral(split_words(line), TODAY), officer=officer), time=time)


class TestTheFile:
    def test_a_name_and_a_partner_are_enough(self, paper: Paper) -> None:
        assert add(paper, "Dana Ortiz @chen") == "Dana Ortiz: new referral from Sarah Chen"
        assert paper.text(DANA) == (
            MODELINE + "borrower: Dana Ortiz\npartner: sarah-chen\nreceived: 2026-03-10T16:40\n"
        )
        assert paper.remarks == ()

    def test_everything_that_is_known_is_in_it(self, paper: Paper) -> None:
        add(
            paper,
            'Dana Ortiz 555-0142 dana@example.com @chen $385k program=fha purpose=purchase "met at the open house" '
            "tag=first-time-buyer also_tell=tran best_time=evenings next_step.due=fri next_step.action=call x-lead=yes",
        )
        assert paper.text(DANA) == MODELINE + (
            "borrower:\n"
            "  name: Dana Ortiz\n"
            "  phone: 555-0142\n"
            "  email: dana@example.com\n"
            "  best_time: evenings\n"
            "partner: sarah-chen\n"
            "also_tell: [mike-tran]\n"
            "received: 2026-03-10T16:40\n"
            "loan: {purpose: purchase, program: fha, amount: 385000}\n"
            "\n"
            "next_step: {due: 2026-03-13, action: call}\n"
            "tags: [first-time-buyer]\n"
            "notes: |\n"
            "  met at the open house\n"
            'x-lead: "yes"\n'
        )

    def test_it_lies_in_the_year_in_which_the_referral_came(self, paper: Paper) -> None:
        assert add(paper, "Ana Gómez source:cpa on:2025-12-30") == "Ana Gómez: new referral (cpa) on Tue 30 Dec 2025"
        assert paper.text("referrals/2025/2025-12-30-ana-gomez.yaml") == (
            MODELINE + "borrower: Ana Gómez\nsource: cpa\nreceived: 2025-12-30\n"
        )

    def test_a_second_of_that_name_gets_a_number(self, paper: Paper) -> None:
        add(paper, "Dana Ortiz @chen")
        paper.files["referrals/2026/2026-03-10-dana-ortiz-2.yaml"] = b"nobody: [\n"  # not a record yet
        add(paper, "Dana Ortiz @tran")
        assert paper.record("referrals/2026/2026-03-10-dana-ortiz-3.yaml").partner == "mike-tran"

    def test_a_name_in_other_letters_is_kept_in_the_file_only(self, paper: Paper) -> None:
        add(paper, "李小龍 @chen")
        assert paper.record("referrals/2026/2026-03-10-referral.yaml").name == "李小龍"


class TestTheHour:
    """It decides from when a referral waits; it is written where it is known."""

    def received(self, paper: Paper, line: str, time: dt.time | None) -> str:
        add(paper, line, time=time)
        return next(text.partition("received: ")[2] for text in paper.diff.splitlines() if "received" in text)

    def test_of_now_it_is_the_clocks(self, paper: Paper) -> None:
        assert self.received(paper, "Dana @chen", AT_TWENTY_TO_FIVE) == "2026-03-10T16:40"
        assert self.received(paper, "Dana @chen on:today", AT_TWENTY_TO_FIVE) == "2026-03-10T16:40"

    def test_where_the_clock_is_set_there_is_none(self, paper: Paper) -> None:
        assert self.received(paper, "Dana @chen", None) == "2026-03-10"

    def test_of_another_day_it_is_known_only_where_it_is_said(self, paper: Paper) -> None:
        assert self.received(paper, "Dana @chen on:fri", AT_TWENTY_TO_FIVE) == "2026-03-06"
        assert self.received(paper, 'Dana @chen on:"fri 9am"', AT_TWENTY_TO_FIVE) == "2026-03-06T09:00"

    def test_nobody_has_come_on_a_day_ahead(self, paper: Paper) -> None:
        ahead = NewReferral(name="Dana", source="cpa", received=(dt.date(2026, 3, 11), None))
        with pytest.raises(RefusedEditError, match="Wed 11 Mar is still ahead"):
            paper.do(add_referral(ahead))


class TestWhereItCameFrom:
    def test_without_a_partner_the_source_is_asked_for(self, paper: Paper) -> None:
        with pytest.raises(UsageError, match="say where it came from: @partner or source:"):
            add(paper, "Dana Ortiz 555-0142")

    def test_the_source_is_written_where_the_partners_type_tells_another(self, paper: Paper) -> None:
        add(paper, "Dana Ortiz @chen source:real_estate_agent")
        assert "source" not in paper.text(DANA)
        add(paper, "Dana Ortiz @chen source:past_client")
        assert paper.record("referrals/2026/2026-03-10-dana-ortiz-2.yaml").source == "past_client"

    def test_whom_nobody_knows_becomes_a_prospect(self, paper: Paper) -> None:
        assert add(paper, "Dana Ortiz @pat-lee") == "Dana Ortiz: new referral from Pat Lee, a new partner (prospect)"
        assert paper.text("partners/pat-lee.yaml") == (
            "# yaml-language-server: $schema=../.schema/partner.schema.json\n"
            "name: Pat Lee\n"
            "type: other\n"
            "status: prospect\n"
        )
        assert paper.record(DANA).partner == "pat-lee"
        assert paper.remarks == ()

    def test_a_new_partner_is_what_the_source_says(self, paper: Paper) -> None:
        add(paper, 'Dana Ortiz @"Pat McLee" source:cpa')
        assert (paper.record("partners/pat-mclee.yaml").name, paper.record("partners/pat-mclee.yaml").type) == (
            "Pat McLee",
            "cpa",
        )
        assert "source" not in paper.text(DANA)

    def test_a_word_that_several_have_is_asked_about(self, paper: Paper) -> None:
        paper.files["partners/chen-wu.yaml"] = b"name: Chen Wu\ntype: cpa\n"
        with pytest.raises(NotOneRecordError, match=r'"chen" names 2 partners; which one\?\n  sarah-chen  Sarah Chen'):
            add(paper, "Dana Ortiz @chen")

    def test_the_exact_id_wins_over_parts(self, paper: Paper) -> None:
        paper.files["partners/chen.yaml"] = b"name: Chen\ntype: cpa\n"
        add(paper, "Dana Ortiz @chen")
        assert paper.record(DANA).partner == "chen"

    def test_who_is_called_nothing_else_wins_over_who_is_called_so_in_part(self, paper: Paper) -> None:
        paper.files |= {"partners/ann-lee.yaml": b"name: Ann Lee\ntype: cpa\n", "partners/one.yaml": b"name: Lee\n"}
        add(paper, "Dana Ortiz @lee source:cpa")
        assert paper.record(DANA).partner == "one"

    def test_a_partner_whose_file_is_broken_is_not_made_anew(self, paper: Paper) -> None:
        paper.files["partners/pat-lee.yaml"] = b"name: [\n"
        add(paper, "Dana Ortiz @pat-lee source:cpa")
        assert (paper.record(DANA).partner, paper.record(DANA).source) == ("pat-lee", "cpa")
        assert "partners/pat-lee-2.yaml" not in paper.files

    def test_in_a_shared_journal_it_is_somebodys(self, paper: Paper) -> None:
        paper.settings = Settings(officers={"ana": "Ana Rivera", "maria": "Maria Soto"})
        add(paper, "Dana Ortiz @chen", officer="ana")
        add(paper, "Lee Bell @chen officer=maria", officer="ana")
        assert paper.record(DANA).officer == "ana"
        assert paper.record("referrals/2026/2026-03-10-lee-bell.yaml").officer == "maria"


class TestTwins:
    def of(self, *known: Referral, line: str = "Dana Ortiz 503-555-0142 dana@example.com @chen") -> list[str]:
        return [twin.id for twin in twins(make_journal(*known), parse_new_referral(split_words(line), TODAY), TODAY)]

    def test_the_same_phone_e_mail_or_name_within_ninety_days_the_latest_first(self) -> None:
        assert self.of(
            make_referral("D. Ortiz", received="2026-01-05", phone="+1 (503) 555 0142", id="phone"),
            make_referral("Lee Ortiz", received="2026-02-05", email="Dana@Example.com", id="e-mail"),
            make_referral("dana  ORTIZ", received="2026-03-05", id="name"),
            make_referral("Dana Ortiz", received="2025-12-09", id="long ago"),
            make_referral("Dana Brown", received="2026-03-05", phone="555-0143", id="another"),
        ) == ["name", "e-mail", "phone"]

    def test_an_extension_is_no_part_of_the_number(self) -> None:
        lee = make_referral("Lee Bell", received="2026-03-05", phone="503-555-0142", id="lee")
        assert self.of(lee, line="Dana Ortiz 503-555-0142 x5 @chen") == ["lee"]

    def test_not_what_is_settled_as_a_duplicate(self) -> None:
        assert self.of(make_referral(outcome=outcome("lost", "2026-03-05", reason="duplicate"))) == []

    def test_what_is_said_of_neither_is_nothing_in_common(self) -> None:
        assert self.of(make_referral("Lee Bell"), line="Dana Ortiz @chen") == []


wild = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20).filter(
    lambda text: control_character(text) is None and text.strip() == text and not set(text) & set("\x85\u2028\u2029")
)
said = st.builds(
    NewReferral,
    name=wild | st.sampled_from(("~", "null", "NO", "02134")),
    phone=st.just("") | wild,
    notes=st.just("") | wild,
    tags=st.lists(wild, max_size=2).map(tuple),
    source=st.sampled_from(SOURCES),
    purpose=st.none() | st.sampled_from(PURPOSES),
    program=st.none() | st.sampled_from(PROGRAMS),
    amount=st.none() | st.integers(0, 10**8),
    partner_word=st.sampled_from(("", "chen", "@tran", "pat-lee")),
)


@given(said)
def test_whatever_is_said_is_what_the_file_says_in_canonical_form(new: NewReferral) -> None:
    paper = Paper({
        "partners/sarah-chen.yaml": "name: Sarah Chen\ntype: real_estate_agent\n",
        "partners/mike-tran.yaml": "name: Mike Tran\ntype: builder\n",
    })  # fmt: skip
    paper.do(add_referral(new))
    (path,) = [path for path in paper.files if path.startswith("referrals/")]
    record = paper.record(path)
    assert (record.name, record.phone, record.tags) == (new.name, new.phone, new.tags)
    assert record.notes.rstrip("\n") == new.notes
    assert (record.loan.purpose, record.loan.program, record.loan.amount) == (new.purpose, new.program, new.amount)
    assert paper.journal.source_of(record) == new.source
    assert canonical("referral", paper.files[path]) == paper.files[path]
