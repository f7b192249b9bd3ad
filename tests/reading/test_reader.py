"""One file to one record, and what an error costs: its field, never the client."""

import datetime as dt

from tests.reading.reads import (
    clean,
    codes,
    day,
    marked,
    partner,
    place,
    problem,
    problems,
    reading,
    referral,
    settings,
)
from textual_tracker.core.records import (
    Application,
    Appointment,
    AppointmentFacts,
    Attempt,
    Day,
    EndedApplication,
    EndedOutcome,
    Loan,
    LogEntry,
    Move,
    NextStep,
    Outcome,
    Partner,
    PartnerUpdate,
    Referral,
)
from textual_tracker.core.settings import Goals, Settings

EVERYTHING = """\
# yaml-language-server: $schema=../../.schema/referral.schema.json
borrower:
  name: Dana Ortiz
  phone: 555-0142
  email: dana@example.com
  co_borrower: Lee Ortiz
  best_time: after 5pm
  do_not_contact: true
source: real_estate_agent
partner: sarah-chen
also_tell: [mike-tran]
received: 2026-03-02T16:40
officer: ana
loan: {purpose: purchase, program: fha, amount: 385000}
contact_attempts:
  - 2026-03-02
  - {date: 2026-03-03 09:30, channel: text, result: reached, by: maria, note: prefers texts}
appointment:
  status: held
  set: 2026-03-05
  date: 2026-03-09T14:00:30
  earlier:
    - {status: no_show, set: 2026-03-03, date: 2026-03-04}
application:
  status: in_process
  started: 2026-03-10
  under_contract: 2026-03-25
  expected_close: 2026-04-28
  earlier:
    - {under_contract: 2026-03-14, ended: 2026-03-20, reason: contract_fell_through}
  moved:
    - {date: 2026-04-06, what: expected_close, from: 2026-04-24, note: appraisal late}
outcome:
  status: lost
  date: 2026-04-30
  reason: other
  revisit: 2026-09-01
  note: moved abroad
  earlier:
    - {status: lost, date: 2025-09-03, reason: denied_debt_to_income, ended: 2026-03-02}
partner_updates:
  - {date: 2026-03-03, partner: mike-tran, by: maria, channel: call, about: contacted}
next_step: {due: 2026-03-12, who: maria, action: collect pay stubs}
log:
  - {date: 2026-03-05, note: insurance agent called back}
consent_to_share: full
tags: [first-time-buyer]
notes: |
  Met at the open house on Elm Street.
x-crm: {id: 0042, seen: [NO]}
"""


def on(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_a_referral_with_everything_in_it() -> None:
    assert clean("referral", EVERYTHING) == Referral(
        id="2026-03-02-dana-ortiz",
        path="referrals/2026/2026-03-02-dana-ortiz.yaml",
        name="Dana Ortiz",
        received=on("2026-03-02"),
        received_time=dt.time(16, 40),
        phone="555-0142",
        email="dana@example.com",
        co_borrower="Lee Ortiz",
        best_time="after 5pm",
        do_not_contact=True,
        source="real_estate_agent",
        partner="sarah-chen",
        also_tell=("mike-tran",),
        officer="ana",
        loan=Loan(purpose="purchase", program="fha", amount=385000),
        contact_attempts=(
            Attempt(date=on("2026-03-02")),
            Attempt(
                date=on("2026-03-03"),
                time=dt.time(9, 30),
                channel="text",
                result="reached",
                by="maria",
                note="prefers texts",
            ),
        ),
        appointment=Appointment(
            status="held",
            set=on("2026-03-05"),
            date=on("2026-03-09"),
            time=dt.time(14, 0, 30),
            earlier=(AppointmentFacts(status="no_show", set=on("2026-03-03"), date=on("2026-03-04")),),
        ),
        application=Application(
            status="in_process",
            started=on("2026-03-10"),
            under_contract=on("2026-03-25"),
            expected_close=on("2026-04-28"),
            earlier=(
                EndedApplication(
                    under_contract=on("2026-03-14"), ended=on("2026-03-20"), reason="contract_fell_through"
                ),
            ),
            moved=(Move(date=on("2026-04-06"), what="expected_close", before=on("2026-04-24"), note="appraisal late"),),
        ),
        outcome=Outcome(
            status="lost",
            date=on("2026-04-30"),
            reason="other",
            revisit=on("2026-09-01"),
            note="moved abroad",
            earlier=(
                EndedOutcome(
                    status="lost", date=on("2025-09-03"), reason="denied_debt_to_income", ended=on("2026-03-02")
                ),
            ),
        ),
        partner_updates=(
            PartnerUpdate(date=on("2026-03-03"), partner="mike-tran", by="maria", channel="call", about="contacted"),
        ),
        next_step=NextStep(due=on("2026-03-12"), who="maria", action="collect pay stubs"),
        log=(LogEntry(date=on("2026-03-05"), note="insurance agent called back"),),
        consent_to_share="full",
        tags=("first-time-buyer",),
        notes="Met at the open house on Elm Street.\n",
        extra=(("x-crm.id", "0042"), ("x-crm.seen[0]", "NO")),
    )


def test_the_shortest_referral_takes_its_day_from_the_name_of_its_file() -> None:
    record = clean("referral", "borrower: Dana Ortiz\npartner: sarah-chen\n")
    assert (record.name, record.received, record.received_time) == ("Dana Ortiz", on("2026-03-02"), None)


def test_a_day() -> None:
    text = "calls: 14\nnotes: 0\ncustom: {open_houses: 1}\nday_off: true\ncomment: quiet\n"
    assert clean("activity", text) == Day(
        id="2026-03-02",
        path="activity/2026/2026-03-02.yaml",
        date=on("2026-03-02"),
        calls=14,
        notes=0,
        custom=(("open_houses", 1),),
        day_off="day_off",
        comment="quiet",
    )


def test_a_day_off_of_some_kind_or_none() -> None:
    assert day("day_off: vacation").day_off == "vacation"
    assert day("day_off: false").day_off == ""


def test_a_day_of_one_of_several_officers_lies_in_their_folder() -> None:
    assert day("calls: 1", "activity/ana/2026/2026-03-02.yaml").officer == "ana"


def test_a_partner() -> None:
    text = (
        "name: Sarah Chen\ntype: real_estate_agent\ncompany: Elm Street Realty\nphone: 5550199\n"
        "email: sarah@example.com\ntier: A\nsince: 2024-06-11\nupdate_days: 0\nprefers: text\nstatus: prospect\n"
        "touches:\n  - 2026-02-19\n  - {date: 2026-02-20, channel: in_person, result: reached, note: tea}\nnotes: x\n"
    )
    assert clean("partner", text) == Partner(
        id="sarah-chen",
        path="partners/sarah-chen.yaml",
        name="Sarah Chen",
        type="real_estate_agent",
        company="Elm Street Realty",
        phone="5550199",
        email="sarah@example.com",
        tier="A",
        since=on("2024-06-11"),
        update_days=0,
        prefers="text",
        status="prospect",
        touches=(
            Attempt(date=on("2026-02-19")),
            Attempt(date=on("2026-02-20"), channel="in_person", result="reached", note="tea"),
        ),
        notes="x",
    )


def test_settings() -> None:
    text = """\
format: 1
officers: {ana: Ana Rivera, maria: Maria Soto}
working_days: [mon, tue]
day_ends: "16:30"
holidays: [2026-07-03, 2026-12-24..2026-12-26]
days_off: [2026-03-09]
goals:
  daily: {calls: 15}
  monthly: {volume: 1500000}
streak: [calls]
week: {mon: partners, thu: "stage:preapproved"}
activities: [open_houses]
stalled: {late_closing: [-3, -1], no_answer: [~, 2], decide: ~, silent: }
partner_update_days: 5
targets: {scripting: {contacted_to_set: 0.6}, speed: {within_one: 1}}
queries: {hot: "amount:>300000"}
git: {auto_commit: true}
"""
    assert clean("journal", text) == Settings(
        format=1,
        officers={"ana": "Ana Rivera", "maria": "Maria Soto"},
        working_days=("mon", "tue"),
        day_ends=dt.time(16, 30),
        holidays=(on("2026-07-03"), on("2026-12-24"), on("2026-12-25"), on("2026-12-26")),
        days_off=(on("2026-03-09"),),
        goals=Goals(daily={"calls": 15}, monthly={"volume": 1500000}),
        streak=("calls",),
        week={"mon": "partners", "thu": "stage:preapproved"},
        activities=("open_houses",),
        stalled={"late_closing": (-3, -1), "no_answer": (None, 2), "decide": None, "silent": None},
        partner_update_days=5,
        targets={"scripting": {"contacted_to_set": 0.6}, "speed": {"within_one": 1}},
        queries={"hot": "amount:>300000"},
        auto_commit=True,
    )


def test_the_settings_of_a_new_journal_are_the_defaults() -> None:
    assert clean("journal", "format: 1\n") == Settings()


# --- one typo never hides a client -----------------------------------------------------------------------------------


def test_a_wrong_value_drops_its_field_and_nothing_else() -> None:
    record = referral("borrower: Dana\nsource: realtr\npartner: sarah-chen\nloan: {amount: 385k, program: fha}\n")
    assert (record.source, record.partner, record.loan) == (None, "sarah-chen", Loan(program="fha"))
    assert record.faulty


def test_a_borrower_who_cannot_be_read_has_the_name_of_the_file() -> None:
    record = referral("borrower: [Dana Ortiz]\n", "referrals/2026/2026-03-02-dana-ortiz-2.yaml")
    assert (record.name, record.faulty) == ("Dana Ortiz", True)


def test_a_borrower_who_is_missing_has_the_name_of_the_file() -> None:
    assert referral("partner: sarah-chen\n").name == "Dana Ortiz"
    assert codes("partner: sarah-chen\n") == ["missing"]


def test_a_received_that_cannot_be_read_is_that_of_the_file_name() -> None:
    record = referral("borrower: Dana\nsource: cpa\nreceived: 3/6/2026\n")
    assert (record.received, record.faulty) == (on("2026-03-02"), True)


def test_without_any_day_there_is_no_referral() -> None:
    found = reading("referral", "borrower: Dana\nsource: cpa\n", "referrals/2026/dana-ortiz.yaml")
    assert found.record is None
    assert [problem.code for problem in found.problems] == ["missing"]


def test_without_any_name_there_is_no_referral() -> None:
    assert reading("referral", "partner: sarah-chen\n", "referrals/2026/2026-03-02.yaml").record is None


def test_an_attempt_whose_day_cannot_be_read_is_left_out_alone() -> None:
    record = referral("borrower: Dana\ncontact_attempts: [2026-03-02, 2026-3-3, {date: 2026-03-04}]\n")
    assert [attempt.date for attempt in record.contact_attempts] == [on("2026-03-02"), on("2026-03-04")]


def test_a_limit_that_cannot_be_read_leaves_the_rule_as_it_is() -> None:
    record = settings("format: 1\nstalled: {decide: [1, soon], no_answer: [1, 2]}\n")
    assert record.stalled == {"no_answer": (1, 2)}


def test_a_partner_of_a_type_that_nobody_knows_is_still_a_partner() -> None:
    record = partner("name: Sarah\ntype: realtor\n")
    assert (record.name, record.type, record.faulty) == ("Sarah", None, True)


def test_every_fault_of_a_file_is_found_in_one_pass_in_the_order_of_the_lines() -> None:
    text = "borrower: Dana\nsource: realtr\nreceivd: 2026-03-02\nloan: {amount: -1}\ncontact_attempts: [2026-02-30]\n"
    assert [(place(found), found.code) for found in problems(text)] == [
        ((2, 9), "enum"),
        ((3, 1), "unknown_key"),
        ((4, 16), "number"),
        ((5, 20), "date"),
    ]


def test_a_problem_says_where_what_and_what_to_do() -> None:
    found = problem("borrower: Dana\nsource: realtr\n")
    assert found.path == "referrals/2026/2026-03-02-dana-ortiz.yaml"
    assert (place(found), found.severity, found.code) == ((2, 9), "error", "enum")
    assert found.message == '"realtr" is not a source'
    assert found.hint == "did you mean real_estate_agent?"
    assert found.field == "source"
    assert (found.excerpt, marked(found)) == ("source: realtr", "realtr")
