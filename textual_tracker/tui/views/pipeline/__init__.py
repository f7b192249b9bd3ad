"""Every open referral by stage, as a board or as a table."""
