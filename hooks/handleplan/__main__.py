"""``python -m handleplan``."""

from .cli.main import main

main()
