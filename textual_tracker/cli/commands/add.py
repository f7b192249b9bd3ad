"""`tracker add`: a new referral in one line, asked for, or typed in an editor; `add partner`: a new partner."""

from msgspec.structs import replace

from textual_tracker.cli.asking import agree, can_ask
from textual_tracker.cli.call import Call
from textual_tracker.cli.journal import open_workspace
from textual_tracker.cli.new_partner import add_new_partner
from textual_tracker.cli.new_referral import asked_referral
from textual_tracker.cli.officers import acting_officer
from textual_tracker.cli.sender import refuse_sender_in_name, sure_sender
from textual_tracker.cli.writing import carry_out
from textual_tracker.core.records import Referral
from textual_tracker.editing.actions.new_referral import add_referral, twins
from textual_tracker.editing.one_line import NewReferral, parse_new_referral
from textual_tracker.errors import RefusedEditError, UsageError
from textual_tracker.workspace import Workspace

PARTNER = ("partner", "partners")
EXAMPLE = "tracker add Dana Ortiz 555-0142 @chen"


def run(call: Call) -> int:
    """Add whom the words describe; without words, whom the answers do."""
    is_partner = bool(call.words) and call.words[0].lower() in PARTNER
    if call.parsed.flag("edit"):
        return _in_editor(call, is_partner=is_partner)
    if is_partner:
        return add_new_partner(call)
    new = _said(call)
    if new is None and not can_ask(call):
        raise UsageError(f"whom? write it in one line: {EXAMPLE}")
    workspace = open_workspace(call)
    if new is None:
        new = asked_referral(call, workspace.journal)
    else:
        refuse_sender_in_name(workspace.journal, new)
        new = replace(new, partner_word=sure_sender(call, workspace.journal, new.partner_word))
    _agree_on_twins(call, workspace, new)
    officer = acting_officer(call, workspace.journal.settings)
    code = carry_out(call, workspace, add_referral(new, officer=officer))
    workspace.refresh()
    workspace.close()
    return code


def _said(call: Call) -> NewReferral | None:
    """The referral that the words describe; None without words."""
    return parse_new_referral(call.words, call.today()) if call.words else None


def _in_editor(call: Call, *, is_partner: bool) -> int:
    """Let whom the words begin to describe be typed in the person's editor."""
    from textual_tracker.cli.add_in_editor import (  # noqa: PLC0415 - who adds in a line does without
        type_partner,
        type_referral,
    )

    return type_partner(call) if is_partner else type_referral(call, _said(call), _agree_on_twins)


def _agree_on_twins(call: Call, workspace: Workspace, new: NewReferral) -> None:
    """Ask whether somebody who seems to be here already is to be added all the same.

    Raises RefusedEditError where the answer is no, or nobody is there to ask.
    """
    alike = twins(workspace.journal, new, call.today())
    if not alike or call.parsed.flag("yes"):
        return
    sentence = "\n".join(f"This looks like {_known(one)}." for one in alike)
    if not can_ask(call):
        raise RefusedEditError(f"{sentence}\nNothing was written; --yes adds {new.name} all the same.")
    call.output.say(sentence)
    if not agree("Add it all the same?"):
        raise RefusedEditError("Nothing was written.")


def _known(referral: Referral) -> str:
    return f"{referral.name}, received {referral.received} ({referral.path})"
