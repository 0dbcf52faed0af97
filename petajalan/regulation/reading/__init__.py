"""Reading a regulation from a file: one function for all four formats."""
