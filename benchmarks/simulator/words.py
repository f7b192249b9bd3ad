"""What an officer scribbles: short, unlike each other, tied to what happened.

Pools of fragments for the thousands; the sample journal's most visible records have their own, in `sample/`.
"""

from benchmarks.simulator.dice import Dice

HOW_OFTEN = {
    "trying": 0.22, "first_talk": 0.6, "agreed": 0.4, "contacted": 0.35, "appointment_held": 0.35,
    "application_started": 0.4, "application_submitted": 0.3, "preapproved": 0.35, "in_process": 0.35,
    "clear_to_close": 0.3, "returned": 0.9,
}  # fmt: skip
"""The share of attempts, by situation, to which something was noted."""

TRYING = {
    "no_answer": (
        "rang out", "no voicemail set up", "try before 8", "mailbox full", "number rings once then drops",
        "busy twice", "rang out again", "try Saturday", "called from my cell this time", "no pickup, no greeting",
    ),
    "left_message": (
        "said who sent me in the first sentence", "left my cell", "kept it under 20 seconds", "second message",
        "asked for a good time to talk", "left it with the husband", "left word at work", "told them no pressure",
        "offered Thursday or Friday", "mentioned the open house", "with the front desk", "last message for a while",
    ),
    None: (
        "asked if mornings are better", "sent my card", "two lines, no links", "sent the first-time buyer sheet",
        "asked one question only: buying this spring?", "green bubble, may not get it", "sent a calendar link",
        "handwritten, mailed from the office", "with the checklist", "short and friendly",
    ),
}  # fmt: skip
TALKED = {
    "first_talk": (
        "renting month to month", "lease is up in June", "friendly, in a hurry", "wants a number before looking",
        "asks about closing costs first", "already has a letter from a big bank", "prefers texts",
        "nervous about the down payment", "two jobs, both W-2", "self-employed since 2022", "call back after 5",
        "talked 20 minutes, mostly rates", "wife decides on the numbers", "wants to see three houses this weekend",
        "was told 20% down is a must", "has questions about PMI", "knows what they want", "shopping three lenders",
        "moving for work", "baby in the spring, wants to be in before", "just starting to look",
        "gift from parents for the down payment", "thought we were the agent", "selling first",
        "VA eligible, did not know it", "wants to keep the payment under the rent", "student loans worry them",
        "in no rush", "works nights, mornings are out", "will talk to spouse tonight", "laughed at my voicemail",
    ),
    "agreed": (
        "Thursday works", "coming to the office", "by phone, 30 minutes", "will bring the W-2s", "both will be there",
        "asked for a video call", "lunch hour", "at their kitchen table", "after school pickup", "at the library",
        "picked the first slot I offered", "wants it in writing, sent an invite",
    ),
    "contacted": (
        "not sure about timing", "compared our sheet with the bank's", "asked to call next week", "still interested",
        "wants to talk rates again", "reading the worksheet", "busy at work", "says yes, never picks a day",
        "waiting for the bonus", "wanted the payment at two prices", "asks what others charge", "in-laws visiting",
        "watching the market", "said maybe Friday", "needs to ask her brother",
    ),
    "appointment_held": (
        "sent the application link again", "going through the list of documents", "liked the two scenarios",
        "wants to sleep on it", "asked about points", "comparing with the credit union", "found last year's return",
        "will start on the weekend", "question about the second job",
    ),
    "application_started": (
        "stuck on page 3, walked through it", "pay stubs still missing", "sent bank statements, wrong months",
        "needs the 1099", "uploading tonight", "co-borrower has to sign", "scans unreadable, asked for photos",
        "landlord's phone missing", "will drop the papers off", "forgot the password twice",
    ),
    "application_submitted": (
        "underwriter asked about the deposit", "letter of explanation sent", "waiting on the VOE",
        "told them: two more days", "one more pay stub", "gift letter signed", "nervous, all fine",
    ),
    "preapproved": (
        "saw two houses, neither", "outbid by 10k", "writing an offer tonight", "taking a break this month",
        "letter updated to 395", "widening the search", "open houses on Sunday", "lost to cash",
        "asked for a letter at list price", "likes the one on Alder", "rates again", "agent says close to something",
        "back from vacation, looking again",
    ),
    "in_process": (
        "inspection done, small things", "insurance quote in", "asked about the appraisal", "conditions sent",
        "sent the updated stub", "moving truck is booked", "reminded: no new car", "asked when to give notice",
        "earnest money receipt in", "seller agreed to the roof", "homeowner's policy chosen", "two conditions left",
    ),
    "clear_to_close": (
        "wire instructions by phone only", "CD signed", "bring ID, both", "final numbers match",
        "walk-through tomorrow", "closing at 10", "excited",
    ),
    "returned": (
        "back after all", "called us: ready now", "remembered us", "credit is better, wants to try again",
        "the other lender dropped them", "got the raise", "paid the car off", "looking again",
    ),
}  # fmt: skip
SILENT = (
    "left a short one", "texted the worksheet", "no reply to the last two", "checking in", "asked yes or no",
    "rang out", "sent the rate sheet", "out of office reply", "reads, does not answer", "tried the work number",
)  # fmt: skip
REBOOKED = (
    "forgot, apologised", "kid was sick", "stuck at work, new time", "car trouble", "mixed up the week",
    "shift changed", "rebooked in one minute", "had the wrong office", "power was out", "asked for phone instead",
)  # fmt: skip

LOSSES = {
    "never_reached": (
        "Seven tries, every channel. The agent has no other number.", "Never picked up. Letter sent, door open.",
        "No answer to anything. Told the partner to mention us next time.", "Tried for three weeks.",
        "Maybe the wrong season. Nothing came back.",
    ),
    "went_cold": (
        "Talked twice, then silence.", "Said yes to everything and vanished.", "Stopped answering after the worksheet.",
        "Read the texts, never replied.", "Was going to ask her brother; that was the last I heard.",
    ),
    "chose_other_lender_rate": (
        "Credit union, an eighth lower.", "Online lender with points they did not understand. I did not explain mine.",
        "Quoted a teaser rate elsewhere.", "Wanted a number by text; somebody gave one.",
        "Lost on the rate before we sat down. Should have asked for the meeting first.",
        "A quarter lower, so they say.",
    ),
    "chose_other_lender_relationship": (
        "Their bank since college.", "Cousin does loans.", "The listing agent's lender.",
        "Stayed with whoever did the first house.", "Builder's lender, for the upgrades.",
    ),
    "chose_other_lender_speed": (
        "Somebody else had the letter out that night.", "We took two days, they needed it Saturday.",
    ),
    "no_show": (
        "Twice agreed, twice not there.", "Did not come, did not answer after.", "Three appointments, none kept.",
        "Sat in the coffee shop for 40 minutes.",
    ),
    "paperwork_abandoned": (
        "Stopped at the bank statements.", "Two of nine documents, then nothing.", "Found the form too much.",
        "Never sent the tax returns.",
    ),
    "not_ready": (
        "Wants a year of savings first.", "New job, no history yet. Next spring maybe.", "Waiting for the divorce.",
        "Lease renewed for a year.",
    ),
    "stopped_looking": (
        "Staying put, grandmother moved in.", "Prices. They will rent.", "Transferred to another state after all.",
        "Adding a room instead.",
    ),
    "bought_with_cash": ("Parents paid.", "Sold the farm, no loan needed.", "Inheritance came through."),
    "contract_fell_through": (
        "Foundation. They walked, and are done looking.", "Seller backed out; they signed a lease.",
        "Sewer line, 18k. Nobody would pay.",
    ),
    "missed_contract_date": ("Condo docs three weeks late, seller took the backup offer.", "We missed it. Ours."),
    "denied_debt_to_income": (
        "Truck and student loans. Try again when the truck is paid.", "Over by three points, no co-borrower.",
        "New car the week before.", "Child support was not on the first list.",
    ),
    "denied_credit": (
        "Two collections, one wrong. Gave them the dispute letter.", "Late rents. Plan for nine months.",
        "A charge-off nobody mentioned.",
    ),
    "denied_cash": ("Down payment was a loan from a friend.", "Short by 6k at the end.", "Gift did not come."),
    "denied_employment": ("Five months on the job, contract work before.", "Laid off in week three."),
    "denied_unverifiable": ("Cash income, nothing on paper.", "Employer would not confirm the hours."),
    "denied_incomplete": ("Never got the second return.",),
    "denied_mortgage_insurance": ("MI said no, twice.",),
    "denied_collateral": (
        "Appraised 22k under, seller would not move.", "Well and septic failed.", "Manufactured home, no foundation.",
    ),
    "denied_other": ("Visa runs out before closing could happen.",),
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
    "House to sell first, next spring.",
    "Waiting for the green card interview.", "Back from deployment in the fall.", "One more tax return.",
)  # fmt: skip
PEOPLE_NOTES = {
    "purchase": (
        "Two kids, wants a yard. Works at the hospital, nights.", "Rents over the bakery; landlord is selling.",
        "First house. Father will be on every call.", "Looking north of the river only.",
        "Downsizing, the big house is on the market.", "Teacher, summers free for showings.",
        "Wants a duplex, to rent one half.", "Came to the open house with a notebook full of questions.",
        "Moving back home after ten years away.", "Has a dog the size of a pony; yard first, kitchen second.",
        "Engineer. Sends spreadsheets. Answers every question twice.", "Bus driver, off on Tuesdays.",
        "Only the Lincoln school district.", "Saved for six years. Careful people.",
        "Speaks Spanish at home; I do too, that helped.", "Chef, call between 2 and 4.",
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


def attempt(dice: Dice, situation: str, result: str | None) -> str:
    """A few words on one contact attempt."""
    if situation == "trying":
        return dice.pick(TRYING.get(result, TRYING[None]))
    if result in {"reached", "replied"} or situation == "returned":
        return dice.pick(TALKED[situation])
    return dice.pick(SILENT)


def rebooked(dice: Dice) -> str:
    """Why the last appointment was missed."""
    return dice.pick(REBOOKED)


def loss(dice: Dice, reason: str) -> str:
    """What is to be learnt from a loss."""
    return dice.pick(LOSSES[reason])


def nurture(dice: Dice) -> str:
    """What a person in nurture waits for."""
    return dice.pick(NURTURE)


def person(dice: Dice, purpose: str) -> str:
    """Who they are, in a line."""
    return dice.pick(PEOPLE_NOTES.get(purpose, PEOPLE_NOTES["other"])) + "\n"
