"""Names as they are compared, and many of them as one text."""

import pytest

from textual_tracker.core.letters import listed, plain


@pytest.mark.parametrize(("name", "shown"), [("Gómez", "gomez"), ("LÊ", "le"), ("Dana", "dana"), ("Straße", "strasse")])
def test_without_accents_and_letter_case(name: str, shown: str) -> None:
    assert plain(name) == shown


def test_many_as_one_text() -> None:
    found = listed([("2026-03-06-ana-gomez", "Ana Gómez"), ("jo", "Jo")])
    assert found == "\t2026-03-06-ana-gomez\t ana gomez \n\tjo\t jo \n"
    assert " gomez " in found
