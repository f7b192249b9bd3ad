"""What is noted when an appointment moved, when a referral ended, and about the people themselves."""

from collections.abc import Mapping, Sequence

REBOOKED = (
    "forgot, apologised", "kid was sick", "stuck at work, new time", "car trouble", "mixed up the week",
    "shift changed", "rebooked in one minute", "went to our old office", "power was out", "asked for phone instead",
    "slept through it, night shift", "thought it was next month",
)  # fmt: skip
NOT_YET = (
    "not yet", "still saving", "one more quarter", "asked again, same answer", "lease renewed", "next year, for sure",
    "glad I called", "score is moving, slowly", "not before summer", "happy where they are, for now",
)  # fmt: skip
LOSSES: Mapping[str, Sequence[str]] = {
    "never_reached": (
        "Seven tries, every channel. The agent has no other number.", "Never picked up. Letter sent, door open.",
        "No answer to anything. Told the partner to mention us next time.", "Tried for three weeks.",
        "Maybe the wrong season. Nothing came back.", "The number rings in an empty house, I think.",
        "Agent says they are shy. So is the phone.",
    ),
    "went_cold": (
        "Talked twice, then silence.", "Said yes to everything and vanished.", "Stopped answering after the worksheet.",
        "Read the texts, never replied.", "Was going to ask a brother; that was the last I heard.",
        "Nice calls, no date. I never asked for one straight out.", "We talked about everything but a meeting.",
    ),
    "chose_other_lender_rate": (
        "Credit union, an eighth lower.", "Online lender, with points nobody explained. I did not explain mine.",
        "Teaser rate elsewhere.", "Wanted a number by text; somebody gave one.", "A quarter lower, so they say.",
        "Lost on the rate before we sat down. Should have asked for the meeting first.",
        "Never met them. A rate on the phone is all I was.", "Went with the cheaper sheet. Same loan, other fees.",
        "Their bank matched me and threw in the appraisal.",
    ),
    "chose_other_lender_relationship": (
        "Their bank since college.", "Cousin does loans.", "The listing agent's lender.",
        "Stayed with whoever did the first house.", "Builder's lender, for the upgrades.",
        "Somebody from the bowling league.",
        "Boss knows a guy.", "Met another lender at the open house, face to face. I was a voice.",
    ),
    "chose_other_lender_speed": (
        "Somebody else had the letter out that night.", "We took two days, they needed it Saturday.",
        "I was on the coast. Somebody was not.", "Offer was due at five; I called at six.",
    ),
    "no_show": (
        "Twice agreed, twice not there.", "Did not come, did not answer after.", "Three appointments, none kept.",
        "Sat in the coffee shop for 40 minutes.", "Cancelled an hour before and went quiet.",
    ),
    "paperwork_abandoned": (
        "Stopped at the bank statements.", "Two of nine documents, then nothing.", "Found the form too much.",
        "Never sent the tax returns.",
    ),
    "not_ready": (
        "Wants a year of savings first.", "New job, no history yet. Next spring maybe.", "Waiting for the divorce.",
        "Lease renewed for a year.", "Wants to finish night school first.",
    ),
    "stopped_looking": (
        "Staying put, grandmother moved in.", "Prices. They will rent.", "Transferred to another state after all.",
        "Adding a room instead.", "Got a dog and a long lease.", "Tired. Maybe in a year.", "Bought an RV. Really.",
    ),
    "bought_with_cash": ("Parents paid.", "Sold the farm, no loan needed.", "Inheritance came through."),
    "contract_fell_through": (
        "Foundation. They walked, and are done looking.", "Seller backed out; they signed a lease.",
        "Sewer line, 18k. Nobody would pay.",
    ),
    "missed_contract_date": ("Condo docs three weeks late, seller took the backup offer.", "We missed it. Ours."),
    "denied_debt_to_income": (
        "Truck and student loans. Try again when the truck is paid.", "Over by three points, no co-borrower.",
        "New car the week before.", "Support payments were not on the first list.",
    ),
    "denied_credit": (
        "Two collections, one wrong. Gave them the dispute letter.", "Late rents. Plan for nine months.",
        "A charge-off nobody mentioned.",
    ),
    "denied_cash": ("Down payment was a loan from a friend.", "Short by 6k at the end.", "Gift did not come."),
    "denied_employment": ("Five months on the job, contract work before.", "Laid off in week three."),
    "denied_unverifiable": ("Paid in cash, nothing on paper.", "Employer would not confirm the hours."),
    "denied_incomplete": ("Never got the second return.",),
    "denied_mortgage_insurance": ("MI said no, twice.",),
    "denied_collateral": (
        "Appraised 22k under, seller would not move.", "Well and septic failed.", "Manufactured home, no foundation.",
    ),
    "denied_other": ("Work contract ends before closing could happen.",),
    "partner_withdrew": ("Agent had already sent them elsewhere.", "The agent took it back, no hard feelings."),
    "duplicate": ("Came twice, from the agent and from the web form.", "Same person as last month's."),
    "wrong_contact": ("Number belongs to somebody else, e-mail bounces.", "Not their phone. Agent has no other."),
    "out_of_area": ("Buying in Arizona, passed on.", "House is in Idaho, we are not licensed there."),
    "not_a_referral": ("Was selling us something.", "Wanted a car loan."),
    "other": ("Passed away; sent a card to the family.", "Family trouble, asked not to be called.",
              "Went to live with her daughter."),
}  # fmt: skip
NURTURE = (
    "Fix two cards first, then talk.", "Lease until autumn.", "Wants six more months of savings.",
    "After the wedding.", "New job in spring, then two pay stubs.", "Bonus in March, call after it.",
    "Son finishes school in June.", "Rates scare them, wants a call when they move.",
    "House to sell first, next spring.", "Waiting for the new contract.",
    "Back from deployment in the fall.", "One more tax return.", "Roommate moves out in August.",
)  # fmt: skip
PEOPLE_NOTES: Mapping[str, Sequence[str]] = {
    "purchase": (
        "Wants a yard. Works at the hospital, nights.", "Rents over the bakery; landlord is selling.",
        "First house. Father will be on every call.", "Looking north of the river only.",
        "Downsizing, the big house is on the market.", "Teacher, summers free for showings.",
        "Wants a duplex, to rent one half.", "Came to the open house with a notebook full of questions.",
        "Moving back home after ten years away.", "Has a dog the size of a pony; yard first, kitchen second.",
        "Engineer. Sends spreadsheets. Answers every question twice.", "Bus driver, off on Tuesdays.",
        "Only the Lincoln school district.", "Saved for six years. Careful people.",
        "Talks fast, decides slowly.", "Chef, call between 2 and 4.",
    ),
    "refinance": (
        "Bought at the top of the rates, wants the payment down.", "ARM resets next year.",
        "Wants to drop the PMI, thinks the value is there.", "Took the first loan with a big bank and hated it.",
        "Fifteen years instead of thirty, retirement in sight.",
    ),
    "cash_out_refinance": (
        "Roof and a bathroom.", "Daughter's tuition, two more years.", "Pay the cards off, never again, he says.",
        "Wants to buy the lot next door.",
    ),
    "other": (
        "Contractor is waiting for a yes.", "Plans are drawn, permit is in.", "Kitchen from 1962.",
        "Talk to both daughters before anything is signed.",
    ),
}  # fmt: skip
