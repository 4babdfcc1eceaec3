"""What an edition becomes: pages (Markdown), paper (PDF), exports."""
