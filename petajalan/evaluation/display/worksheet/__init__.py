"""What the pages of the evaluation worksheet show, in words. Every figure comes from `calc.index`."""
