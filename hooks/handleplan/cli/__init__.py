"""The ``handleplan`` command: the only package that prints."""
