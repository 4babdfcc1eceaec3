"""Handleplan: one municipality's handbook on digital abuse of pupils, from YAML to pages and paper.

Data flows one way: ``read`` (YAML with places) → ``model`` (what the data may say) → ``edition``
(overlay, references, checks) → ``out`` (pages, paper, exports). ``mkdocs_adapter`` is the only package
that imports MkDocs; only it and ``cli`` print.
"""
