"""From the words of a language to what they mean. A language is one file in `locales/`; nothing else knows its words.

- `pattern`: how a rule is written, and what it is read into
- `meanings`: what rules mean, whatever the language: slot values in, operator out
- `locale_file`, `checking`: a language read from its file, and whether its entries fit together
- `numbers`, `symbols`, `vocabulary`: what a token, and what a slot, can stand for
- `triggers`: the words without which there is no time expression; `automaton`: all patterns at once, token by token
- `leads`: what stands between the beginning of an expression and its trigger
- `binding`: how one pattern fits one phrase, slot by slot
- `locale`: a language, ready to tag with; `loading`: languages by their code
"""
