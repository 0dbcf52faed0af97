"""Reading a printed value and writing it back.

A figure in a regulation is kept twice: as it was printed and as it was read. What cannot be read is refused with a
reason; it is never guessed and never becomes zero. Rounding happens once, at the end, with `rounded`.
"""

from petajalan.calc.numbers.read import read_typed, read_value
from petajalan.calc.numbers.reading import Reading, State, plain
from petajalan.calc.numbers.write import format_value, rounded

__all__ = ["Reading", "State", "format_value", "plain", "read_typed", "read_value", "rounded"]
