"""Tell tens of thousands of invented people apart: a journal of them then has as few likely duplicates as a real one.

The simulator's people are those of one officer's year or two: their numbers come again after six hundred, and the names
after some thousands.
"""

from string import ascii_uppercase

from benchmarks.simulator.people import slug
from benchmarks.simulator.story import Facts

FIRST_AREA, AREAS, LINES = 200, 800, 100
"""Every area code with each of the hundred lines set aside for fiction, 555-0100 to 555-0199."""


def tell_apart(borrower: Facts, number: int) -> Facts:
    """The borrower of the referral of this number, with a phone that comes again after 80,000, and a middle initial.

    What they do not have (a phone, an e-mail) they do not get.
    """
    first, last = borrower["name"].split(" ", 1)
    name = f"{first} {ascii_uppercase[number % len(ascii_uppercase)]}. {last}"
    found = {**borrower, "name": name}
    if "phone" in found:
        area, line = FIRST_AREA + number % AREAS, LINES + number // AREAS % LINES
        found["phone"] = f"{area}-555-{line:04d}"
    if "email" in found:
        found["email"] = f"{slug(name).replace('-', '.')}{number % 100 or ''}@example.com"
    return found
