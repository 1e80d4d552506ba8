"""The published site: a MkDocs plugin that generates the pages, and publishing that is never half done."""
