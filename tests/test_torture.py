r"""One document full of traps: what looks like a slip and is none, beside real slips.

| left alone (`the the`)                                                              |
| ----------------------------------------------------------------------------------- |
| code, code attributes, math, raw TeX and HTML, comments                             |
| addresses, titles of links, autolinks, identifiers, labels, classes, attributes     |
| citation keys, prefixes and locators, metadata but the title                        |
| quotations, [sic], idioms, other languages, what the author turned off               |
| the same word in two cells, two items, two lines of a poem, before and after code   |

Each `of of` is a slip. Mended, the document is the one that an author would have mended by hand:
the tree is equal to the last byte.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pypandoc
import pytest

PANDOC = pypandoc.get_pandoc_path()
FILTER = Path(sys.executable).with_name("rlfix")

SOURCE = r"""---
title: The art of of watering
subtitle: All of of it, `the the` included
author:
  - Ada the the Elder
  - name: the the
    id: the-the
tags: [the the, of-course]
slug: the-the-art
bibliography: the the.bib
header-includes: |
  \newcommand{\the}{the the}
abstract: |
  A history of of watering, with $\text{the the}$ and `the the`.
---

<!-- the the -->

# The sources of of water

Turn to [the sources](#the-sources-of-of-water), to [The sources of of water] or to [a plan](#the-the-plan "the the").

## The second plan {#the-the-plan .the-the key="the the" of-of="1"}

Call `water(the the)`{.the-the key="the the"}, weigh $m_{\text{the the}}$, see \cite{the the} and \textbf{the the}, or

$$\sum_{the the} \text{the the}$$ {#eq:the-the}

Most of of it is told in [the book of of springs](https://example.org/the/the?q=the%20the#the-the "the the"),
at <https://example.org/the%20the> and <the.the@the.example>, or at
[https://example.org/the the](<https://example.org/the the>).

```{.python #lst:the-the caption="the the" filename='the the.py'}
def the(the):  # the the
    return "the the"
```

~~~
the the
~~~

![A drop of of rain](img/the%20the.png "the the"){#fig:the-the .the-the width=50% alt="drops of of rain" key="the the"}

One [see the the @the-the2001, chap. the the; @of-of] wrote, and @the-the1999 [the the] agreed on most of of it.
Plain <span title="the the">words of of praise</span> and <a href="the the.html" title="the the">more of of them</a>.

> Somebody wrote: the the end.
>
> - the the

He said: "I saw the the end of of it." She wrote 'the the' and “of of”. It said the the [sic] twice, the the \[sic].

::: {.warning title="the the"}
Keep it out of of reach.[^the-the]
:::

| the | the thing | `the the` |
|-----|:--------------|-----------|
| the | a drop of of rain | $the the$ |
| the | the           | the       |

: What is left of of the water {#tbl:the-the key="the the"}

Water
:   The source of of life; see `the the`.

| the
| the rose of of the garden
| the

- the
- the

(@the-the) The first of of many.

As (@the-the) says, the `x` the, the $x$ the, the [@x] the, the![](x.png)the, the^[A note of of its own.] the.

[the the *the the*]{.rlfix-ignore} [the the]{rlfix=off} [mettre the the]{lang=fr} ~~the the~~ [the the]{.deletion}

::: {lang=nl}
the the
:::

<!-- rlfix-disable -->

# Of the the

the the^[the the]

<!-- rlfix-enable -->

<!-- rlfix-disable-next-line grammar.doubled-word -->
the the
most of of it.

Names and idioms: a non-the the, the-the, the/the, x.the the.y, had had, that that, very very, log
in in time,
OR or AND and, A a, vitamin A a day, the the's, The Who of of old.

```{=html}
<p title="the the">the the</p>
```

`\the{the the}`{=latex}

\begin{the}
the the
\end{the}

::: {#refs}
The The. *The the.* 1999.
:::

[^the-the]: Out of of sight, `the the`, [x](<the the>).
"""


SLIPS = [("of of", "of"), ("of-of-water", "of-water")]
QUOTED = [
    ("the the end of of it", "the the end @ @ it"),
    ("“of of”", "“@ @”"),
]


def ask(data: bytes, *arguments: str) -> bytes:
    return subprocess.run([PANDOC, *arguments], input=data, capture_output=True, check=True, timeout=60).stdout


def by_hand(source: str) -> str:
    """Return `source` as its author would mend it: every slip but those in somebody's words."""
    for quoted, hidden in QUOTED:
        source = source.replace(quoted, hidden)
    for slip, mended in SLIPS:
        source = source.replace(slip, mended)
    return source.replace("@ @", "of of")


def test_the_tree_is_the_one_mended_by_hand():
    filtered = json.loads(ask(SOURCE.encode(), "-t", "json", "--filter", str(FILTER)))
    mended = json.loads(ask(by_hand(SOURCE).encode(), "-t", "json"))
    assert filtered["meta"] == mended["meta"]
    for ours, theirs in zip(filtered["blocks"], mended["blocks"], strict=True):
        assert ours == theirs
    assert filtered == mended


@pytest.mark.parametrize("writer", ["markdown", "html", "latex", "rst", "native"])
def test_the_output_is_the_one_mended_by_hand(writer):
    arguments = ("-t", writer, "--standalone", "--wrap=preserve")
    filtered = ask(SOURCE.encode(), *arguments, "--filter", str(FILTER))
    assert filtered.decode() == ask(by_hand(SOURCE).encode(), *arguments).decode()


def test_the_second_time_there_is_nothing_to_mend():
    once = subprocess.run([FILTER], input=ask(SOURCE.encode(), "-t", "json"), capture_output=True, check=True)
    twice = subprocess.run([FILTER], input=once.stdout, capture_output=True, check=True)
    assert twice.stdout == once.stdout
    assert b"fixed" in once.stderr
    assert b"fixed" not in twice.stderr


def test_every_trap_is_still_in_the_output():
    before, after = (
        ask(SOURCE.encode(), "-t", "markdown", "--wrap=none", *more) for more in ([], ["--filter", str(FILTER)])
    )
    assert after.count(b"the the") == before.count(b"the the") > 50
    assert after.count(b"of of") < before.count(b"of of")
