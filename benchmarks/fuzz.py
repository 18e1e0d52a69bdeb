"""Fuzz cramplog by the targets of `fuzzing`: by chance (hypothesis), and guided by coverage.

python benchmarks/fuzz.py                    # 200,000 cases on all cores
python benchmarks/fuzz.py --target csv --cases 5000 --seed 7

The guided part needs atheris, which is no dependency: `pip install atheris` (wheels for Linux,
CPython 3.11 to 3.13). Without it all cases come by chance, and the last line says so. Ends with 1
where a promise was broken, and prints the case.
"""

from __future__ import annotations

import argparse
import faulthandler
import importlib.util
import os
import pkgutil
import random
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

CASES = 200_000
SHARES = {
    "times": 38, "words": 36, "command lines": 13, "csv": 5, "json": 4, "diary files": 4,
}  # fmt: skip
"""Of a hundred cases; a time phrase is read in a moment, a diary is opened."""

GUIDED_SHARE = 0.2
BATCH = 4_000  # cases of one process
STUCK = 120  # seconds after which a case that not even an alarm could end ends its process
HYPOTHESIS, ATHERIS = "hypothesis", "atheris"


class Job(NamedTuple):
    """Some cases of one target, for a process of its own."""

    target: str
    engine: str
    cases: int
    seed: int


class Done(NamedTuple):
    """What became of a job."""

    job: Job
    tried: int
    seconds: float
    said: str  # how it failed; empty where all promises were kept


def jobs(names: Sequence[str], cases: int, seed: int, *, guided: bool) -> list[Job]:
    """All cases, cut into jobs."""
    made = []
    whole = sum(SHARES[name] for name in names)
    for name in names:
        count = -(-cases * SHARES[name] // whole)
        by_coverage = int(count * GUIDED_SHARE) if guided else 0
        for engine, left in ((ATHERIS, by_coverage), (HYPOTHESIS, count - by_coverage)):
            for begin in range(0, left, BATCH):
                seed += 1
                made.append(Job(name, engine, min(BATCH, left - begin), seed))
    return made


def start(job: Job) -> Done:
    """Run a job in a process of its own."""
    began = time.monotonic()
    words = [sys.executable, os.path.abspath(__file__), "--one", *map(str, job)]
    with tempfile.TemporaryDirectory() as folder:
        told = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    counts = [line.split()[1] for line in told.stdout.splitlines() if line.startswith("tried ")]
    tried = int(counts[-1]) if counts else 0
    failed = told.returncode != 0 or tried < job.cases
    return Done(job, tried, time.monotonic() - began, told.stderr[-6000:] if failed else "")


def run_one(job: Job) -> None:
    """The cases of a job, here."""
    if job.engine == ATHERIS:
        import atheris

        with atheris.instrument_imports(include=["cramplog"], enable_loader_override=False):
            _import_all()  # now, and not while a case waits for it
            from fuzzing import targets
    else:
        from fuzzing import targets
    from fuzzing.room import room

    target = targets.TARGETS[job.target]
    folder, tried = Path.cwd(), 0  # the room changes to another
    with room() as place:

        def attempt(case: Any) -> None:
            nonlocal tried
            faulthandler.dump_traceback_later(STUCK, exit=True, file=2)
            try:
                target.attempt(case, place)
            except BaseException:
                traceback.print_exc()
                print(f"broken by {case!r}", file=sys.stderr, flush=True)
                raise
            tried += 1
            if job.engine == ATHERIS and tried >= job.cases:
                faulthandler.cancel_dump_traceback_later()
                print("tried", tried, flush=True)
                os._exit(0)  # libFuzzer has no other end

        test = targets.as_test(target, attempt, cases=job.cases, seed=job.seed)
        if job.engine == ATHERIS:
            _guided(test.hypothesis.fuzz_one_input, job, folder)  # type: ignore[attr-defined]
        test()
        faulthandler.cancel_dump_traceback_later()
    print("tried", tried, flush=True)


def _import_all() -> None:
    import cramplog

    for module in pkgutil.walk_packages(cramplog.__path__, "cramplog."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def _guided(one: Callable[[bytes], object], job: Job, folder: Path) -> None:
    """Hand libFuzzer's bytes to hypothesis, which makes a case of them."""
    import atheris

    chance = random.Random(job.seed)
    corpus = folder / "corpus"
    corpus.mkdir()
    for number in range(200):
        (corpus / str(number)).write_bytes(chance.randbytes(chance.randrange(16, 4096)))
    options = [f"-seed={job.seed}", "-timeout=600", "-len_control=0", "-max_len=8192"]
    atheris.Setup([sys.argv[0], *options, "-rss_limit_mb=0", "-verbosity=0", str(corpus)], one)
    atheris.Fuzz()


def main() -> int:
    """Fuzz, and tell how many cases ran of each target, and how fast."""
    words = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    words.add_argument("--cases", type=int, default=CASES)
    words.add_argument("--target", action="append", choices=SHARES)
    words.add_argument("--seed", type=int, default=int(time.time()))
    words.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    words.add_argument("--one", nargs=4, help=argparse.SUPPRESS)
    said = words.parse_args()
    if said.one:
        name, engine, cases, seed = said.one
        run_one(Job(name, engine, int(cases), int(seed)))
        return 0
    guided = importlib.util.find_spec(ATHERIS) is not None
    wanted = jobs(said.target or list(SHARES), said.cases, said.seed, guided=guided)
    random.Random(said.seed).shuffle(wanted)
    began = time.monotonic()
    with ThreadPoolExecutor(said.workers) as pool:
        done = [_told(each) for each in pool.map(start, wanted)]
    _summary(done, time.monotonic() - began, guided=guided)
    return 1 if any(each.said for each in done) else 0


def _told(done: Done) -> Done:
    job = done.job
    print(f"{job.target} by {job.engine}, seed {job.seed}: {done.tried} cases", flush=True)
    if done.said:
        print(done.said, flush=True)
    return done


def _summary(done: list[Done], seconds: float, *, guided: bool) -> None:
    print(f"{'target':<15}{'by':<12}{'cases':>8}{'a second':>10}{'broken':>8}")
    for name in SHARES:
        for engine in (HYPOTHESIS, ATHERIS):
            mine = [each for each in done if each.job[:2] == (name, engine)]
            tried = sum(each.tried for each in mine)
            took = sum(each.seconds for each in mine)
            if mine:
                broken = sum(bool(each.said) for each in mine)
                print(f"{name:<15}{engine:<12}{tried:>8}{tried / took:>10.0f}{broken:>8}")
    every = sum(each.tried for each in done)
    how = "" if guided else " (none guided by coverage: atheris is not installed)"
    print(f"{every} cases in {seconds:.0f} s{how}")


if __name__ == "__main__":
    sys.exit(main())
