"""Rule packs: what a team calls its things, as data that proves itself.

Written down:
    source.py       a YAML file with its line numbers
    phrase.py       the phrase language
    model.py        what a pack is, as its author wrote it
    pack.py         what a pack file may say, and what is wrong with one
    foreign.py      the lists of Vale, prh and textlint; write_pack.py turns one into ours
    prove.py        the specs of a pack
Compiled:
    inflect.py      the forms of words that rules need
    literals.py     what a regular expression needs of a text
    automata.py     the phrases of a condition as one automaton
    table.py        what rules share: sets of words and automata; nodes.py reads them from bytes
    compiled.py     from a pack to its compiled form
    header.py       that form: rules found by the words that they need
    store.py        packs by name or path, ready to use
At work in a document:
    view.py         its words as the rules see them
    topic.py        whether it is about what a pack is for
    match.py        where rules match; start reading here
    reading.py      of each word the sets that have it, and phrases along the words
    conditions.py   `when` and `unless`
    regexes.py      regular expressions, those of users with a limit on time
    replacement.py  what is written at a match: write.py for its case

Nothing here loads panflute but `prove`, when it is called: the build compiles packs without it.
"""
