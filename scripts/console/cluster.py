"""Where parallel work is done: on this machine's processors, or on the workers of a Dask cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 10
"""Seconds to wait for a scheduler."""


class NoCluster(Exception):
    """The scheduler cannot be reached, or has no workers; the message is for the user."""


@contextmanager
def workers(scheduler: str | None, jobs: int) -> Iterator[int]:
    """How many jobs run side by side; inside it whatever goes through joblib goes to the cluster, if one is named."""
    if scheduler is None:
        yield jobs
        return
    # distributed is installed only where --scheduler is used.
    from distributed import Client
    from joblib import parallel_config

    try:
        client = Client(scheduler, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise NoCluster(f"连不上 {scheduler}：核对地址，先在那里启动 dask scheduler。") from error
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise NoCluster(f"{scheduler} 没有工作节点：先用 dask worker {scheduler} 启动。")
        with parallel_config(backend="dask"):
            yield threads
