"""What the data may say: one pydantic model a kind of thing, with a Danish description of every field."""
