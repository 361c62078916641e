"""What the figures say: catalogue, formulas, comparison, secrecy and reliability."""
