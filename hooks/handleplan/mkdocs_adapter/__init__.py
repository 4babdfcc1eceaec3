"""The only package that imports MkDocs: an edition's pages go in as generated files, its names into the config.

``events`` answers MkDocs' events (``hooks/mkdocs_hooks.py``), ``build`` builds an edition that is checked already, and
``preview`` shows one while it is edited.
"""
