"""evaluation.json is what was published, to the byte, however it is put together."""

from __future__ import annotations

import json

import pytest
from evaluation.measure.published import published
from evaluation.render.data_file import data_file
from evaluation.render.kept import Kept

from tests.render import small


@pytest.mark.parametrize("changes", [{}, {"indicators": []}, {"reports": []}, {"third_party": None}], ids=str)
def test_the_file_is_the_json_of_what_is_published(changes):
    view = small.view_of(small.evaluation(**changes))

    assert data_file(Kept(view)).decode() == json.dumps(published(view.evaluation, view.assessment), ensure_ascii=False, indent=1)
