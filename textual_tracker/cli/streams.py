"""A standard stream that takes nothing any more: its reader has gone, or its disk is full."""

import os
import sys
from typing import Literal


def abandon(name: Literal["stdout", "stderr"]) -> None:
    """Let what is still in the stream's buffer, and all that follows, go nowhere, without a complaint at exit."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, getattr(sys, name).fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):
        setattr(sys, name, None)
