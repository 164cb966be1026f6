"""Small documents in the formats that Pandoc reads but does not write.

Each holds `of of` where an author would mend it, and `the the` where nobody may. Lists of
references have no prose: their titles are data.
"""

from __future__ import annotations

import io
import zipfile

INPUTS = {
    "bits": """\
<book dtd-version="2.0" xml:lang="en"><book-body><book-part id="the-the" book-part-type="chapter"><body>
<sec id="s1"><title>The limits of of gardens</title>
<p>A row of of <italic>beans</italic>, <monospace>the the</monospace> and
<ext-link ext-link-type="uri" xlink:href="https://example.org/the%20the" xmlns:xlink="http://www.w3.org/1999/xlink"
>a plan of of beds</ext-link>.</p></sec>
</body></book-part></book-body></book>
""",
    "creole": """\
= The limits of of gardens

A row of of //beans//, {{{the the}}} and [[https://example.org/the the|a plan of of beds]].

* some of of them
|=Bed |=What |
|first |a mix of of peas |

{{{
the the
}}}
""",
    "csv": """\
Bed,What grows
first,a mix of of peas
second,"beans, and the rest"
""",
    "tsv": "Bed\tWhat grows\nfirst\ta mix of of peas\n",
    "mdoc": """\
.Dd May 6, 2024
.Dt GARDEN 1
.Os
.Sh NAME
.Nm garden
.Nd shows what is left of of the plants
.Sh DESCRIPTION
A row of of beans, and
.Li the the
stays.
.Bd -literal
the the
.Ed
""",
    "pod": """\
=head1 The limits of of gardens

A row of of I<beans>, C<the the> and L<a plan of of beds|https://example.org/the%20the>.

  the the

=over

=item * some of of them

=back
""",
    "t2t": """\
The Garden
Ada the the Second
2024

= The limits of of gardens =[the-the]

A row of of //beans//, ``the the`` and [a plan of of beds https://example.org/the%20the].

- some of of them

```
the the
```
""",
    "tikiwiki": """\
! The limits of of gardens

A row of of ''beans'', -+the the+- and [https://example.org/the%20the|a plan of of beds].

* some of of them

{CODE()}the the{CODE}
""",
    "twiki": """\
---+ The limits of of gardens

A row of of _beans_, =the the= and [[https://example.org/the%20the][a plan of of beds]].

   * some of of them

<verbatim>
the the
</verbatim>
""",
    "vimwiki": """\
= The limits of of gardens =

A row of of _beans_, `the the` and [[https://example.org/the%20the|a plan of of beds]].

* some of of them

{{{python
the the
}}}
""",
}
"""Documents in text."""

REFERENCES = {
    "bibtex": """\
@book{the-the2001,
  author = {Ada the the Second},
  title = {The limits of of gardens},
  year = {2001},
}
""",
    "ris": """\
TY  - BOOK
ID  - the-the2001
AU  - Second, Ada
TI  - The limits of of gardens
PY  - 2001
ER  -
""",
    "csljson": """\
[{"id": "the-the2001", "type": "book", "title": "The limits of of gardens", "issued": {"date-parts": [[2001]]}}]
""",
    "endnotexml": """\
<?xml version="1.0" encoding="UTF-8"?>
<xml><records><record><ref-type name="Book">6</ref-type><rec-number>1</rec-number>
<contributors><authors><author>Second, Ada</author></authors></contributors>
<titles><title>The limits of of gardens</title></titles><dates><year>2001</year></dates></record></records></xml>
""",
}
"""Lists of references."""
REFERENCES["biblatex"] = REFERENCES["bibtex"]


def workbook() -> bytes:
    """Return a spreadsheet of Excel's format with one cell of prose."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    rows = "".join(
        f'<row r="{number}"><c r="A{number}" t="str"><v>{words}</v></c></row>'
        for number, words in enumerate(("What grows", "a mix of of peas"), 1)
    )
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Beds" sheetId="1"'
        ' r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1"'
        f' Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package_file:
        for name, xml in parts.items():
            package_file.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{xml}')
    return data.getvalue()
