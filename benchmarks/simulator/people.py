"""Invented people: names from many places, numbers that ring nowhere, mail that goes nowhere."""

import unicodedata

from benchmarks.simulator.dice import Dice
from benchmarks.simulator.story import Facts

FIRST = (
    "Dana", "Marcus", "Priya", "Lee", "Kai", "Ravi", "Jo", "Elena", "Tyrone", "Mei", "Omar", "Brooke", "Luis", "Hannah",
    "Dmitri", "Aisha", "Colin", "Rosa", "Jamal", "Ingrid", "Tuan", "Leila", "Wes", "Fatima", "Gabe", "Noor", "Sven",
    "Camila", "Terrence", "Yuki", "Patrick", "Zainab", "Curtis", "Ana", "Bảo", "Siobhan", "Andre", "Kavya", "Russell",
    "Mónica", "Ivan", "Latoya", "Hiro", "Denise", "Samir", "Joyce", "Rafael", "Thuy", "Glenn", "Amara", "Theo",
    "Neil", "Ebony", "Pavel", "Renee", "Hassan", "Carla", "Owen", "Sunita", "Darnell", "Greta", "Felix", "Miriam",
    "Joaquín", "Tessa", "Abdul", "Lorena", "Craig", "Anjali", "Shane", "Bianca", "Viktor", "Naomi", "Ernesto", "Kelsey",
    "Minh", "Adaeze", "Howard", "Yasmin", "Trent", "Paloma", "Isaac", "Keiko", "Ruben", "Shauna", "Tariq", "Ellen",
    "Diego", "Wanda", "Arjun", "Molly", "Cedric", "Zoë", "Nestor", "Gwen", "Malik", "Irene", "Oscar", "Linh", "Stuart",
    "Rania", "Emmett", "Pilar", "Quentin", "Sana", "Dale", "Ximena", "Barry", "Nkechi", "Grant", "Soledad", "Ahmed",
    "Judith", "Hugo", "Tamika", "Ray", "Farah", "Lionel", "Beatriz", "Kurt", "Maya", "Desmond", "Helga", "Enrique",
)  # fmt: skip
LAST = (
    "Ortiz", "Bell", "Nair", "Baker", "Brooks", "Shah", "Gómez", "Hale", "Whitfield", "Nguyễn", "Kowalczyk", "Okafor",
    "Haddad", "Lindgren", "Marsh", "Delgado", "Petrov", "Yamamoto", "Freeman", "Castillo", "O'Connell", "Farouk",
    "Schultz", "Tran", "Abbott", "Rahimi", "Vance", "Morales", "Osei", "Fitzgerald", "Kapoor", "Novak", "Pham",
    "Ellison", "Barnes", "Cruz", "Al-Masri", "Jensen", "Hopkins", "Reyes", "Tanaka", "McBride", "Adeyemi", "Sandoval",
    "Greer", "Hussain", "Larsen", "Pratt", "Villanueva", "Kim", "Sutton", "Barzani", "Moreau", "Weaver", "Iyer", "Dunn",
    "Salazar", "Bergström", "Coleman", "Zamora", "Park", "Mbeki", "Harlow", "Quintero", "Stein", "Đặng", "Foster",
    "Aguilar", "Rossi", "Blake", "Chaudhry", "Tillman", "Varga", "Lowe", "Espinoza", "Nakamura", "Finch", "Boateng",
    "Parrish", "Medina", "Horvat", "Sloan", "Trujillo", "Eriksen", "Gallagher", "Mehta", "Rowe", "Santos-Price",
    "Underwood", "Ibrahim", "Crowley", "Fuentes", "Lam", "Mercer", "Solís", "Hartmann", "Ogden", "Bautista", "Keller",
    "Washington-Cole", "Ferreira", "Dalton", "Singh", "Archer", "Montoya", "Whelan", "Ueda", "Preston", "Saleh",
    "Norwood", "Peña", "Griffin", "Kaur", "Hines", "Valdez", "Radcliffe", "Duong", "Pierce", "Escobar", "Lindholm",
)  # fmt: skip
AREAS = (503, 971, 360, 458, 541, 564)
"""Area codes; the numbers behind them are those set aside for fiction, 555-0100 to 555-0199."""
BEST_TIMES = (
    "after 5pm", "mornings", "lunch hour", "text first", "before 8", "Tuesdays", "after school pickup", "evenings",
)  # fmt: skip
PLAIN = str.maketrans({"đ": "d", "Đ": "D", "ø": "o", "ł": "l", "'": "", "’": "", "&": " "})


def slug(name: str) -> str:
    """The name in a file name: ASCII letters and hyphens."""
    folded = unicodedata.normalize("NFKD", name.translate(PLAIN)).encode("ascii", "ignore").decode()
    return "-".join("".join(letter if letter.isalnum() else " " for letter in folded.lower()).split())


def borrower(dice: Dice, number: int) -> Facts:
    """Who was referred. The number makes the phone one that no neighbouring referral has."""
    first, last = dice.pick(FIRST), dice.pick(LAST)
    name = f"{first} {last}"
    facts: Facts = {"name": name}
    if dice.chance(0.96):
        facts["phone"] = phone(number)
    if dice.chance(0.55):
        facts["email"] = f"{slug(name).replace('-', '.')}{number % 100 or ''}@example.com"
    if dice.chance(0.22):
        partner_last = last if dice.chance(0.75) else dice.pick(LAST)
        facts["co_borrower"] = f"{dice.pick(FIRST)} {partner_last}"
    if dice.chance(0.2):
        facts["best_time"] = dice.pick(BEST_TIMES)
    return facts


def phone(number: int) -> str:
    """A number that rings nowhere."""
    area = AREAS[number // 100 % len(AREAS)]
    return f"{area}-555-{100 + number * 37 % 100:04d}"


def loan(dice: Dice, source: str) -> Facts:
    """What they want."""
    purpose = dice.weighted(
        (("purchase", 76 if source != "past_client" else 35), ("refinance", 12 if source != "past_client" else 45),
         ("cash_out_refinance", 6), ("home_improvement", 2), ("construction", 4 if source == "builder" else 1),
         ("reverse", 1))
    )  # fmt: skip
    program = dice.weighted((("conventional", 52), ("fha", 27), ("va", 11), ("usda", 3), ("jumbo", 5), ("non_qm", 2)))
    program = {"home_improvement": "heloc", "reverse": "other"}.get(purpose, program)
    low, high = {"jumbo": (170, 230), "heloc": (8, 30), "fha": (44, 92), "usda": (44, 70)}.get(program, (48, 128))
    return {"purpose": purpose, "program": program, "amount": dice.whole(low, high) * 5000}
