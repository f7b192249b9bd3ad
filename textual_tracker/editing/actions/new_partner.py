"""A new partner: a file of their own, named after them."""

from textual_tracker.editing.compose import Facts, compose
from textual_tracker.editing.draft import Action, Draft
from textual_tracker.editing.ids import free, slug
from textual_tracker.editing.words import plain_word
from textual_tracker.reading.names import stem

FOLDER = "partners"


def add_partner(
    name: str,
    type: str,  # noqa: A002 - the file's own word
    *,
    company: str = "",
    phone: str = "",
    email: str = "",
    tier: str | None = None,
    since: str | None = None,
    update_days: int | None = None,
    prefers: str | None = None,
    status: str | None = None,
    notes: str = "",
) -> Action:
    """Somebody who sends referrals; `since` is a day, `2026-03-02`."""

    def act(draft: Draft) -> str:
        facts: Facts = {
            "name": name,
            "type": type,
            "company": company,
            "phone": phone,
            "email": email,
            "tier": tier,
            "since": since,
            "update_days": update_days,
            "prefers": prefers,
            "status": status,
            "notes": f"{notes}\n" if notes else "",
        }
        write_partner(draft, facts)
        return f"{name}: new partner ({plain_word(type)})"

    return act


def write_partner(draft: Draft, facts: Facts) -> str:
    """Write the file of a new partner; the result is the partner's id."""
    path = partner_path(draft, str(facts["name"]))
    draft.write(path, compose("partner", path, facts))
    return stem(path)


def partner_path(draft: Draft, name: str) -> str:
    """Where the file lies: under a name that no partner and no other file has, read or not."""

    def is_taken(partner_id: str) -> bool:
        files = (f"{FOLDER}/{partner_id}{ending}" for ending in (".yaml", ".yml"))
        return partner_id in draft.journal.partners or any(draft.exists(path) for path in files)

    return f"{FOLDER}/{free(slug(name, 'partner'), is_taken)}.yaml"
