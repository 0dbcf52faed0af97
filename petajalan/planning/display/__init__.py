"""What the pages show, worked out from a regulation as data: plain Python, no database, no HTML."""
