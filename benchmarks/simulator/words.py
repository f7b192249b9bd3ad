"""What an officer scribbles: short, unlike each other, tied to what happened.

Pools of fragments for the thousands; the people of the sample journal have their own words, in `sample/`.
"""

from collections.abc import Mapping, Sequence

from benchmarks.simulator.dice import Dice

HOW_OFTEN = {
    "trying": 0.15, "first_talk": 0.6, "agreed": 0.4, "contacted": 0.4, "appointment_held": 0.4,
    "application_started": 0.45, "application_submitted": 0.4, "preapproved": 0.4, "in_process": 0.4,
    "clear_to_close": 0.35, "returned": 0.9,
}  # fmt: skip
"""The share of attempts, by situation, to which something was noted."""
SILENCE = 0.12
"""The same for those that nobody answered once they had talked before."""

UNANSWERED: Mapping[str, Sequence[str]] = {
    "no_answer": (
        "straight to voicemail", "tried at lunch", "wrong time zone, maybe", "picked up and put down",
        "rang out", "no voicemail set up", "mailbox full", "rings once, then drops", "busy twice", "try Saturday",
        "called from my cell this time", "no pickup, no greeting", "try before 8", "blocked?",
        "hung up on the greeting",
        "second number is a fax", "kid picked up", "line noise, could not tell", "rang out at noon too",
    ),
    "left_message": (
        "used their first name twice", "said it takes ten minutes", "gave the direct line",
        "with a coworker, who wrote it down",
        "said who sent me in the first sentence", "left my cell", "kept it under 20 seconds", "second message",
        "asked for a good time to talk", "left it with the husband", "left word at work", "told them no pressure",
        "offered Thursday or Friday", "with the front desk", "last message for a while", "their greeting is a song",
        "said I would try again Tuesday", "mentioned the open house", "left it with a roommate", "slow, number twice",
    ),
    "text": (
        "a photo of the worksheet", "good luck for the weekend", "sent the address of the office",
        "nothing but a question mark back, that was me",
        "asked if mornings are better", "two lines, no links", "one question only: still looking?",
        "short and friendly",
        "green bubble, may not arrive", "sent a calendar link", "picture of my card, with my face on it",
        "asked what day is good", "just my name and who sent me", "read at once, no answer", "thumbs up, nothing more",
    ),
    "email": (
        "with one question", "the fees on one page",
        "with the checklist", "sent the first-time buyer sheet", "worksheet at two prices", "subject line: yes or no",
        "out of office until Monday", "sent the two-page guide", "asked for a better number",
    ),
    "mail": (
        "handwritten, from the office", "card with a magnet", "the green card with my number", "a note, no brochure",
    ),
}  # fmt: skip
"""By result for what was spoken, by channel for what was written."""

HOUSE: Mapping[str, Sequence[str]] = {
    "first_talk": (
        "heard about us from a colleague", "wants to know what happens after the first call",
        "parents rent, she will not", "two roommates, one loan", "has been reading about it for a year",
        "the down payment is in three accounts", "wants to move before school starts",
        "no debts at all, and no history either", "sold a truck for the down payment",
        "works from a van, wants a driveway", "asked what a point is, good question", "asked if we do Saturdays",
        "thinks in payments, not in prices", "walked past a sign and called it", "already packed",
        "said no twice, then asked one more thing", "will bring a list", "a little afraid of the paperwork",
        "does not want to be sold anything", "knows a friend of a friend of mine", "looked us up, liked the photo",
        "two towns, cannot choose", "talks about the porch, not about the money", "has a spreadsheet",
        "quiet, answers in one word", "a calendar like mine, full", "wants the truth about the fees",
        "had a bad time with the last lender", "first on a waiting list for a condo", "would rather write",
        "saving since the first paycheck",
        "renting month to month", "lease is up in June", "friendly, in a hurry", "wants a number before looking",
        "asks about closing costs first", "has a letter from a big bank already", "prefers texts", "in no rush",
        "nervous about the down payment", "two jobs, both W-2", "self-employed since 2022", "call back after 5",
        "talked 20 minutes, mostly rates", "her husband decides on the numbers", "three houses this weekend",
        "was told 20% down is a must", "questions about PMI", "knows exactly what they want", "shopping three lenders",
        "moving for work in May", "wants to be in before the summer", "just starting to look",
        "gift from the parents for the down payment", "thought I was the agent", "has to sell first",
        "VA eligible, did not know it", "wants to stay under the rent", "student loans worry them",
        "works nights, mornings are out", "will talk it over tonight", "laughed at my voicemail",
        "asked twice if it hurts the score",
        "third generation on that street", "landlord is selling, 60 days", "only wants to talk to one person, fine",
        "school district first, house second", "knows the rate better than I do", "loud kitchen, try at home",
        "asked what I make on it. Told him.", "sister bought with us", "does not trust banks, likes agents",
        "wants a fixer, has the tools", "one income now, two in September", "asked for the catch",
        "pays cash for everything else",
        "new in town, knows nobody", "on the bus, ten minutes", "wants it all in writing", "heard of us at the market",
        "condo or nothing", "hates the phone, will use it for this", "lost two offers with another lender",
        "cousin is a builder, so everything is wrong", "needs a ground floor", "wants a garden for the bees",
    ),
    "agreed": (
        "Thursday works", "coming to the office", "by phone, 30 minutes", "will bring the W-2s", "both will be there",
        "asked for a video call", "lunch hour", "at their kitchen table", "after school pickup", "at the library",
        "picked the first slot I offered", "wants it in writing, sent an invite", "between shifts",
        "Saturday, an exception",
        "at the agent's office", "the diner across from work", "early, before the job site",
    ),
    "contacted": (
        "still deciding between two towns", "asked for the fees on one page",
        "went to see a house with the wrong agent", "lost the sheet, sent it again", "wants one number by Friday",
        "has the flu", "at her mother's this week", "boss is back, then he decides",
        "asked if next spring is too late", "told me about the neighbors",
        "the bank offered something, wants me to look", "I talked, should have listened",
        "said he would think about a day", "good talk, no date", "asked three things, all about rates",
        "sent me a listing, nice kitchen", "between two meetings, two minutes", "does the numbers himself first",
        "wants to pay a card off before", "waits for a friend who did this last year", "not this week",
        "not this month", "forgot who I was, remembered in the end", "half an hour, mostly roofs",
        "asked what the meeting is for", "pushed Thursday, got a maybe", "likes e-mail after all",
        "other lender called him while I was on the line", "moved the search one exit north",
        "house hunting paused for a week", "asked if the letter costs anything", "wants to know the worst case",
        "had the numbers right, to the dollar", "laughs, agrees, does not book", "says I am the nicest of the three",
        "nothing new, she said, and was right", "on a ladder, call tonight",
        "not sure about timing", "compared our sheet with the bank's", "asked to call next week", "still interested",
        "wants to talk rates again", "reading the worksheet", "busy at work", "says yes, never picks a day",
        "waiting for the bonus", "wanted the payment at two prices", "asks what others charge", "in-laws visiting",
        "watching the market", "said maybe Friday", "has to ask a brother",
        "wanted it all by text, so I sent it all by text",
        "I gave the rate, there went the reason to meet", "taxes first", "sick kid", "asked for one more scenario",
        "likes me, likes the credit union's flyer too", "looked at houses without a letter", "new shift pattern",
        "does not see why we should meet", "saw something on TV about rates", "talked about the car instead",
        "agent says they are serious", "wants to think", "the fence, the roof, the taxes; not the loan",
        "will call me. They all will call me.", "price range moved up again", "price range moved down",
        "mother-in-law is against it",
        "asked if I could match 5.9", "sent a screenshot of somebody's quote",
    ),
    "appointment_held": (
        "one document a day, she says", "asked what to do with the old account", "has the link open, he says",
        "thanked me for not rushing", "wants to see the payment with taxes", "found the W-2 under the cat",
        "reading every line",
        "sent the application link again", "going through the list of documents", "liked the two scenarios",
        "wants to sleep on it", "asked about points", "comparing with the credit union", "found last year's return",
        "starts on the weekend", "question about the second job", "asked if the dog matters to underwriting",
        "wants the 15 and the 30 side by side", "ready, just slow", "told her brother about us",
    ),
    "application_started": (
        "eleven of twelve", "the last page of the return", "bank changed its website", "photo of a photo of a stub",
        "signed everything but the last box", "needs a letter from the landlord", "overtime on a second stub",
        "asked which account to show",
        "stuck on page 3, walked through it", "pay stubs still missing", "sent statements, wrong months",
        "needs the 1099", "uploading tonight", "co-borrower has to sign", "scans unreadable, asked for photos",
        "landlord's phone missing", "will drop the papers off", "forgot the password twice",
        "upside down, all eleven pages",
        "only the first page of each statement", "did it on the phone at lunch", "where did the 4,000 come from",
    ),
    "application_submitted": (
        "asked what conditions are", "one question left from underwriting", "employer answered at last",
        "large deposit was the car",
        "underwriter asked about the deposit", "letter of explanation sent", "waiting on the VOE",
        "told them: two more days", "one more pay stub", "gift letter signed", "nervous, all fine",
        "asked every day this week",
        "old address on the license", "explained the gap in 2023",
    ),
    "preapproved": (
        "second on a backup list", "nothing under three in that school zone", "offer in, answer tonight",
        "countered, she walked", "inspected before the offer, smart", "saw one with a well",
        "too close to the tracks", "too far from everything", "loves it, he does not", "they took the other offer",
        "new agent's list is better", "agent found one off the market", "resting this weekend",
        "asked how long the letter lasts", "letter at 20 less for this one", "on the third weekend of it",
        "drove by at night, liked it", "house next door is loud",
        "saw two houses, neither", "outbid by 10k", "writing an offer tonight", "taking a break this month",
        "new letter, ten higher", "widening the search", "open houses on Sunday", "lost to cash",
        "asked for a letter at list price", "likes the one on Alder", "rates again",
        "close to something, the agent says",
        "back from vacation, looking again", "eleven offers on a two-bedroom", "walked out of the one with the smell",
        "seller wants to rent back", "one street over from her mother", "his yes, her no",
        "waiting for the rain to stop, for basements",
        "second look on Thursday", "tired of it, made her laugh",
    ),
    "in_process": (
        "title report is clean", "asked what escrow means", "electric panel to be replaced",
        "wants to move the closing up a day", "seller leaves the swing", "measured for curtains",
        "gift letter, second version", "HOA papers came", "asked about the walk-through",
        "one condition left, the easy one", "homeowner's quote was high, got another", "appraiser got in at last",
        "buyers and sellers had coffee together",
        "inspection done, small things", "insurance quote in", "asked about the appraisal", "conditions sent",
        "sent the updated stub", "moving truck is booked", "reminded: no new car", "asked when to give notice",
        "earnest money receipt in", "seller agreed to the roof", "homeowner's policy chosen", "two conditions left",
        "radon a bit high, seller pays", "survey ordered", "bought a sofa, on a debit card, thank goodness",
        "title has an old lien, being released", "picking paint already", "gave notice to the landlord",
        "crawl space was wet, now dry", "asked who brings the keys",
    ),
    "clear_to_close": (
        "picked the pen", "van booked for noon", "asked for the exact minute",
        "wire instructions by phone only", "CD signed", "bring ID, both", "final numbers match",
        "walk-through tomorrow", "closing at 10", "excited", "cried on the phone", "asked if she can bring the kids",
        "cashier's check, not a wire",
    ),
    "returned": (
        "back after all", "called us: ready now", "remembered us", "wants to try again",
        "the other lender dropped them",
        "got the raise", "paid the car off", "looking again", "kept my card on the fridge",
        "said I was the only one who called back",
    ),
}  # fmt: skip
NO_HOUSE: Mapping[str, Sequence[str]] = {
    "first_talk": (
        "paid extra every month for years", "asked what it costs before what it saves", "new boiler, then the rest",
        "letter from somebody else, wants it checked",
        "wants the payment down", "saw the rates on TV", "ARM resets next year", "asked what the house is worth",
        "roof first, kitchen if there is money left", "thinks the PMI can go", "has a quote from the servicer",
        "daughter starts college in the fall", "wants to pay two cards off", "knows the balance to the dollar",
        "no idea what rate they have", "in no rush", "hates the current servicer", "neighbor just did it",
        "asked if we really call back", "wants fifteen years", "contractor is waiting", "prefers e-mail",
    ),
    "contacted": (
        "wants to see it on one page", "measuring the kitchen first", "reads contracts for a living",
        "servicer offered something, comparing", "asks what it costs, all of it",
        "waiting for the rate to drop an eighth",
        "spouse not convinced", "still interested", "asked to call after the trip", "looking for the last statement",
        "wants the break-even in months", "busy season", "reading the worksheet", "wants to talk rates again",
        "contractor's bid came in high", "says yes, never picks a day",
    ),
    "preapproved": ("waiting for the contractor", "plans changed again", "permit takes three weeks"),
    "in_process": (
        "appraiser comes Tuesday", "payoff letter asked for", "insurance declaration in", "conditions sent",
        "asked which payment to skip. None.", "sent the updated stub", "two conditions left", "HOA statement missing",
        "reminded: no new cards", "subordination sent", "condo questionnaire out",
    ),
    "clear_to_close": (
        "signing at the kitchen table", "three days to change their mind, explained", "final numbers match",
        "bring ID, both", "CD signed", "notary at 6",
    ),
}  # fmt: skip
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


def attempt(dice: Dice, situation: str, channel: str, result: str | None, *, house: bool) -> str | None:
    """A few words on one contact attempt, or none."""
    answered = result in {"reached", "replied"}
    silent = not answered and situation != "trying"
    if not dice.chance(SILENCE if silent else HOW_OFTEN[situation]):
        return None
    if answered:
        pool = HOUSE[situation] if house else NO_HOUSE.get(situation, HOUSE[situation])
    else:
        spoken = result if channel in {"call", "voicemail"} else None
        pool = UNANSWERED[spoken or channel] if (spoken or channel) in UNANSWERED else UNANSWERED["text"]
    return dice.pick(pool)


def rebooked(dice: Dice) -> str:
    """Why the last appointment was missed."""
    return dice.pick(REBOOKED)


def not_yet(dice: Dice) -> str:
    """What was said when somebody in nurture was asked again."""
    return dice.pick(NOT_YET)


def loss(dice: Dice, reason: str) -> str:
    """What is to be learnt from a loss."""
    return dice.pick(LOSSES[reason])


def nurture(dice: Dice) -> str:
    """What a person in nurture waits for."""
    return dice.pick(NURTURE)


def person(dice: Dice, purpose: str) -> str:
    """Who they are, in a line."""
    return dice.pick(PEOPLE_NOTES.get(purpose, PEOPLE_NOTES["other"])) + "\n"
