"""The published site: a MkDocs plugin that generates the pages, and publishing that is never half done.

- `plugin`, `options`, `surroundings`: the pages, generated in memory when MkDocs builds; `mkdocs_calls`: what else is asked of MkDocs
- `publishing`, `report`, `replacing`: a build by one call, put in the place of the old site in one step
- `serving`: the site shown while its articles are written
- `pages`, `writer`, `frame`: every page, what it is given and in which template; `rendering`: the templates, escaping always on
- `sheets`: what a file hangs on, by which it is known whether it is made again; `tree`: the files brought forward
- `addresses`: where pages stand; `data`: `timeline.json`; `sitemap`: for search engines
- `paging`, `listing`: what is listed by date, on pages of bounded size, and where each stands; `search`, `word_index`: the index
  of many
- `cards`: an event as it is shown; `facts`: what is counted of each, found out once; `reasons`: why it has its date; `sources`: the articles beside it; `extent`: how wide its date is; `chronology`, `density`: events by year and month, and the strip above them
- `chronology_page`: a page of events; `choosing`: which of them matter most; `by_publication`: what is listed by the day of
  its article; `collections`: topics, entities and outlets with pages of their own; `undated`: what has
  no place on the calendar
- `article_page`, `body`: an article with its time expressions marked; `figures`: what the method page counts
- `embeds`: what is made for other people's pages; `snippets`: what they copy into them; `sharing`: the picture of a shared link
- `theming`: what the site's makers choose of its looks
- `themes`, `framing`: the pages in our theme, or in the frame of one that the makers name
"""
