"""What strangers write into articles to make a reader's browser do something: each calls `hit` if it is let."""

from __future__ import annotations

from html import escape

MARKUP = (
    "<script>hit()</script>",
    "<script src='data:text/javascript,hit()'></script>",
    "<script type=module>hit()</script>",
    "<img src=x onerror=hit()>",
    "<img/src=x/onerror=hit()>",
    "<svg onload=hit()>",
    "<svg><script>hit()</script></svg>",
    "<svg><animate onbegin=hit() attributeName=x dur=1s>",
    "<svg><a xlink:href='javascript:hit()'><text y=20>a</text></a></svg>",
    "<svg><foreignObject><img src=x onerror=hit()></foreignObject></svg>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload=hit()>#x'></use></svg>",
    "<body onload=hit()>",
    "<details open ontoggle=hit()>",
    "<input autofocus onfocus=hit()>",
    "<p onmouseover=hit() onclick=hit()>over</p>",
    "<video><source onerror=hit()></video>",
    "<audio src=x onerror=hit()>",
    "<marquee onstart=hit()>",
    "<iframe src='javascript:parent.hit()'></iframe>",
    "<iframe srcdoc='<script>parent.hit()</script>'></iframe>",
    "<object data='javascript:hit()'></object>",
    "<embed src='javascript:hit()'>",
    "<a href='javascript:hit()'>a</a>",
    "<a href='java\tscript:hit()'>a</a>",
    "<a href=' \x01javascript:hit()'>a</a>".replace("\x01", "&#1;"),
    "<a href='&#106;avascript&colon;hit()'>a</a>",
    "<a href='JaVaScRiPt:hit()'>a</a>",
    "<a href='data:text/html,<script>opener.hit()</script>' target=_blank>a</a>",
    "<form action='javascript:hit()'><button>a</button></form>",
    "<button formaction='javascript:hit()'>a</button>",
    "<math><a xlink:href='javascript:hit()'>a</a></math>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=hit()&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=hit()>'>",
    "<template shadowrootmode=open><script>hit()</script></template>",
    "<meta http-equiv=refresh content='0;url=javascript:hit()'>",
    "<base href='javascript:hit()//'>",
    "<link rel=stylesheet href='data:text/css,*{color:red}'>",
    "<style>@keyframes x{}p{animation:x 1s}</style><p style='animation:x 1s' onanimationstart=hit()>a</p>",
    "<xss id=x tabindex=1 onfocusin=hit()>a</xss>",
    "<scr<script>ipt>hit()</scr</script>ipt>",
)
"""That runs where it is taken for HTML."""

WAYS_OUT = {
    "as it is": "{}",
    "out of an attribute": '">{}',
    "out of an attribute in single quotes": "'>{}",
    "out of a title": "</title>{}",
    "out of a script": "</script>{}",
    "out of a comment": "-->{}",
    "out of a text field": "</textarea>{}",
    "out of a style": "</style>{}",
    "out of CDATA": "]]>{}",
    "in a block of its own": "<div>{}</div>",
    "in capitals": "{}",
    "named by entities": "{}",
}
"""Of the place that the words are put in."""

WORDS = (
    '" onmouseover=hit() x="', "' autofocus onfocus=hit() x='", "` onerror=hit() `", "x onload=hit()",
    '"};hit();//', "'};hit();//", "\u2028hit()//", "\u2029hit()//", "<!--<script>", "*/hit()/*", "\\u003cimg src=x onerror=hit()\\u003e",
    "javascript:hit()", "JAVASCRIPT:hit()", "javascript&colon;hit()", "vbscript:hit()", "data:text/html,<script>hit()</script>",
    "//evil.example/x", "\\\\evil.example\\x", "https:evil.example",
    "[a](javascript:hit())", "[a](<javascript:hit()>)", "[a](&#106;avascript:hit())", "![a](javascript:hit())", "![a](x\" onerror=\"hit())",
    "[a][b]\n\n[b]: javascript:hit()", "<javascript:hit()>", "[a](data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg)", "![a](https://evil.example/x.png)",
    "```html\n<script>hit()</script>\n```\n", "`<img src=x onerror=hit()>`", "    <script>hit()</script>", "a | b\n--|--\n<img src=x onerror=hit()> | b",
    "{{ 1337*1009 }}", "{% for x in (1,) %}{{ x }}{% endfor %}", "{{ config.items() }}", "${1337*1009}", "<%= 1337*1009 %>", "#{1337*1009}",
    "{{constructor.constructor('hit()')()}}", "--8<-- '/etc/passwd'", "{!/etc/passwd!}", "[TOC]", "::: timeline",
    "%3Cscript%3Ehit()%3C/script%3E", "\uff1cscript\uff1ehit()\uff1c/script\uff1e", "+ADw-script+AD4-hit()+ADw-/script+AD4-", "\u202ehit()", "=cmd|' /C calc'!A0", "&lt;script&gt;hit()&lt;/script&gt;", "<", "&", "&amp;lt;",
)  # fmt: skip
"""That run where they stand in an attribute, a script, an address, Markdown or a template."""


def _on_its_way(how: str, markup: str) -> str:
    written = WAYS_OUT[how].format(markup)
    if how == "in capitals":
        # Names of tags and attributes know no case; what is called does.
        return written.upper().replace("HIT()", "hit()").replace("PARENT.", "parent.").replace("OPENER.", "opener.")
    return escape(written) if how == "named by entities" else written


PAYLOADS = tuple(dict.fromkeys((*WORDS, *(_on_its_way(how, markup) for how in WAYS_OUT for markup in MARKUP))))
"""Over five hundred, of every kind."""

FEW = (*MARKUP[::2], *WORDS[::2])
"""Some of each kind, where each costs a page or more."""
