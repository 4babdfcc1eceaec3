"""All papers of a number of municipalities with empty caches, and where the time goes: ``python -m tests.bench.papers 4``.

Prints the processors' work for each kind of paper, a municipality's share, and what that makes for 98 municipalities on
this computer's processors.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from handleplan.out.paper.engine import uncollected
from handleplan.out.paper.papers import jobs
from handleplan.pool import collect_seldom
from handleplan.prepare import prepare_edition
from handleplan.project import Project

from tests.bench.memory import peak_mb
from tests.bench.municipalities import generate

ALL = 98


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    work: Counter[str] = Counter()
    collect_seldom()
    with tempfile.TemporaryDirectory() as folder:
        project = generate(Project.find(), Path(folder), number)
        for slug in project.slugs:
            one = prepare_edition(project, slug)
            assert one.edition is not None, one.messages
            with uncollected():
                for job in jobs(one.edition, one.pages, project):
                    begun = time.process_time()
                    job.source()
                    job.make()
                    work[job.fil if job.fil.endswith(".pdf") else "udkast (Word)"] += time.process_time() - begun
            begun = time.process_time()
            gc.collect()
            work["oprydning"] += time.process_time() - begun
            print(f"{slug}: {sum(work.values()):.0f} s i alt", flush=True)
    for what, seconds in work.most_common():
        print(f"{what:24} {seconds / number:6.1f} s for en kommune")
    each, processors = sum(work.values()) / number, os.cpu_count() or 1
    print(f"I alt {each:.1f} s for en kommune, {peak_mb():.0f} MB.", end=" ")
    print(f"{ALL} kommuner på {processors} processorer: {each * ALL / processors / 60:.0f} minutter")


if __name__ == "__main__":
    main()
