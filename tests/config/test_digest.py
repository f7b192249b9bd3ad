"""The digest is the one that everybody knows by this name."""

from hashlib import blake2b as of_the_library

import pytest

from textual_tracker.config.digest import blake2b


@pytest.mark.parametrize("size", [10, 16, 20])
def test_it_is_blake2b(size: int) -> None:
    assert (
        blake2b(b"borrower: Dana", digest_size=size).digest()
        == of_the_library(b"borrower: Dana", digest_size=size).digest()
    )
    assert blake2b(digest_size=size).hexdigest() == of_the_library(digest_size=size).hexdigest()
