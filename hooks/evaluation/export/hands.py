"""Everything that draws and writes, loaded by importing this: where processes can be forked, all of them are from one."""

import gc

import evaluation.export.document
import evaluation.render.drawing
import evaluation.render.webpage  # noqa: F401 - to be loaded is all that is wanted
from evaluation.memory import look_seldom

look_seldom()
# What is loaded is never garbage: it is not looked at again, and stays shared between the processes.
gc.freeze()
