"""Words that are a name and a contact, taken apart as they are meant."""

import pytest

from textual_tracker.cli.contact_words import contact_of
from textual_tracker.cli.split import Names, choose, splits
from textual_tracker.core.letters import listed
from textual_tracker.editing.actions.contact import Contact
from textual_tracker.errors import UsageError

NAMES = Names(listed([
    ("2026-03-06-dana-ortiz", "Dana Ortiz"), ("2026-03-07-mai-nguyen", "Nguyen Mai"),
    ("2026-03-08-ana-gomez", "Ana Gómez"),
    ("sarah-chen", "Sarah Chen"), ("2026-03-09-jo-call", "Jo Call"),
]))  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "contact"),
    [
        ("na", Contact("call", "no_answer")),
        ("VM", Contact("voicemail", "left_message")),
        ("r", Contact("call", "reached")),
        ("b", Contact("call", "replied")),
        ("t", Contact("text")),
        ("tr", Contact("text", "replied")),
        ("e", Contact("email")),
        ("text", Contact("text")),
        ("in-person reached", Contact("in_person", "reached")),
        ("in_person", Contact("in_person")),
        ("In Person Reached", Contact("in_person", "reached")),
        ("reached", Contact("call", "reached")),
        ("no answer", Contact("call", "no_answer")),
        ("t replied", Contact("text", "replied")),
        ("call wrong-number", Contact("call", "wrong_number")),
        ("vid rea", Contact("video", "reached")),
        ("em bounced", Contact("email", "bounced")),
    ],
)
def test_a_contact_as_it_is_typed(typed: str, contact: Contact) -> None:
    assert contact_of(typed.split())[0] == contact


@pytest.mark.parametrize("typed", ["x", "c", "s reached", "re", "vm reached", "reached call", "text text", "v"])
def test_what_is_no_contact_is_refused_with_all_that_are(typed: str) -> None:
    with pytest.raises(UsageError, match="left a voicemail"):
        contact_of(typed.split())


@pytest.mark.parametrize(
    ("line", "name", "contact"),
    [
        ("ortiz vm", "ortiz", Contact("voicemail", "left_message")),
        ("dana ortiz text reached", "dana ortiz", Contact("text", "reached")),
        ("ortiz in person reached", "ortiz", Contact("in_person", "reached")),
        ("@chen r", "@chen", Contact("call", "reached")),
        ("GÓMEZ r", "GÓMEZ", Contact("call", "reached")),
        ("nguyen mail reached", "nguyen", Contact("mail", "reached")),
        ("nguyen mai reached", "nguyen mai", Contact("call", "reached")),
        ("mai reached", "mai", Contact("call", "reached")),
        ("jo call reached", "jo", Contact("call", "reached")),
        ("nobody call reached", "nobody", Contact("call", "reached")),
    ],
)
def test_the_first_words_are_the_name(line: str, name: str, contact: Contact) -> None:
    chosen = choose(splits(line.split(), contact_of), NAMES)
    assert (chosen.name, chosen.rest) == (name, contact)


def test_a_longer_name_is_meant_where_the_shorter_is_nobodys() -> None:
    names = Names(listed([("2026-03-09-robin-text", "Robin-Anne Text")]))
    assert choose(splits(["anne", "text", "reached"], contact_of), names).name == "anne"
    assert choose(splits(["lou", "text", "reached"], contact_of), Names(listed([("x", "St-Lou Text")]))).name == "lou"
    assert choose(splits(["saint", "text", "r"], contact_of), Names(listed([("x", "Saint Text")]))).name == "saint text"
