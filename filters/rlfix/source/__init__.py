"""The same edits in the file's own text, with the smallest difference, and proved by reading it again."""
