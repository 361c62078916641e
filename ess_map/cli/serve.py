"""`serve`: opens the dashboard, exactly as `streamlit run dashboard.py` does."""

from __future__ import annotations

import importlib.util
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ess_map.cli.answer import Answer, say
from ess_map.cli.parser import RefusedError

if TYPE_CHECKING:
    import argparse

ROOT = Path(__file__).resolve().parents[2]
FRONT_DOOR = ROOT / "dashboard.py"


def run(args: argparse.Namespace) -> Answer:
    """Run the server until it is stopped; on a system that can, this process becomes the server."""
    check(args.port)
    command = [sys.executable, "-m", "streamlit", "run", str(FRONT_DOOR), "--server.port", str(args.port)]
    address = {"adresse": f"http://localhost:{args.port}"}
    os.chdir(ROOT)  # the configuration of Streamlit (.streamlit) is read from the current folder
    if os.name == "posix":
        if args.json:
            say(Answer(document=address), as_json=True)
            os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what the server prints is not the document
        os.execv(sys.executable, command)  # noqa: S606 -- our own interpreter, no shell; signals reach the server
    code = subprocess.call(command, stdout=sys.stderr if args.json else None)  # noqa: S603 -- our own interpreter, no shell
    return Answer(document=address, ok=code == 0)


def check(port: int) -> None:
    """
    Verify that the server can start.

    Raises
    ------
    RefusedError
        If Streamlit or `dashboard.py` is missing, or if the port is taken.
    """
    if importlib.util.find_spec("streamlit") is None:
        raise RefusedError("Streamlit n’est pas installé. Lancez d’abord\u00a0: pip install -r requirements.txt")
    if not FRONT_DOOR.is_file():
        raise RefusedError(
            f"Le fichier «\u00a0{FRONT_DOOR}\u00a0» manque\u00a0: lancez la commande depuis une copie complète du dépôt."
        )
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise RefusedError(f"Le port {port} est déjà pris. Choisissez-en un autre\u00a0: --port N") from error
