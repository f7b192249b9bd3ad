"""The codes of all problems: stable names, with what they are about and how grave they are.

docs/problems.md has, for every code, what it means, an example and what to do.
"""

from types import MappingProxyType
from typing import Final

from msgspec import Struct

from textual_tracker.core.problems import ERROR, WARNING


class Code(Struct, frozen=True):
    """One kind of problem."""

    severity: str
    title: str


def _errors(**titles: str) -> dict[str, Code]:
    return {code: Code(ERROR, title) for code, title in titles.items()}


def _warnings(**titles: str) -> dict[str, Code]:
    return {code: Code(WARNING, title) for code, title in titles.items()}


UNREADABLE: Final[dict[str, Code]] = _errors(
    too_large="A file over 1 MiB",
    too_many="A file of over 100,000 values",
    not_utf8="A file that is not UTF-8",
    control_character="A character that no text file should hold",
    conflict="An unresolved git conflict",
    empty_file="A file without data",
    not_a_mapping="A file that is not lines of key: value",
    several_documents="Several records in one file",
    nesting="Brackets or lists nested over 20 levels",
    tab="A tab as indentation",
    needs_quotes="A value that needs quotes",
    unclosed="Quotes or brackets that are not closed",
    indentation="A line that is indented too far, or not far enough",
    no_colon="A line without a colon",
    syntax="Other text that YAML cannot read",
)
"""What leaves nothing of a file to read; the record is kept out of every list but the first row."""

FIELDS: Final = _errors(
    alias="A reference to another value",
    anchor="A value marked for reuse",
    tag="A YAML tag",
    key="A key that is not a word",
    duplicate_key="A key that stands twice",
    unknown_key="A key that nobody knows",
    missing="Something required that is missing",
    type="A list, a value or a group of lines where another of these is asked for",
    enum="A word that is not in the closed list",
    date="A date that cannot be read",
    time="A time of day that cannot be read",
    number="A number that cannot be read",
    range="A number out of range",
    flag="Neither true nor false",
)
"""What drops one field of a record."""

FILES: Final = {
    **_errors(
        no_permission="A file that may not be read",
        cannot_read="A file that cannot be read",
        not_a_file="A folder, or something else, with a record's name",
        dangling_link="A link to nothing",
        link_outside="A link out of the journal",
        link_loop="A link that leads in a circle",
        too_deep="Folders nested too deep",
        file_name="A file name that cannot be read",
        no_settings="A journal without journal.yaml",
    ),
    **_warnings(
        vanished="A file that vanished while it was read",
        conflicted_copy="A conflicted copy",
        not_read="A file that is not read",
        duplicate_id="Two records of one id",
        duplicate_day="Two files for one day",
    ),
}
"""What is wrong with a file before a word of it is read."""

CHECKS: Final = _warnings(
    more="More problems than are shown",
    cut_off="A value that a # seems to cut off",
    file_date="A file named by another date",
    year_folder="A file in another year's folder",
    date_order="Dates that cannot be in this order",
    after_ending="Facts after an ending",
    contradiction="A status that contradicts the other facts",
    no_status="A date or a reason without the status that it belongs to",
    no_ended="An earlier one without the day on which it ended",
    future="A fact dated after today",
    appointment_passed="An appointment that is over and still set",
    unknown_partner="A partner whom nobody wrote down",
    no_source="Neither a source nor a partner's type",
    unknown_officer="An officer who is not in journal.yaml",
    no_officer="Records that are no officer's, in a journal of several",
    unknown_activity="A kind of activity that is not in journal.yaml",
    limits_order="Limits in the wrong order",
    duplicate="A likely duplicate",
)
"""What is odd about a record, or about several together."""

PRIVACY: Final = _warnings(
    ssn="A Social Security number",
    itin="A taxpayer number (ITIN)",
    birth_date="A birth date",
    card_number="A card number",
    routing_number="A bank's routing number",
    account_number="An account number",
    credit_score="A credit score",
    income="An income",
)
"""What a journal, which is not encrypted, should not hold."""

CODES: Final = MappingProxyType({**UNREADABLE, **FIELDS, **FILES, **CHECKS, **PRIVACY})
