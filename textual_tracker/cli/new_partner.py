"""A new partner in one line: `add partner Pat Lee 555-0177 type=cpa tier=A`, or asked for."""

import re
from collections.abc import Sequence
from typing import Any

from textual_tracker.cli.asking import agree, ask, can_ask, needed
from textual_tracker.cli.call import Call
from textual_tracker.cli.journal import open_workspace
from textual_tracker.cli.new_referral import asked_type
from textual_tracker.cli.writing import carry_out
from textual_tracker.core.journal import Journal
from textual_tracker.core.vocabulary import SOURCES
from textual_tracker.editing.actions.new_partner import add_partner
from textual_tracker.editing.near_partners import near_partners
from textual_tracker.editing.one_line import parse_assignments
from textual_tracker.editing.one_line.phones import phone_at
from textual_tracker.errors import RefusedEditError, UsageError
from textual_tracker.reading.paths import dotted

FIELDS = ("name", "type", "company", "phone", "email", "tier", "since", "update_days", "prefers", "status", "notes")
"""What a new partner may have."""

_KEYED = re.compile(rf"({'|'.join(FIELDS)})[:=](.*)", re.DOTALL | re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


def add_new_partner(call: Call) -> int:
    """Add whom the words after `partner` describe; without words, whom the answers do."""
    facts = partner_facts(call, call.words[1:])
    if not facts and not can_ask(call):
        raise UsageError("whom? write it in one line: tracker add partner Pat Lee 555-0177 type=cpa")
    if not facts:
        call.output.say("A new partner. ctrl+c leaves without a trace.")
        facts = {"name": needed(call, "Name:", str), "phone": ask("Phone:")}
    if not facts.get("name"):
        raise UsageError("what is the name? tracker add partner Pat Lee 555-0177 type=cpa")
    if not facts.get("type") and not can_ask(call):
        raise UsageError(f"what are they? give type=…, one of {', '.join(SOURCES)}")
    workspace = open_workspace(call)
    agree_on_namesakes(call, workspace.journal, str(facts["name"]))
    facts["type"] = facts.get("type") or asked_type(call, str(facts["name"])) or "other"
    code = carry_out(call, workspace, add_partner(**facts))
    workspace.refresh()
    workspace.close()
    return code


def partner_facts(call: Call, words: Sequence[str]) -> dict[str, Any]:
    """The fields that the words say; a phone and an e-mail are known by their form, bare words are the name."""
    facts: dict[str, Any] = {}
    bare: list[str] = []
    waiting = list(words)
    while waiting:
        word = waiting[0]
        taken = 1
        keyed = _KEYED.fullmatch(word)
        phone = phone_at(waiting)
        if keyed is not None:
            found = parse_assignments("partner", [f"{keyed[1].lower()}={keyed[2]}"], call.today())[0]
            facts[dotted(found.path)] = found.value
        elif phone is not None:
            facts["phone"], taken = phone
        elif _EMAIL.fullmatch(word):
            facts["email"] = word
        elif "=" in word:
            raise UsageError(f"a new partner has no {word.partition('=')[0]}: {', '.join(FIELDS)}")
        else:
            bare.append(word)
        waiting = waiting[taken:]
    return facts | ({"name": " ".join(bare)} if bare else {})


def agree_on_namesakes(call: Call, journal: Journal, name: str) -> None:
    """Ask about a partner of the same name, or of one that is like it; raises RefusedEditError as for a referral."""
    alike = near_partners(journal, name)
    if not alike or call.parsed.flag("yes"):
        return
    sentence = f"This looks like {alike[0].name} ({alike[0].path})."
    if not can_ask(call):
        raise RefusedEditError(f"{sentence}\nNothing was written; --yes adds {name} all the same.")
    call.output.say(sentence)
    if not agree("Add it all the same?"):
        raise RefusedEditError("Nothing was written.")
