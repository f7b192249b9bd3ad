"""The checksums of card and bank numbers, which tell them from other numbers of their length."""


def passes_luhn(digits: str) -> bool:
    """Whether the last digit of a card number is the one that the others demand."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - the sum of the two digits
    return total % 10 == 0


def passes_aba(digits: str) -> bool:
    """Whether nine digits are a bank's routing number: 3, 7, 1 times each in turn, together a multiple of ten."""
    return sum(int(digit) * weight for digit, weight in zip(digits, (3, 7, 1) * 3, strict=True)) % 10 == 0
