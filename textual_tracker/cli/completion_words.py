"""Words that are typed after a command and that completion offers with what they mean.

They stand here because the modules that act on them take too long to import at every press of the tab key; a test holds
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
