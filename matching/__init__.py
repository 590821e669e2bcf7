"""The matching engine: plain Python. Types in, scores out; no Django, no database, no settings."""
