"""`tracker schema`: the schemas by name, for editors and for those who build on the JSON."""

import json

import pytest

from tests.cli.conftest import Tracker
from textual_tracker.cli.schema_files import schema_names


def test_their_names(outside: Tracker) -> None:
    names = outside("schema").out.splitlines()
    assert names[:4] == ["referral", "activity", "partner", "journal"]
    assert {"output/check", "output/list", "output/show", "output/stalled", "output/today"} <= set(names)
    assert outside("schema", "--json").json == names


@pytest.mark.parametrize("name", schema_names())
def test_each_is_printed(outside: Tracker, name: str) -> None:
    assert json.loads(outside("schema", name).out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_command_names_its_output(outside: Tracker) -> None:
    assert outside("schema", "stalled").out == outside("schema", "output/stalled").out


def test_an_unknown_name(outside: Tracker) -> None:
    ran = outside("schema", "referal")
    assert (ran.code, ran.err) == (2, 'tracker: there is no schema "referal"; did you mean referral?\n')
    assert "there are referral, activity" in outside("schema", "xyzzy").err
