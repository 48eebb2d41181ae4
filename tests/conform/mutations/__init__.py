"""One fault at a time: each mutation breaks one rule of a conforming file; a file of them for each file of rules."""

from tests.conform.mutations import page, fonts, text, elements, imprint, tables, pictures, fields, hygiene  # noqa: F401, I001 - the order is that of the rules
from tests.conform.mutations.mutation import MUTATIONS

__all__ = ["MUTATIONS"]
