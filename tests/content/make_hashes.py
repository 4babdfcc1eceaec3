"""Write the hashes of the sources' word runs anew: ``python -m tests.content.make_hashes FOLDER``.

FOLDER holds the sources as ``.txt`` files. They are not in the project; the hashes are all it keeps of them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.content.word_runs import HASHES, hashed_runs


def main(folder: Path) -> int:
    """Write the file; 1 when the folder has no source."""
    sources = sorted(folder.glob("*.txt"))
    if not sources:
        print(f"no .txt files in {folder}", file=sys.stderr)
        return 1
    hashes = sorted({run for path in sources for run in hashed_runs(path.read_text(encoding="utf-8"))})
    HASHES.write_text("\n".join(hashes) + "\n", encoding="ascii")
    print(f"{len(hashes)} runs of {len(sources)} sources")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
