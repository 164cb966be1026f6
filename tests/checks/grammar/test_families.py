"""The families of grammar: first what they leave alone, then what they mend; a table is one document."""

from __future__ import annotations

import pytest

from pipeline import markdown, proofread_markdown
from rlfix.settings import Settings

GRAMMAR = Settings(select=("grammar",))

LEFT_ALONE = {
    "articles": """
        A SQL query, an SQL query, a `x`, an `x`, an *\\$*.
        Vitamin A is good, plan A is in use, and a is a variable; type a in.
        A few, a many-sided one, half a one; the many, the few, the other.
        In future, in effect, in good time, from above, on top, at last, at first sight, in case of rain.
        No such method, any such class, as such, such methods.
        It is part of it, what it is for, and home to many; it is version control for all.
        It has low latency, little effect, open source, and high priority.
        In one way, in some way, in no way, in which way, all the way.
    """,
    "voice": """
        There's a bunch of problems, there's a lot of them, there's lots of fun, there's data.
        There's an entire section.
        The team are happy, the staff have left, data is data, data are data, the majority are here.
        It don't matter, kinda, gonna, ain't; he who dares.
        Great stuff! Also great. Not bad, also fast.
        Ten minutes is enough; five dollars is cheap; the news is good; physics is hard.
    """,
    "agreement": """
        One of the agents is here; checking the rewards is slow; what the users need is this.
        The key idea underlying policy gradients is this; the number of agents are ten.
        I suggest that the agent have a reward, that it be so, and if it were so.
        Make it work, see it do that, let it have one, watch the agent learn.
        The actor and the critic are one; both the actor and the critic have it.
        Each of them have one; they each have one; we two; those who they say.
        How many beds does it have? Which way does the agent go? What do the rewards mean?
        A variable need not have a value; a group of agents that have left; a set of rules are here.
        A shell script that we have run; an idea that use cases show.
        Most of the time is lost. The rest are gone. All but the first are gone.
    """,
    "numbers": """
        A two player game, a three layer network, version two is out, in step two we go.
        Two hundred, many a man.
        Each other, each two, every few days, another two weeks, every 10 minutes, each has one.
        Each trial then averages it.
        This works, this results in that, this sales model, this means war, this many bytes.
        These work, those who, these data.
        One of the team, one of the above, one of the two, one of the few places, one of the software packages.
        One or more master template(s), in other words, other than that, on the other hand, multiple inheritance.
        A means of, a series is, a thanks, a systems engineer, a single systems view.
    """,
    "verbs": """
        The can contains beans, in May results came, what can agents do, a will says so, must-haves matter.
        It must have helped, it should be used, you can use it, it may well be so.
        What it does works, all it did was run, don't results count, he did, used to it.
        Access to works of art, according to needs, committed to testing, led to used cars.
        Due to failed runs.
        The data we have came from users; what we had was good; he had rose bushes.
        All you need to do is install it; the goal is build speed; to be set; be welcome; it will be complete.
        Help you win, let it go, makes you think, it helps you to choose, sees you coming.
        By default, for example, of use, for let bindings, by design the system fails.
        As shown, as follows, as a follow-up, as shows go, why not training helps is unclear.
    """,
    "published": """
        An lvalue, an rvalue, an ndarray, an sdist, an mtime; the a flag, the a key; pass +a to it.
        A llama, a svelte app.
        This just loops; note that this only deals with it; if so, this only matches.
        Previous to this users had to wait.
        If multiple lexers match the name; multiple actuals map to it; clarify multiple requirement behavior.
        The values read are used; the reason both are needed is this; the byte size a type can have is big.
        Produce the first such object; followed by other text; answer questions about a single robots.txt file.
        Begin with one or more lines beginning with it; one or more exception / interrupt handlers.
        Under each prefix several directories are searched; two agents that each handle rewards.
        Directories outside the project that are set; objects reaching the age that are old.
        It works in such a way that file or folder names fit.
        What the server has that the client does not then streams data.
        The topic that was merged to suddenly contains it.
        The inode the line refers to already exists; statistics related to retries; the object linked to defines it.
        These APIs support it; these dummy lets can go; add it to lints lists; there will be lints that need it.
        No optimizations is bad; a backslash at end of line; results in end of file; dropped at end of scope.
        Recap what we have discussed about references; when used for restore it lets you do it.
        When set, this is used as result; do something similar with a list; it splits accordingly to keep it.
    """,
}

MENDED = {
    "A LLM, a RL agent, an unique goal, a hour": "An LLM, an RL agent, a unique goal, an hour",
    "an `u32`, a `x86_64` host": "a `u32`, an `x86_64` host",
    "a some amount, a the model, an another one": "some amount, the model, another one",
    "take the advantage of it": "take advantage of it",
    "this relates to above point.": "this relates to the above point.",
    "it has *stochastic, non-differentiable* goal.": "it has a *stochastic, non-differentiable* goal.",
    "It is Python library for research.": "It is a Python library for research.",
    "It works in similar way.": "It works in a similar way.",
    "There's conceptual similarities": "There are conceptual similarities",
    "there's still some philosophical differences": "there are still some philosophical differences",
    "There’s a few major problems": "There are a few major problems",
    "because there's math papers": "because there are math papers",
    "LLMs is large": "LLMs are large",
    "Everyone who have one": "Everyone who has one",
    "The value of these parameters are low.": "The value of these parameters is low.",
    "Using all of these features are slow.": "Using all of these features is slow.",
    "One of the biggest change is here": "One of the biggest changes is here",
    "This functions takes an error": "This function takes an error",
    "it have one, because it do not work": "it has one, because it does not work",
    "You can helps, it can used to test": "You can help, it can be used to test",
    "It doesn't works and has ran": "It doesn't work and has run",
    "It can be install by us": "It can be installed by us",
    "a desired a property": "a desired property",
    "Join our two mailing lists, which is active.": "Join our two mailing lists, which are active.",
    "Applications that handles the traffic": "Applications that handle the traffic",
    "if no rewards is left": "if no rewards are left",
    "When seen, this features is slow": "When seen, this feature is slow",
    "Why not trying another one?": "Why not try another one?",
    "Reward distribution also different - it has": "Reward distribution is also different - it has",
}


def table(text: str) -> str:
    return "\n\n".join(line.strip() for line in text.strip().splitlines())


@pytest.mark.parametrize("family", LEFT_ALONE)
def test_what_is_right_stays(family):
    assert proofread_markdown(table(LEFT_ALONE[family]), GRAMMAR) == markdown(table(LEFT_ALONE[family]))


def test_slips_are_mended():
    before, after = ("\n\n".join(lines) for lines in (MENDED.keys(), MENDED.values()))
    assert proofread_markdown(before, GRAMMAR).split("\n\n") == markdown(after).split("\n\n")


def test_what_is_mended_stays_mended():
    after = "\n\n".join(MENDED.values())
    assert proofread_markdown(after, GRAMMAR) == markdown(after)
