"""The kinds of secret that a journal should not hold: how each is written, and what only looks like it.

Every repetition in a pattern is bounded, so that no text takes long to search.
"""

import re
from collections.abc import Callable
from typing import Final

from msgspec import Struct

from textual_tracker.reading.checksums import passes_aba, passes_luhn


class Detector(Struct, frozen=True):
    """`pattern` finds candidates on a line, its group `value` is the secret.

    Without `words` it is sought everywhere, else only on lines where one of them (in lower case) stands. `accept` has
    the last word.
    """

    code: str
    pattern: re.Pattern[str]
    words: tuple[str, ...] = ()
    accept: Callable[[re.Match[str]], bool] = bool


def _digits(match: re.Match[str]) -> str:
    return re.sub(r"\D", "", match["value"])


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - 24) : match.start()]


def _is_card(match: re.Match[str]) -> bool:
    digits = _digits(match)
    return bool(_ISSUERS.fullmatch(digits)) and passes_luhn(digits) and not _LOAN.search(_before(match))


def _is_routing(match: re.Match[str]) -> bool:
    return passes_aba(_digits(match))


def _is_account(match: re.Match[str]) -> bool:
    return (
        not _PHONE.fullmatch(match["value"])
        and not _ISO_DATE.match(match["value"])
        and not _LOAN.search(_before(match))
    )


def _is_score(match: re.Match[str]) -> bool:
    return not _OTHER_CREDIT.search(_before(match))


def _is_of_an_adult(match: re.Match[str]) -> bool:
    """A day before a word for a birthday is more often that of a call or a card."""
    return bool(_LONG_AGO.search(match["value"]))


def _is_income(match: re.Match[str]) -> bool:
    return not _YEAR.fullmatch(match["value"])


LINK: Final = (
    r"(?:[ \t:=#~]|is\b|was\b|of\b|at\b|about\b|around\b|approx\.?|roughly\b|over\b|under\b|no\b\.?"
    r"|number\b|num\b\.?){0,12}"
)
"""What may stand between a word and its number."""
DASH: Final = "-\u2010-\u2015\u2212"
"""The hyphen of the keyboard, and the dashes that phones and word processors make of it: for use in brackets."""
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = (
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})"
    rf"|{_MONTH}[ ]{{1,3}}\d{{1,2}}(?:st|nd|rd|th)?,?[ ]{{1,3}}\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[ ]{{1,3}}{_MONTH},?[ ]{{1,3}}\d{{4}}"
)
_MONEY = r"\$?[ ]?(?:\d{1,3}(?:,\d{3}){1,3}|\d{4,7}|\d{2,3}(?:\.\d)?[ ]?k\b)"
_LOAN = re.compile(
    r"(?i)\b(?:loan|mls|nmls|file|case|escrow|order|ein)[ \t]{0,3}(?:account|acct|no\.?|number|num\.?|id)?[ \t:#]{0,3}$"
)
_PHONE = re.compile(r"(?:1[-. ]?)?(?:\d{3}[-. ])?\d{3}[-. ]\d{4}")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_OTHER_CREDIT = re.compile(r"(?i)\b(?:seller|lender|closing|tax|builder)[ \t]{0,3}$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONG_AGO = re.compile(r"(?<!\d)(?:19\d\d|200\d)(?!\d)")
_ISSUERS = re.compile(
    r"4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}"
    r"|3(?:0[0-5]|[68]\d)\d{11}|(?:6011|64[4-9]\d|65\d\d|62\d\d|35(?:2[89]|[3-8]\d))\d{12,15}"
)
"""The first digits and the length of the cards that are issued."""

SHAPED: Final = (
    Detector(
        "ssn",
        re.compile(
            rf"(?<!\d)(?<!\d[{DASH}])(?P<value>(?!000|666|9)\d{{3}}([{DASH} ])(?!00)\d{{2}}\2(?!0000)\d{{4}})"
            rf"(?![{DASH}]?\d)"
        ),
    ),
    Detector(
        "itin",
        re.compile(
            rf"(?<!\d)(?<!\d[{DASH}])(?P<value>9\d{{2}}([{DASH} ])(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\2\d{{4}})"
            rf"(?![{DASH}]?\d)"
        ),
    ),
    Detector(
        "card_number",
        re.compile(
            rf"(?<![\d+])(?<!\d[{DASH}])(?P<value>\d{{13,19}}|\d{{4}}([{DASH} ])\d{{4}}\2\d{{4}}\2\d{{4}}(?:\2\d{{3}})?"
            rf"|\d{{4}}([{DASH} ])\d{{6}}\3\d{{4,5}})(?![{DASH}]?\d)"
        ),
        accept=_is_card,
    ),
)
"""What is known by its shape alone."""

WORDED: Final = (
    Detector(
        "ssn",
        re.compile(
            rf"(?i)(?:\bssn?|social(?:[ ]security)?|tax[ ]?id)[ ]?{LINK}"
            r"(?P<value>(?!000|666|9)\d{3}(?P<dot>\.?)\d{2}(?P=dot)\d{4})(?!\d)"
        ),
        ("ssn", "ss#", "social", "tax id", "taxid"),
    ),
    Detector("itin", re.compile(rf"(?i)\bitin[ ]?{LINK}(?P<value>9\d{{8}})(?!\d)"), ("itin",)),
    Detector(
        "birth_date",
        re.compile(
            r"(?i)(?:(?<![a-z])dob|\bd\.o\.b\.?|birth[-_ ]?(?:date|day)?|\bborn)(?:[ \t:=]|is\b|was\b|on\b){0,6}"
            rf"(?P<value>{_DATE})"
        ),
        ("dob", "d.o.b", "birth", "born"),
    ),
    Detector(
        "birth_date",
        re.compile(
            rf"(?i)(?<![\d./-])(?P<value>{_DATE})(?:[ \t(:,=]|is\b|was\b|as\b|her\b|his\b|their\b|the\b){{1,6}}"
            r"(?:dob\b|d\.o\.b|birth[-_ ]?(?:date|day)|date[ ]of[ ]birth)"
        ),
        ("dob", "d.o.b", "birth"),
        _is_of_an_adult,
    ),
    Detector(
        "routing_number",
        re.compile(r"(?i)(?:routing|\baba|\brtn)\b[^\d\n]{0,20}(?P<value>\d{9})(?!\d)"),
        ("routing", "aba", "rtn"),
        _is_routing,
    ),
    Detector(
        "account_number",
        re.compile(rf"(?i)(?:account|\bacct|\ba/c|checking|savings)s?[ _]?{LINK}(?P<value>\d[\d-]{{4,20}}\d)(?![\d-])"),
        ("account", "acct", "a/c", "checking", "savings"),
        _is_account,
    ),
    Detector(
        "credit_score",
        re.compile(rf"(?i)(?:score|fico|credit|vantage)s?[-_ ]?(?:score)?{LINK}(?P<value>[3-8]\d\d)(?![\d%k]|[,.]\d)"),
        ("fico", "score", "credit", "vantage"),
        _is_score,
    ),
    Detector(
        "credit_score",
        re.compile(r"(?i)(?<![\d$,.-])(?P<value>[3-8]\d\d)[ ](?:fico|credit|score)"),
        ("fico", "score", "credit"),
    ),
    Detector(
        "income",
        re.compile(
            rf"(?i)(?<![a-z])(?:income|salary|wages|earns|earning|makes|grosses){LINK}(?P<value>{_MONEY})(?!,?\d)"
        ),
        ("income", "salary", "wages", "earns", "earning", "makes", "grosses"),
        _is_income,
    ),
    Detector(
        "income",
        re.compile(rf"(?i)(?<![\d,.$])(?P<value>{_MONEY})[ ](?:(?:a|per)[ ]year[ ])?(?:income|salary|wages)"),
        ("income", "salary", "wages"),
        _is_income,
    ),
)
"""What is known by a word beside it."""
