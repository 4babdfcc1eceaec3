"""The ``handleplan`` command: arguments in, Danish lines out."""
