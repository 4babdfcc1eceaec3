"""Paper: PDFs set by WeasyPrint from the templates in ``overrides/papir/``.

Everything a PDF says in words stands in the templates and the data; everything here is about what goes
where and whether it fits.
"""
