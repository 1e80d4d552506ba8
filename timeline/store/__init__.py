"""What is already known of the articles, kept in a file between builds: it saves time and nothing else.

- `database`: the file, begun anew where it cannot be believed; `program`: which program kept it
- `knowledge`: what was read in each article, and what came of merging; `rows`: how an article is kept; `problems`:
  what was wrong with one
- `shelf`: parts that something is joined from, and facts by the ids of things
"""
