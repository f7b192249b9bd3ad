"""Words that are typed after a command that writes, and what they mean, as completion offers them.

They stand here because the modules that act on them take too long to import at every press of the tab key; tests hold
the two together.
"""

SHORT_FORMS = (
    ("na", "called, no answer"),
    ("vm", "left a voicemail"),
    ("r", "called and reached them"),
    ("b", "they called back"),
    ("t", "sent a text"),
    ("tr", "they answered by text"),
    ("e", "sent an e-mail"),
)
"""The short forms of `log`."""

CAME_OF_IT = (
    ("held", "it took place"),
    ("no-show", "nobody came"),
    ("cancelled", "it was called off"),
)
"""What came of an appointment."""

SOON = ("today", "tomorrow", "mon", "tue", "wed", "thu", "fri")
"""The days that are typed most."""

MILESTONES = (
    ("started", "the application was started"),
    ("submitted", "it was submitted"),
    ("preapproved", "the borrower is pre-approved"),
    ("in-process", "the loan is in process"),
    ("under-contract", "there is a contract on a house"),
    ("appraisal-ordered", "the appraisal was ordered"),
    ("appraisal-received", "the appraisal is here"),
    ("conditional-approval", "approved with conditions"),
    ("clear-to-close", "cleared to close"),
    ("denied", "the application was denied"),
    ("withdrawn", "it was withdrawn"),
    ("incomplete", "it was left incomplete"),
    ("fell-through", "the contract came to nothing"),
    ("expected-close", "the closing is expected on a day"),
    ("lock-expires", "the rate is locked until a day"),
    ("expires", "the pre-approval letter is good until a day"),
)
"""What `mark` marks, in the order in which a loan passes it."""

COUNTERS = (
    ("calls", "calls made"),
    ("follow_ups", "follow-ups"),
    ("notes", "notes written"),
    ("conversations", "conversations held"),
    ("appointments", "appointments set"),
)
"""What `count` counts in every journal."""

FIELDS = (
    ("name", "the borrower's name"),
    ("phone", "the phone number"),
    ("email", "the e-mail address"),
    ("co_borrower", "who borrows with them"),
    ("best_time", "when to call"),
    ("do_not_contact", "yes: they do not want to be called"),
    ("source", "where it came from"),
    ("partner", "who sent it"),
    ("also_tell", "who else is told"),
    ("received", "when it came"),
    ("officer", "whose it is"),
    ("amount", "the amount of the loan"),
    ("program", "the loan program"),
    ("purpose", "what the loan is for"),
    ("consent_to_share", "how much partners may be told"),
    ("tags", "your own words"),
    ("notes", "anything else"),
    ("appointment.date", "another day for the appointment"),
    ("application.expected_close", "another day for the closing"),
    ("outcome.amount", "what was funded"),
    ("outcome.reason", "why it was lost"),
    ("outcome.revisit", "the day of a second chance"),
)
"""The fields that `set` sets most."""
