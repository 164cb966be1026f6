"""Every place a note can stand in, referred to twice, for every writer that has a second reference."""

import pytest

from notes.runs import convert, printed, right

NAMES = ["Ant", "Bee", "Cat", "Dog", "Elk", "Fox", "Gnu", "Hen"]
NAMES += ["Ibis", "Jay", "Kite", "Lark", "Moth", "Newt", "Owl", "Pig"]
PLACES = """\
# Heading Ant[^ant]

Text Bee[^bee] and *Cat[^cat] stressed* or "Dog[^dog] quoted", [linked Elk[^elk]](u), ~~Fox[^fox]~~.

- item Gnu[^gnu]

  > quoted Hen[^hen]

term Ibis[^ibis]
:   defined Jay[^jay]

![Figure Kite[^kite]](a.png)

| head Lark[^lark] | b |
|------------------|---|
| cell Moth[^moth] | d |

: Caption Newt[^newt]

| line Owl[^owl]
| inline ![image Pig[^pig]](b.png) end
"""
AGAIN = "Again: " + ", ".join(f"{name}[^{name.lower()}]" for name in NAMES)
BODIES = "\n\n".join(f"[^{name.lower()}]: body of {name}, *noted*" for name in NAMES)
TEXTUAL = ["markdown", "gfm", "commonmark_x", "markdown_mmd", "markdown_phpextra", "djot", "org", "rst", "plain"]


@pytest.mark.parametrize("writer", [*TEXTUAL, "html", "latex"])
def test_all_places_of_a_first_reference(writer):
    right(convert(f"{PLACES}\n\n{BODIES}", writer=writer).text, writer, len(NAMES))


@pytest.mark.parametrize("writer", TEXTUAL)
def test_all_places_of_both_references(writer):
    text = convert(f"{PLACES}\n\n{AGAIN}\n\n{BODIES}", writer=writer).text
    right(text, writer, len(NAMES))
    assert len(printed(text, writer).markers) == 2 * len(NAMES)


@pytest.mark.parametrize("writer", TEXTUAL)
def test_the_places_as_second_references(writer):
    text = convert(f"{AGAIN}\n\n{PLACES}\n\n{BODIES}", writer=writer).text
    right(text, writer, len(NAMES))
    assert len(printed(text, writer).markers) == 2 * len(NAMES)


@pytest.mark.parametrize("writer", ["html", "latex", "typst"])
def test_links_and_headings_have_copies_where_a_reference_would_break(writer):
    text = convert(f"{AGAIN}\n\n{PLACES}\n\n{BODIES}", writer=writer).text
    found = printed(text, writer)
    assert [label for label, _ in found.bodies] == [str(number + 1) for number in range(len(found.bodies))]
    bodies = dict(found.bodies)
    assert all(f"body of {word}" in bodies[label] for word, label in found.markers if word in NAMES)
    assert len(bodies) <= len(NAMES) + 4
