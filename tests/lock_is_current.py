"""Say whether requirements*.txt still answer pyproject.toml; no network needed. Run: python -m tests.lock_is_current."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;]+)")


def pins(path: Path) -> dict[str, str]:
    """Read the exact pins of a compiled file: canonical name -> version."""
    found = (_PIN.match(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {canonicalize_name(m[1]): m[2] for m in found if m}


def problems(root: Path) -> list[str]:
    """List, in French, every requirement of pyproject.toml that the compiled files do not answer."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    run, dev = pins(root / "requirements.txt"), pins(root / "requirements-dev.txt")
    asked = [("requirements.txt", run, text) for text in project["dependencies"]]
    asked += [("requirements-dev.txt", dev, text) for text in project["dependencies"] + project["optional-dependencies"]["dev"]]
    found = []
    for name, have, text in asked:
        wanted = Requirement(text)
        version = have.get(canonicalize_name(wanted.name))
        if version is None:
            found.append(f"{name} : {wanted.name} manque")
        elif not wanted.specifier.contains(version, prereleases=True):
            found.append(f"{name} : {wanted.name} {version} ne répond pas à « {wanted.specifier} »")
    found += [f"requirements-dev.txt : {p} diffère de requirements.txt" for p, v in run.items() if dev.get(p) != v]
    return found


def main() -> int:
    """Print what is wrong and how to mend it."""
    found = problems(ROOT)
    for line in found:
        print(line, file=sys.stderr)
    if found:
        print("Lancez « make lock », puis relisez la différence.", file=sys.stderr)
    return 2 if found else 0


if __name__ == "__main__":
    sys.exit(main())
