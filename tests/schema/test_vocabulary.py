"""The schemas offer the words of the vocabulary, in its order; an empty value comes last."""

import pytest

from tests.schema.schemas import field, fields, resolved, schema
from textual_tracker.analytics import rules, timeline
from textual_tracker.analytics.partners import care
from textual_tracker.core import vocabulary
from textual_tracker.core.stages import Stage

WORDS = {
    ("referral", "source"): vocabulary.SOURCES,
    ("referral", "contact_attempts[].channel"): vocabulary.CHANNELS,
    ("referral", "contact_attempts[].result"): vocabulary.RESULTS,
    ("referral", "loan.purpose"): vocabulary.PURPOSES,
    ("referral", "loan.program"): vocabulary.PROGRAMS,
    ("referral", "appointment.status"): vocabulary.APPOINTMENT_STATUSES,
    ("referral", "appointment.earlier[].status"): vocabulary.APPOINTMENT_STATUSES,
    ("referral", "application.status"): vocabulary.APPLICATION_STATUSES,
    ("referral", "application.earlier[].status"): vocabulary.APPLICATION_STATUSES,
    ("referral", "application.earlier[].reason"): vocabulary.REASONS,
    ("referral", "application.moved[].what"): vocabulary.MOVED_DATES,
    ("referral", "outcome.status"): vocabulary.OUTCOME_STATUSES,
    ("referral", "outcome.reason"): vocabulary.REASONS,
    ("referral", "outcome.earlier[].status"): vocabulary.OUTCOME_STATUSES,
    ("referral", "outcome.earlier[].reason"): vocabulary.REASONS,
    ("referral", "partner_updates[].channel"): vocabulary.CHANNELS,
    ("referral", "partner_updates[].about"): vocabulary.ABOUTS,
    ("referral", "consent_to_share"): vocabulary.CONSENTS,
    ("activity", "day_off"): (False, True, *vocabulary.DAYS_OFF),
    ("partner", "type"): vocabulary.SOURCES,
    ("partner", "tier"): vocabulary.TIERS,
    ("partner", "prefers"): vocabulary.CHANNELS,
    ("partner", "status"): vocabulary.PARTNER_STATUSES,
    ("partner", "touches[].channel"): vocabulary.CHANNELS,
    ("partner", "touches[].result"): vocabulary.RESULTS,
    ("journal", "format"): (1,),
    ("journal", "working_days[]"): vocabulary.WEEKDAYS,
}


@pytest.mark.parametrize(("name", "path"), WORDS)
def test_offers_the_words_of_the_vocabulary(name: str, path: str) -> None:
    assert field(name, path)["enum"] == [*WORDS[name, path], None]


def test_no_list_of_words_is_left_out_above() -> None:
    offered = {
        (name, path)
        for name in ("referral", "activity", "partner", "journal")
        for path, part in fields(schema(name))
        if "enum" in resolved(schema(name), part)
    }
    assert offered == WORDS.keys()


def test_explains_each_word_that_it_explains_at_all() -> None:
    for definition in schema("referral")["$defs"].values():
        explained = definition.get("markdownEnumDescriptions", definition.get("enum"))
        assert explained is None or len(explained) == len(definition["enum"])


def test_says_the_cause_of_every_reason() -> None:
    reasons = schema("referral")["$defs"]["reason"]
    for reason, text in zip(reasons["enum"], reasons["markdownEnumDescriptions"], strict=True):
        cause = vocabulary.CAUSE_OF.get(reason or "", "other")
        assert cause == "other" or text.startswith(f"{cause.capitalize()}: "), reason


def test_a_day_counts_what_the_tracker_counts() -> None:
    properties = schema("activity")["properties"]
    assert tuple(key for key in properties if key in vocabulary.COUNTERS) == vocabulary.COUNTERS
    assert tuple(schema("journal")["properties"]["goals"]["properties"]["daily"]["properties"]) == vocabulary.COUNTERS


def test_every_rule_can_be_tuned_and_its_normal_limits_are_told() -> None:
    described = schema("journal")["properties"]["stalled"]["properties"]
    assert list(described) == [*rules.RULE_NAMES, *care.RULES]
    for rule in reversed(rules.TABLE):  # the first of a rule's rows is the one that a journal may tune
        assert described[rule.name]["examples"] == [[rule.at_risk, rule.stalled]] or rule.at_risk is None


def test_outputs_know_every_stage_and_rule() -> None:
    stages = [stage.name for stage in Stage]
    for name in ("list", "stalled", "show"):
        assert (
            field(f"output/{name}", {"list": "[].stage", "stalled": "[].stage", "show": "stage"}[name])["enum"]
            == stages
        )
    assert field("output/show", "furthest_stage")["enum"] == stages[: Stage.closed]
    assert field("output/stalled", "[].rule")["enum"] == list(rules.RULE_NAMES)
    assert field("output/stalled_partners", "[].rule")["enum"] == list(care.RULES)
    assert field("output/show", "timeline[].kind")["enum"] == list(timeline.KINDS)
