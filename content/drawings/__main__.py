"""Command line: ``python -m content.drawings [issue] [--only NAME]``."""

import argparse
import importlib
from pathlib import Path

from . import finish

HERE = Path(__file__).resolve().parent


def load_scenes() -> None:
    """Import every module that registers scenes."""
    drawn = ("charts.py", "diagrams.py", "flowchart.py")
    for path in sorted(HERE.glob("scenes_*.py")) + [HERE / name for name in drawn]:
        if path.exists():
            importlib.import_module(f"{__package__}.{path.stem}")


def main() -> None:
    """Draw the pictures that were asked for."""
    parser = argparse.ArgumentParser(description="Draw the illustrations of the sample issues.")
    parser.add_argument("issue", nargs="?", help="issue, such as 2020-03; default all")
    parser.add_argument("--only", nargs="*", help="draw only these file names")
    parser.add_argument("--root", type=Path, default=HERE.parent, help="folder of the issues")
    parser.add_argument("--preview", type=Path, help="also save small PNG previews here")
    args = parser.parse_args()
    load_scenes()
    for issue, name in sorted(finish.SCENES):
        if args.issue not in (None, issue) or (args.only and name not in args.only):
            continue
        size = finish.render(issue, name, args.root, args.preview)
        print(f"{issue}/photos/{name}  {size / 1000:.0f} KB")


if __name__ == "__main__":
    main()
