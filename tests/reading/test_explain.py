"""What the schema does not allow: unknown keys, words that are in no list, what is missing, and wrong types."""

import pytest

from tests.reading.reads import clean, codes, marked, partner, place, problem, problems, referral, settings
from textual_tracker.reading.schema import Kind

HEAD = "borrower: Dana\nsource: cpa\n"


@pytest.mark.parametrize(
    ("text", "at", "message", "hint"),
    [
        # another spelling
        ("recieved: 2026-03-02\n", (3, 1), '"recieved" is not a key', "did you mean received?"),
        ("Notes: x\n", (3, 1), '"Notes" is not a key', "did you mean notes?"),
        ("next-step: {due: 2026-03-12}\n", (3, 1), '"next-step" is not a key', "did you mean next_step?"),
        ("attempts: [2026-03-02]\n", (3, 1), '"attempts" is not a key', "did you mean contact_attempts?"),
        ("loan: {ammount: 1}\n", (3, 8), '"ammount" is not a key of loan', "did you mean amount?"),
        ("log:\n  - {date: 2026-03-02, notes: x}\n", (4, 24), '"notes" is not a key', "did you mean note?"),
        # another section
        ("phone: 555-0142\n", (3, 1), '"phone" is not a key', "phone belongs under borrower"),
        (
            "channel: call\n",
            (3, 1),
            '"channel" is not a key',
            "channel belongs under contact_attempts or partner_updates",
        ),
        ("amount: 1\n", (3, 1), '"amount" is not a key', "amount belongs under loan or outcome"),
        (
            "appointment: {revisit: 2026-09-01}\n",
            (3, 15),
            '"revisit" is not a key of appointment',
            "revisit belongs under outcome",
        ),
        # nothing near
        (
            "loan: {rate: 6}\n",
            (3, 8),
            '"rate" is not a key of loan',
            "known here: purpose, program, amount; a key of your own begins with x-",
        ),
        ("zodiac: leo\n", (3, 1), '"zodiac" is not a key', "a key of your own begins with x-"),
        ('"": x\n', (3, 1), "a line has no key before its colon", "a key of your own begins with x-"),
        # a colon without its space, in braces
        (
            "loan: {amount:385000}\n",
            (3, 8),
            '"amount:385000" is not a key of loan',
            "put a space after the colon: amount: 385000",
        ),
    ],
)
def test_an_unknown_key_has_the_nearest_one_as_its_hint(
    text: str, at: tuple[int, int], message: str, hint: str
) -> None:
    found = problem(HEAD + text)
    assert (found.code, place(found)) == ("unknown_key", at)
    assert (found.message, found.hint) == (message, hint)


def test_a_text_that_a_comma_cut_in_braces_is_dropped_whole() -> None:
    text = HEAD + "log:\n  - {date: 2026-03-02, note: busy, will call back, maybe}\n"
    found = problem(text)
    assert (found.code, place(found), marked(found)) == ("unknown_key", (4, 36), "will call back")
    assert found.message == 'inside { } a comma ends the value, so "will call back" is read as a key'
    assert found.hint == 'put quotes around the text: note: "busy, will call back, maybe"'
    assert referral(text).log[0].note == ""


def test_a_text_with_quotes_in_it_that_a_comma_cut_is_told_in_the_other_quotes() -> None:
    begun = '{date: 2026-03-02, note: he said "no", then left, didn\'t say why}'
    found = problems(HEAD + f"log: [{begun}]\n")
    written = "note: 'he said \"no\", then left, didn''t say why'"
    assert found[0].hint == f"put quotes around the text: {written}"
    assert clean("referral", HEAD + f"log: [{{date: 2026-03-02, {written}}}]\n").log[0].note == (
        'he said "no", then left, didn\'t say why'
    )


def test_a_bare_word_in_braces_that_continues_nothing_is_an_unknown_key() -> None:
    assert problem(HEAD + "loan: {fha, amount: 1}\n").message == '"fha" is not a key of loan'
    assert codes(HEAD + "log: [{date: 2026-03-02, note: [a], b}]\n") == ["type", "unknown_key"]


def test_keys_of_ones_own_are_kept_on_every_level_and_never_judged() -> None:
    record = referral(
        HEAD + "x-crm: {id: 7, tags: [NO, [~]]}\nloan: {x-rate: 6.5%}\nlog: [{date: 2026-03-02, x-mood: }]\n"
    )
    assert record.extra == (
        ("x-crm.id", "7"),
        ("x-crm.tags[0]", "NO"),
        ("x-crm.tags[1][0]", "~"),
        ("loan.x-rate", "6.5%"),
        ("log[0].x-mood", ""),
    )
    assert not record.faulty


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("source: realtr", '"realtr" is not a source', "did you mean real_estate_agent?"),
        ("source: CPA", '"CPA" is not a source', "did you mean cpa?"),
        ("source: past client", '"past client" is not a source', "did you mean past_client?"),
        ("loan: {program: FHA}", '"FHA" is not a loan program', "did you mean fha?"),
        ("loan: {purpose: refi}", '"refi" is not a loan purpose', "did you mean refinance?"),
        ("appointment: {status: no-show}", '"no-show" is not an appointment status', "did you mean no_show?"),
        ("application: {status: approved}", '"approved" is not an application status', "did you mean preapproved?"),
        ("outcome: {status: funded}", '"funded" is not an outcome status', "did you mean closed?"),
        ("consent_to_share: xyzzy", '"xyzzy" is not a level of consent', "write none, status_only or full"),
        (
            "source: zzz",
            '"zzz" is not a source',
            (
                "write real_estate_agent, builder, financial_advisor, cpa, attorney, insurance_agent, past_client, "
                "sphere, employer, title_company, lender_peer, online, self_generated or other"
            ),
        ),
    ],
)
def test_a_word_that_is_in_no_list_has_the_nearest_one_as_its_hint(text: str, message: str, hint: str) -> None:
    head = "borrower: Dana\n" if text.startswith("source") else HEAD
    found = problem(head + text + "\n")
    assert (found.code, found.message, found.hint) == ("enum", message, hint)


def test_a_long_list_is_not_repeated_in_a_hint() -> None:
    found = problem(HEAD + "outcome: {status: lost, date: 2026-03-04, reason: zzz}\n")
    assert found.hint.startswith("write one of never_reached, went_cold, ")
    assert found.hint.endswith(", … (all are in docs/journal-format.md)")


def test_a_word_of_a_partner_has_its_own_noun() -> None:
    messages = [
        found.message for found in problems("name: S\ntype: cpo\nstatus: gone\nprefers: fax\ntier: D\n", "partner")
    ]
    assert messages == [
        '"cpo" is not a type of partner',
        '"gone" is not a partner status',
        '"fax" is not a channel',
        '"D" is not a tier',
    ]


# --- missing ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind", "at", "message"),
    [
        ("source: cpa\n", "referral", (1, 1), 'a referral needs "borrower"'),
        ("borrower: {phone: 1}\nsource: cpa\n", "referral", (1, 1), 'a borrower needs "name"'),
        (HEAD + "outcome: {status: closed}\n", "referral", (3, 1), 'an outcome with status closed needs "date"'),
        (HEAD + "outcome: {status: nurture}\n", "referral", (3, 1), 'an outcome with status nurture needs "revisit"'),
        (
            HEAD + "outcome: {status: lost, date: 2026-03-04, reason: other}\n",
            "referral",
            (3, 1),
            'an outcome with reason other needs "note"',
        ),
        (HEAD + "contact_attempts:\n  - channel: call\n", "referral", (4, 5), 'a contact attempt needs "date"'),
        (HEAD + "log: [{note: x}]\n", "referral", (3, 7), 'a log line needs "date"'),
        ("type: cpa\n", "partner", (1, 1), 'a partner needs "name"'),
        ("officer: Ana\n", "journal", (1, 1), 'journal.yaml needs "format"'),
        ('borrower: ""\nsource: cpa\n', "referral", (1, 11), "borrower is empty"),
        ('name: ""\ntype: cpa\n', "partner", (1, 7), "name is empty"),
        ('borrower: {name: "  "}\nsource: cpa\n', "referral", (1, 1), "the name is nothing but spaces"),
        ("borrower: Dana\n", "referral", (1, 1), "a referral needs its source, or the partner who sent it"),
    ],
)
def test_what_is_required_and_missing_is_told_at_what_lacks_it(
    text: str, kind: Kind, at: tuple[int, int], message: str
) -> None:
    found = problem(text, kind)
    assert (found.code, place(found), found.message) == ("missing", at, message)


def test_both_that_are_missing_are_told_once_each() -> None:
    found = problems(HEAD + "outcome: {status: lost}\n")
    assert [problem.field for problem in found] == ["outcome.date", "outcome.reason"]
    assert found[1].hint == "for example reason: chose_other_lender_rate"


def test_what_stands_there_in_error_is_not_missing() -> None:
    assert codes(HEAD + "outcome: {status: lost, date: 3/4/2026, reason: zzz}\n") == ["date", "enum"]
    assert codes("borrower: [Dana]\nsource: cpo\n") == ["type", "enum"]
    assert codes("borrower: Dana\npartner: *sarah\n") == ["alias"]


def test_what_is_misspelt_is_not_missing_as_well() -> None:
    found = problem("borower: Dana Ortiz\nsource: cpa\n")
    assert (found.code, found.hint) == ("unknown_key", "did you mean borrower?")
    assert codes("borrower: Dana\nsourse: cpa\n") == ["unknown_key"]
    assert codes(HEAD + "contact_attempts: [{dates: 2026-03-02}]\n") == ["unknown_key"]
    assert codes("borrower: {nmae: Dana, phone: 555-0142}\nsource: cpa\n") == ["unknown_key"]


# --- types ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "tags: [a: b]",
            "an entry of tags must be a single value, not a group of keys",
            "put quotes around text with a colon and a space in it",
        ),
        (
            "tags: 'first [x]'",
            'tags must be a list; "first [x]" is a single value',
            'write tags: ["first [x]"]',
        ),
        (
            "log: called",
            'log must be a list; "called" is a single value',
            "for example log: [{date: 2026-03-05, note: insurance agent called back}]",
        ),
        (
            "contact_attempts: called",
            'contact_attempts must be a list; "called" is a single value',
            "for example contact_attempts: [{date: 2026-03-03, channel: text, result: reached}]",
        ),
        ("tags: first", 'tags must be a list; "first" is a single value', "write tags: [first]"),
        (
            "contact_attempts: 2026-03-02",
            'contact_attempts must be a list; "2026-03-02" is a single value',
            "write contact_attempts: [2026-03-02]",
        ),
        (
            "contact_attempts: {date: 2026-03-02}",
            "contact_attempts must be a list",
            "begin each entry of contact_attempts with a dash: - …",
        ),
        ("loan: 385000", '"385000" stands where loan has lines of the form key: value', "write loan: {amount: 385000}"),
        (
            "outcome: lost",
            '"lost" stands where outcome has lines of the form key: value',
            "write outcome: {status: lost}",
        ),
        (
            "appointment: 2026-03-09T14:00",
            '"2026-03-09T14:00" stands where appointment has lines of the form key: value',
            "write appointment: {date: 2026-03-09T14:00}",
        ),
        (
            "next_step: call her",
            '"call her" stands where next_step has lines of the form key: value',
            "write next_step: {action: call her}",
        ),
        (
            "log: [2026-03-05]",
            '"2026-03-05" stands where log has lines of the form key: value',
            "write - {date: 2026-03-05}",
        ),
        ("loan: [fha]", "loan must be lines of the form key: value", "take the brackets away"),
        ("loan:\n  - fha", "loan must be lines of the form key: value", "take the dashes away"),
        (
            "contact_attempts: [[2026-03-02]]",
            "an entry of contact_attempts must be lines of the form key: value",
            "take the brackets away",
        ),
        ("notes: [urgent]", "notes must be a single value, not a list", "put quotes around text that begins with ["),
        (
            "notes: {urgent}",
            "notes must be a single value, not a group of keys",
            "put quotes around text that begins with {",
        ),
        ("notes:\n  - urgent", "notes must be a single value, not a list", "write notes: and the text on one line"),
        (
            "officer: {name: Ana}",
            "officer must be a single value, not a group of keys",
            "put quotes around text that begins with {",
        ),
    ],
)
def test_a_wrong_type_says_what_is_asked_for(text: str, message: str, hint: str) -> None:
    found = problem(HEAD + text + "\n")
    assert (found.code, found.message, found.hint) == ("type", message, hint)


@pytest.mark.parametrize(
    ("limit", "example"),
    [
        ("no_show: 3", "no_show: [1, 3]"),
        ("no_show: x", "no_show: [1, 2]"),
        ("late_closing: 3", "late_closing: [-3, -1]"),
    ],
)
def test_a_single_limit_is_told_that_there_are_two(limit: str, example: str) -> None:
    found = problem(f"format: 1\nstalled: {{{limit}}}\n", "journal")
    assert found.hint == f"write two numbers of working days, at risk and stalled: {example}"
    assert codes(f"format: 1\nstalled: {{{example}}}\n", "journal") == []


@pytest.mark.parametrize(
    ("limits", "code", "message"),
    [
        ("[1]", "type", "a limit is two numbers of working days: at risk, stalled"),
        ("[1, 2, 3]", "type", "a limit is two numbers of working days: at risk, stalled"),
        ("2", "type", 'no_answer must be a list; "2" is a single value'),
        ("[1, 2.5]", "number", '"2.5" is not a whole number'),
        ("[one, 2]", "number", '"one" is not a number'),
    ],
)
def test_limits_are_two_whole_numbers(limits: str, code: str, message: str) -> None:
    text = f"format: 1\nstalled: {{no_answer: {limits}, decide: [1, 2]}}\n"
    found = problem(text, "journal")
    assert (found.code, found.message) == (code, message)
    assert settings(text).stalled == {"decide": (1, 2)}


def test_a_rule_without_limits_of_its_own_can_only_be_switched_off() -> None:
    found = problem("format: 1\nstalled: {quiet_partner: 5}\n", "journal")
    assert (found.message, found.hint) == (
        "quiet_partner can only be empty, which switches it off",
        "write quiet_partner: ~, or delete the line",
    )


def test_a_list_that_means_something_else_without_one_of_its_words_falls_back_to_the_default() -> None:
    text = "format: 1\nworking_days: [mon, tues, wed]\nstreak: [calls]\n"
    assert problem(text, "journal").hint == "did you mean tue?"
    assert settings(text).working_days == ("mon", "tue", "wed", "thu", "fri")


def test_a_format_of_the_future_is_told() -> None:
    assert problem("format: 2\n", "journal").message == '"2" is not a format that this version knows'


def test_a_partner_in_error_keeps_the_rest() -> None:
    record = partner("name: Sarah\ntype: realtor\nupdate_days: soon\ntouches: [2026-03-02, 3/3/2026]\n")
    assert (record.type, record.update_days, len(record.touches)) == (None, None, 1)


# --- many -------------------------------------------------------------------------------------------------------------


def test_of_more_than_a_hundred_problems_a_hundred_are_told_and_that_there_are_more() -> None:
    found = problems(HEAD + "contact_attempts:\n" + "  - {date: 2026-03-02, channel: fax}\n" * 150)
    assert [problem.code for problem in found].count("enum") == 100
    assert len(found) <= 101


def test_what_is_not_told_any_more_is_not_used_either() -> None:
    record = referral(HEAD + "contact_attempts:\n" + "  - {date: 2026-03-02, channel: fax}\n" * 150)
    assert {attempt.channel for attempt in record.contact_attempts} == {None}
    record = referral(HEAD + "contact_attempts:\n" + "  - {date: 2026-3-2}\n" * 150)
    assert record.contact_attempts == ()


def test_a_long_list_with_one_error_at_its_end_is_told_there() -> None:
    found = problem(HEAD + "contact_attempts:\n" + "  - 2026-03-02\n" * 80 + "  - {date: 2026-03-03, result: spoke}\n")
    assert (place(found), found.field) == ((84, 32), "contact_attempts[80].result")
