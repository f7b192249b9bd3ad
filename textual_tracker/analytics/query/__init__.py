"""The query language: from the words typed to the referrals that match."""
