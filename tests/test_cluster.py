"""A build on a Dask cluster gives what a build on one machine gives; without a cluster it says so."""

from __future__ import annotations

import os

import pytest

from tests.conftest import run_build
from tests.test_site import fingerprints

distributed = pytest.importorskip("distributed")


@pytest.fixture
def cluster(project_copy, monkeypatch):
    """A project, and a scheduler with two worker processes that can read it."""
    project = project_copy()
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(project / "hooks"), str(project / "scripts")]))
    options = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with distributed.LocalCluster(**options) as made:
        yield project, made


def test_two_workers_make_the_very_bytes_of_one_machine(site, cluster):
    project, made = cluster

    built = run_build(project, "--strict", "--scheduler", made.scheduler_address, cache="")

    assert built.returncode == 0, built.stdout + built.stderr
    assert len({entry[0] for entry in made.scheduler.transition_log if entry[2] == "memory"}) > 20
    assert fingerprints(project / "site") == fingerprints(site)


def test_a_scheduler_that_is_not_there_is_said_in_a_sentence(project_copy):
    built = run_build(project_copy(), "--scheduler", "tcp://127.0.0.1:9")

    assert (built.returncode, built.stdout) == (1, "")
    assert built.stderr.splitlines()[-1] == "连不上 tcp://127.0.0.1:9：核对地址，先在那里启动 dask scheduler。"
