"""Numbers that a journal should not hold are told by kind and place, and never shown."""

import pytest

from tests.reading.reads import codes, marked, place, problem, problems, reading
from textual_tracker.reading.checksums import passes_aba, passes_luhn
from textual_tracker.reading.privacy import secrets

HEAD = "borrower: Dana\nsource: cpa\n"

FOUND = [
    ("SSN 078-05-1120", "ssn", "078-05-1120"),
    ("219-09-9999", "ssn", "219-09-9999"),
    ("219 09 9999", "ssn", "219 09 9999"),
    ("ssn is 219099999", "ssn", "219099999"),
    ("Social Security number 219099999", "ssn", "219099999"),
    ("SS# 219099999", "ssn", "219099999"),
    ("219\u201309\u20139999", "ssn", "219\u201309\u20139999"),
    ("219\u201109\u20119999", "ssn", "219\u201109\u20119999"),
    ("social 123.45.6789", "ssn", "123.45.6789"),
    ("912-70-1234", "itin", "912-70-1234"),
    ("900-88-1234", "itin", "900-88-1234"),
    ("ITIN: 912701234", "itin", "912701234"),
    ("born 1984-05-17", "birth_date", "1984-05-17"),
    ("DOB 5/17/84", "birth_date", "5/17/84"),
    ("d.o.b. 05-17-1984", "birth_date", "05-17-1984"),
    ("birthday is May 17, 1984", "birth_date", "May 17, 1984"),
    ("birth date 17 May 1984", "birth_date", "17 May 1984"),
    ("1980-03-04 birthday", "birth_date", "1980-03-04"),
    ("May 4, 1980 is her birth date", "birth_date", "May 4, 1980"),
    ("3/4/1980 (DOB)", "birth_date", "3/4/1980"),
    ("visa 4111 1111 1111 1111", "card_number", "4111 1111 1111 1111"),
    ("4111-1111-1111-1111", "card_number", "4111-1111-1111-1111"),
    ("card 5555555555554444", "card_number", "5555555555554444"),
    ("3782 822463 10005", "card_number", "3782 822463 10005"),
    ("6011111111111117", "card_number", "6011111111111117"),
    ("routing 021000021", "routing_number", "021000021"),
    ("ABA # 021000021", "routing_number", "021000021"),
    ("acct 8800123456", "account_number", "8800123456"),
    ("account number is 12-345678", "account_number", "12-345678"),
    ("checking no. 001234567", "account_number", "001234567"),
    ("FICO 712", "credit_score", "712"),
    ("credit score: 688", "credit_score", "688"),
    ("credit is around 640", "credit_score", "640"),
    ("mid score 701", "credit_score", "701"),
    ("a 720 score", "credit_score", "720"),
    ("income $85,000", "income", "$85,000"),
    ("income $85,000, two jobs", "income", "$85,000"),
    ("makes 7500, or so", "income", "7500"),
    ("earns 92000", "income", "92000"),
    ("makes about $7,500 a month", "income", "$7,500"),
    ("salary of 85k", "income", "85k"),
    ("$120,000 salary", "income", "$120,000"),
]

INNOCENT = [
    "000-12-3456",
    "666-12-3456",
    "123-00-4567",
    "123-45-0000",
    "900-12-3456",
    "call 555-867-5309",
    "503-555-0142",
    "5035550142",
    "(503) 555-0142 or 555 0143",
    "5550142 5550143",
    "+44 20 7946 0958",
    "ZIP 90210-1234",
    "NMLS 274064",
    "NMLS# 123456789",
    "EIN 12-3456789",
    "2026-03-04 10:15",
    "loan 4111111111111111",
    "loan no. 219099999",
    "loan account 8800123456",
    "loan amount 385000",
    "4111 1111 1111 1112",
    "routing 021000022",
    "the routing of the file took 5 days",
    "account rep 555-0142",
    "checking 555-0142 again",
    "checking in on 2026-03-09",
    "lender credit 500",
    "seller credit of 700",
    "credit 7,500 at closing",
    "score of the game was 3",
    "income documents from 2024",
    "income 2024 and 2025",
    "makes 3 calls a day",
    "waiting on the realtor, visiting 12 houses",
    "born in Ohio",
    "2026-03-04 birthday card sent",
    "4/11/26 birthday call",
    "closed 1999-03-04, then a birthday",
    "pages 120\u201315\u20134",
    "site 123.45.6789",
    "their second was born",
    "reborn 2026-03-02",
    "socially distanced 100000000",
    "unit 4, 3rd floor, 1200 sq ft",
]


@pytest.mark.parametrize(("note", "code", "value"), FOUND)
def test_a_secret_is_told_by_kind_and_place(note: str, code: str, value: str) -> None:
    found = problem(f'{HEAD}notes: "met them; {note}"\n')
    assert (found.code, found.severity) == (code, "warning")
    assert place(found) == (3, 18 + note.index(value) + 1)


@pytest.mark.parametrize(("note", "code", "value"), FOUND)
def test_a_secret_is_never_shown(note: str, code: str, value: str) -> None:
    for found in problems(f'{HEAD}notes: "{note}"\n# {note}\n'):
        assert found.code == code
        assert value not in f"{found.message} {found.hint} {found.excerpt} {found.field}"
        assert marked(found) == "".join("x" if sign.isalnum() else sign for sign in value)


@pytest.mark.parametrize("note", INNOCENT)
def test_what_only_looks_like_a_secret(note: str) -> None:
    assert codes(f'{HEAD}notes: "{note}"\nlog: [{{date: 2026-03-02, note: "{note}"}}]\n# {note}\n') == []


def test_comments_and_keys_of_ones_own_are_looked_at() -> None:
    text = f"# 219-09-9999\n{HEAD}x-ssn: 219099999\nx-crm: {{fico_score: 712}}  # born 1984-05-17\n"
    assert [(found.code, place(found)) for found in problems(text)] == [
        ("ssn", (1, 3)),
        ("ssn", (4, 8)),
        ("credit_score", (5, 21)),
        ("birth_date", (5, 34)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "borrower: 219-09-9999\nsource: cpa\n",
        "borrower: {name: x, phone: 219-09-9999}\nsource: cpa\n",
        f"{HEAD}tags: [a, 219-09-9999]\n",
        f"{HEAD}contact_attempts: [{{date: 2026-03-02, note: 219-09-9999}}]\n",
        f"{HEAD}next_step: {{action: 219-09-9999}}\n",
        f'{HEAD}notes: "219-09-\\\n  9999, 219-09-9999"\n',
        f"{HEAD}x-219-09-9999: 1\n",
        f"{HEAD}notes: |\n  line\n  219-09-9999\n",
    ],
)
def test_every_text_of_a_record_is_looked_at(text: str) -> None:
    assert codes(text) == ["ssn"]


def test_every_kind_of_file_is_looked_at() -> None:
    assert codes("calls: 1\ncomment: 219-09-9999\n", "activity") == ["ssn"]
    assert codes("name: S\ntype: cpa\nnotes: 219-09-9999\n", "partner") == ["ssn"]
    assert codes("format: 1\nqueries: {a: 219-09-9999}\n", "journal") == ["ssn"]


@pytest.mark.parametrize(
    "text",
    [
        "borrower: Dana\nsource: 219-09-9999\n",
        f"{HEAD}loan: {{amount: 219-09-9999}}\n",
        f"{HEAD}loan: {{amount: 219 09 9999}}\n",
        f"{HEAD}219-09-9999: x\n",
        f"{HEAD}received: 219-09-9999\n",
        f"{HEAD}tags: 219-09-9999\n",
        f"{HEAD}notes: call: 219-09-9999\n",
        f"{HEAD}log: [{{date: 2026-03-02, note: a, 219-09-9999}}]\n",
        f"{HEAD}notes: see #219-09-9999\n",
        *(f"borrower: Dana\nsource: {'a' * before} 219-09-9999 and so on\n" for before in range(44, 60)),
    ],
)
def test_no_other_problem_shows_a_secret_either(text: str) -> None:
    found = problems(text)
    assert "ssn" in [told.code for told in found]
    assert len(found) > 1
    for told in found:
        words = f"{told.message} {told.hint} {told.excerpt} {told.field}"
        assert "219-" not in words
        assert "9999" not in words


def test_a_file_that_cannot_be_read_is_looked_at_all_the_same() -> None:
    found = reading("referral", "borrower: [\nnotes: 219-09-9999\n")
    assert [told.code for told in found.problems] == ["unclosed", "ssn"]


def test_a_number_that_is_a_secret_twice_over_is_told_once() -> None:
    assert codes(HEAD + "notes: credit 720 score\n") == ["credit_score"]


def test_a_letter_whose_small_form_is_longer_moves_nothing() -> None:
    text = "notes: İİİ SSN 219-09-9999"
    (secret,) = secrets(text)
    assert text[secret.start : secret.end] == "219-09-9999"


@pytest.mark.parametrize(("digits", "passes"), [("4111111111111111", True), ("4111111111111112", False), ("0", True)])
def test_the_checksum_of_a_card(digits: str, passes: bool) -> None:
    assert passes_luhn(digits) is passes


@pytest.mark.parametrize(("digits", "passes"), [("021000021", True), ("021000022", False), ("011401533", True)])
def test_the_checksum_of_a_bank(digits: str, passes: bool) -> None:
    assert passes_aba(digits) is passes
