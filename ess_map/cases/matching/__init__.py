"""
Matching a territory with the library: needs, criteria, reasons, differences, levers, carriers, and the honesty to abstain.

`Casebook.of(library, context)` prepares the library once a process; `asking.cases_for(book, evidence, question, theme=…)` matches the
territory of a question and answers a frozen `model.Matching`. `engine.match(book, request)` is the pure rule behind it. Everything is
explained, with the weights, in `docs/APPARIEMENT.md`.
"""
