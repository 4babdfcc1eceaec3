"""The website around the pages: what the theme is told, and what is done to the built files. Knows no MkDocs."""
