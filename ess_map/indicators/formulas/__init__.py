"""Formulas, one subject a file: arrays in, arrays out, nothing read, nothing rounded, inputs untouched."""
