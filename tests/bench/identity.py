#!/usr/bin/env python3
"""A panflute filter that does nothing: what every filter costs. It only reads and writes, without a walk."""

import panflute

panflute.dump(panflute.load())
