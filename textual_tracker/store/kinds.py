"""The kinds of files that a journal is made of."""

from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["referral", "activity", "partner", "journal"]
