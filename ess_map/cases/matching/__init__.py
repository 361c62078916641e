"""Matching a territory with the cases of others: needs, criteria, reasons, differences, levers, and the honesty to abstain."""
