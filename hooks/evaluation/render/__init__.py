"""From the measured evaluation to what people read: wording, tables, charts, references, manuscripts and pages."""
