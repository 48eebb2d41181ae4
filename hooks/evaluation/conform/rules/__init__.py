"""All rules; importing a file of rules registers them, in the order a reader of the standard would go."""

from evaluation.conform.rules import page, fonts, text, elements, imprint, tables, pictures, fields, hygiene  # noqa: F401, I001 - the order is the report's
