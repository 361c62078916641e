"""`python -m ess_map COMMAND`."""

import sys

from ess_map.cli import main

if __name__ == "__main__":
    sys.exit(main())
