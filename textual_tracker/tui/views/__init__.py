"""The views: each works out what it shows as a pure function of one look at the journal, and draws it in widgets."""
