"""The closed lists of words as types of fields.

To the type checker a word is text. To the index, which decodes ten thousand records at once, it is one of a list: all
of them then hold the same "real_estate_agent" instead of one each, which is a third of the memory.
"""

from typing import TYPE_CHECKING, Literal, TypeAlias

from textual_tracker.core import vocabulary

if TYPE_CHECKING:
    Source: TypeAlias = str
    Channel: TypeAlias = str
    Result: TypeAlias = str
    AppointmentStatus: TypeAlias = str
    ApplicationStatus: TypeAlias = str
    OutcomeStatus: TypeAlias = str
    Reason: TypeAlias = str
    About: TypeAlias = str
    Purpose: TypeAlias = str
    Program: TypeAlias = str
    Consent: TypeAlias = str
else:
    Source = Literal[vocabulary.SOURCES]
    Channel = Literal[vocabulary.CHANNELS]
    Result = Literal[vocabulary.RESULTS]
    AppointmentStatus = Literal[vocabulary.APPOINTMENT_STATUSES]
    ApplicationStatus = Literal[vocabulary.APPLICATION_STATUSES]
    OutcomeStatus = Literal[vocabulary.OUTCOME_STATUSES]
    Reason = Literal[vocabulary.REASONS]
    About = Literal[vocabulary.ABOUTS]
    Purpose = Literal[vocabulary.PURPOSES]
    Program = Literal[vocabulary.PROGRAMS]
    Consent = Literal[vocabulary.CONSENTS]
