"""The command line: `python -m ess_map COMMAND`. It never shows a traceback, and always says in French what to do."""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from typing import TYPE_CHECKING, cast

from ess_map.cli.answer import Answer, say, say_error, speak_utf8
from ess_map.cli.parser import RefusedError, read
from ess_map.errors import EssMapError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

DONE, BROKEN, REFUSED, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: success; a defect of ours; a refusal explained in French; Ctrl+C."""


def main(argv: Sequence[str] | None = None) -> int:
    """
    Run one command.

    Parameters
    ----------
    argv
        Words after the program's name; those of the process by default.

    Returns
    -------
    code
        0 when done, 2 when refused (a French sentence on stderr says why), 1 for a defect of the program.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    speak_utf8()
    as_json = "--json" in words
    try:
        return _run(words)
    except BrokenPipeError:
        # The reader left (`… | head`): what it wanted it has. The interpreter must not write again when it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        say_error("Interrompu.", as_json=as_json)
        return INTERRUPTED
    except (EssMapError, RefusedError) as error:
        say_error(str(error), as_json=as_json)
        return REFUSED
    except Exception as error:  # noqa: BLE001 -- the outermost edge: whatever happens, a sentence and an exit code
        if os.environ.get("ESS_MAP_DEBUG"):
            traceback.print_exc()
        say_error(
            f"Une erreur imprévue est survenue ({type(error).__name__}). Vos fichiers sont intacts. "
            "Pour les détails, relancez avec la variable d’environnement ESS_MAP_DEBUG=1.",
            as_json=as_json,
        )
        return BROKEN


def _run(words: list[str]) -> int:
    args = read(words)
    if args.texte is not None:
        sys.stdout.write(args.texte)
        return DONE
    # Only the command that was asked is loaded: help answers at once.
    command = importlib.import_module(f"ess_map.cli.{args.commande}")
    run = cast("Callable[[Namespace], Answer]", command.run)
    answer = run(args)
    say(answer, as_json=args.json)
    return DONE if answer.ok else REFUSED
