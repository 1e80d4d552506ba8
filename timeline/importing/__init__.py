"""One module a source: texts and articles that others wrote, read into our own."""
