"""A manuscript becomes an official document: sandboxed pandoc to a tree, the tree vetted, the tree to DOCX."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pypandoc
from evaluation.export.package import reference

HERE = Path(__file__).parent

READER = (
    "markdown"
    "-subscript-superscript-strikeout-fancy_lists-example_lists-smart-citations-tex_math_dollars-implicit_figures"
    "-blank_before_header-escaped_line_breaks-raw_tex+east_asian_line_breaks+four_space_rule"
    # Safety: nothing an author types is a program or a property of the document.
    "-raw_html-raw_attribute-yaml_metadata_block-tex_math_single_backslash"
    # What the site's reader does not know either.
    "-simple_tables-multiline_tables-grid_tables-table_captions-fenced_divs-bracketed_spans-native_divs-native_spans"
    "-inline_notes-line_blocks-definition_lists-implicit_header_references-pandoc_title_block"
)
SECONDS = 120
"""Longer than any document takes; a reader caught in a loop must not stop a build for ever."""


def trees(markdowns: Sequence[str]) -> list[dict]:
    """pandoc's tree of each text."""
    read = _pandoc("read.lua", [READER], json.dumps(list(markdowns)))
    return [json.loads(tree) for tree in json.loads(read)]


def word_parts(tree: dict, preset: str) -> dict[str, str]:
    """The text-carrying parts of a DOCX by name: document, footnotes and their relationships."""
    with tempfile.TemporaryDirectory() as folder:
        styles = Path(folder, "reference.docx")
        styles.write_bytes(reference(preset))
        return json.loads(_pandoc("write.lua", [str(HERE), str(styles)], json.dumps(tree)))


def _pandoc(script: str, arguments: list[str], text: str) -> str:
    command = [pypandoc.get_pandoc_path(), "lua", str(HERE / script), *arguments]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=False, timeout=SECONDS)
    if done.returncode:
        raise RuntimeError(f"pandoc: {done.stderr.decode(errors='replace')}")
    return done.stdout.decode()
