"""A file in canonical form says the same to every reader of YAML, 1.1 or 1.2, where text is asked for."""

import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.schema import yaml12
from textual_tracker.editing.canonical.canonical import canonical
from textual_tracker.errors import RefusedEditError
from textual_tracker.reading.source import compose

EMPTY = {"", "~", "null"}

likely = st.from_regex(
    r"[-+]?[0-9][0-9_:.eE+-]{0,6}|0[xob][0-9a-f_]{1,4}|\.[a-zA-Z0-9]{1,4}|[0-9]{4}-[0-9-]{1,6}", fullmatch=True
)
words = st.sampled_from(
    ["y", "No", "ON", "off", "True", "NULL", "nan", ".inf", "=", "<<", "-", "a", "é", "12", " ", "'", ":"]
)
texts = likely | st.lists(words, min_size=1, max_size=4).map("".join)


@given(texts, st.sampled_from(("", '"', "'")))
def test_text_is_that_text_to_all(text: str, quote: str) -> None:
    typed = quote + (text.replace("'", "''") if quote == "'" else text) + quote
    data = f"notes: {typed}\nlog: [{{note: {typed}}}]\n".encode()
    try:
        written = canonical("referral", data).decode()
    except RefusedEditError:
        return
    meant = compose(data)[1].value[0][1].value
    assume(quote or meant not in EMPTY)
    for read in (yaml.safe_load(written), yaml12.load(written)):
        assert read["notes"] == meant
        assert read["log"][0]["note"] == meant
