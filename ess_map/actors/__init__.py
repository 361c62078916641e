"""Who is there: schema, families, themes, register, queries."""
