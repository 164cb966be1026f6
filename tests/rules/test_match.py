"""What rules leave alone, what they mend, and how they write it."""

from __future__ import annotations

import pytest
from packs import INFLECTOR, mended, read, rule, simple

from rlfix.edit import Safety
from rlfix.rules.compiled import compile_pack

VALUE = simple("value function", "reward")

LEFT_ALONE = [
    "No such words are here.",
    "A value of the function.",
    "Its value, function and form.",
    "The value. Function follows form.",
    "The value (function) is high.",
    "The value $x$ function.",
    "A state-value function.",
    "A value function-based method.",
    "See value function.py for it.",
    "Call `value function` twice.",
    "Call value function(x) twice.",
    "Take advantage/value function.",
    "The undervalue function.",
    "Our value functional is convex.",
    "A value @value function.",
]


@pytest.mark.parametrize("sentence", LEFT_ALONE)
def test_no_match(sentence):
    from rlfix.rules import prove

    assert mended(VALUE, sentence, least=Safety.SUGGEST) == prove.text_of(sentence).string


MENDED = [
    ("The value function is high.", "The reward is high."),
    ("The value-function is high.", "The reward is high."),
    ("The *value function* is high.", "The reward is high."),
    ("The *value* function is high.", "The reward is high."),
    ("The [value function](x.html) is high.", "The reward is high."),
    ("The value\u00a0function is high.", "The reward is high."),
    ("The value function's size.", "The reward's size."),
    ("The value function’s size.", "The reward's size."),
    ("It is the value function.", "It is the reward."),
    ("(value function)", "(reward)"),
    ("The value function, the value function and the value function.", "The reward, the reward and the reward."),
]


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_match(before, after):
    assert mended(VALUE, before) == after


CASES = [
    ("value function", "reward", "VALUE FUNCTION", "REWARD"),
    ("value function", "reward", "Value function is it.", "Reward is it."),
    ("value function", "reward", "Value Function Is It", "Reward Is It"),
    ("value function", "reward", "The Value Function", "The Reward"),
    ("critic", "value function", "Critic Loss Explained", "Value Function Loss Explained"),
    ("critic", "value function", "Critic loss explained", "Value function loss explained"),
    ("critic", "value function", "Our Critic is it.", "Our Value Function is it."),
    ("critic", "value of state", "On Critic", "On Value of State"),
    ("bellman equation", "Bellman equation", "The bellman equation.", "The Bellman equation."),
    ("bellman equation", "Bellman equation", "The Bellman equation.", "The Bellman equation."),
    ("bellman equation", "Bellman equation", "The Bellman Equation.", "The Bellman Equation."),
    ("bellman equation", "Bellman equation", "THE BELLMAN EQUATION", "THE BELLMAN EQUATION"),
    ("bellman equation", "Bellman equation", "Bellman equations hold.", "Bellman equations hold."),
    ("off policy", "off-policy", "Off Policy Learning", "Off-Policy Learning"),
    ("off policy", "off-policy", "Off-policy learning", "Off-policy learning"),
    ("open ai", "OpenAI", "The Open AI gym", "The OpenAI gym"),
    ("SFT reward", "episode", "The SFT reward.", "The episode."),
    ("SFT reward", "episode", "The sft reward.", "The sft reward."),
    ("SFT reward", "episode", "SFT rewards vary.", "Episodes vary."),
    ("SFT reward", "episode", "THE SFT REWARD", "THE EPISODE"),
    ("Bellman loss", "TD error", "THE BELLMAN LOSS", "THE BELLMAN LOSS"),
    ("SFT", "RLHF", "SFT is it; SFTs are.", "RLHF is it; RLHFs are."),
    ("state of the art reward", "best of class reward", "State of the Art Reward", "Best of Class Reward"),
]


@pytest.mark.parametrize(("source", "to", "before", "after"), CASES)
def test_case(source, to, before, after):
    assert mended(simple(source, to), before) == after


INFLECTED = [
    ("value function model", "reward model", "noun", "value function models", "reward models"),
    ("value functions", "rewards", "noun", "a value function", "a reward"),
    ("episode policy", "analysis", "noun", "the episode policies", "the analyses"),
    ("reward", "loss", "noun", "the rewards", "the losses"),
    ("LLM", "policy", "noun", "the LLMs", "the policies"),
    ("maximise", "minimise", "verb", "It is maximising.", "It is minimising."),
    ("maximise", "minimise", "verb", "It maximises.", "It minimises."),
    ("maximise", "minimise", "verb", "It maximised it.", "It minimised it."),
    ("lend", "give", "verb", "It was lended.", "It was given."),
    ("hand", "give", "verb", "It handed it.", "It gave it."),
    ("hand", "give", "verb", "It has just handed it.", "It has just given it."),
    ("hand", "give", "verb", "It is not handed out.", "It is not given out."),
    ("clip off", "cut off", "verb", "It clipped off the rest.", "It cut off the rest."),
    ("on policy", "on-policy", "none", "on policies", "on policies"),
    ("on policy", "on-policy", "none", "on policy", "on-policy"),
]


@pytest.mark.parametrize(("source", "to", "inflect", "before", "after"), INFLECTED)
def test_inflection(source, to, inflect, before, after):
    assert mended(simple(source, to, f"inflect: {inflect}"), before) == after


ARTICLES = [
    ("reward", "episode", "Take a reward.", "Take an episode."),
    ("episode", "reward", "Take an episode.", "Take a reward."),
    ("episode", "reward", "An episode.", "A reward."),
    ("episode", "reward", "AN EPISODE", "A REWARD"),
    ("model", "LLM", "It is a model.", "It is an LLM."),
    ("model", "MDP", "It is a model.", "It is an MDP."),
    ("agent", "PPO run", "It is an agent.", "It is a PPO run."),
    ("agent", "UNIX box", "It is an agent.", "It is a UNIX box."),
    ("reward", "SFT model", "It is a reward.", "It is an SFT model."),
    ("reward", "hour", "It is a reward.", "It is an hour."),
    ("agent", "user", "It is an agent.", "It is a user."),
    ("agent", "one-step return", "It is an agent.", "It is a one-step return."),
    ("model", "8-bit model", "It is a model.", "It is an 8-bit model."),
    ("reward", "episode", "a *reward*", "an episode"),
    ("reward", "episode", "Vitamin A reward.", "Vitamin A episode."),
    ("reward", "episode", "a, reward", "a, episode"),
    ("reward", "loss", "a reward", "a loss"),
    ("reward", "episode", "the reward", "the episode"),
]


@pytest.mark.parametrize(("source", "to", "before", "after"), ARTICLES)
def test_article(source, to, before, after):
    from rlfix.rules import prove

    assert mended(simple(source, to, "inflect: none"), before) == prove.text_of(after).string


PHRASES = [
    ("(critic|baseline) loss", "value loss", "the critic loss and baseline loss", "the value loss and value loss"),
    ("value (function)? loss", "critic loss", "value loss, value function loss", "critic loss, critic loss"),
    ("give it * reward", "give it a return", "give it any reward", "give it a return"),
    ("from ** reward", "from return", "from all of the old reward", "from return"),
    ("from ** reward", "from return", "from one two three four five reward", "from one two three four five reward"),
    ("from ** reward", "from return", "from it, the reward", "from it, the reward"),
    ("top # reward", "best", "top 5 reward, top 0.99 reward, top -1 reward", "best, best, best"),
    ("loss (@) here", r"cost \1 there", "a loss $x$ here", "a cost $x$ there"),
    ("however the", "yet the", "however, the", "however, the"),
    ("however , the", "yet the", "however, the", "yet the"),
    ("value ( function", "reward", "a value (function", "a reward"),
    ("(first|second) value function", r"\1 reward", "the Second value function", "the Second reward"),
    ("value-function", "reward", "value function and value-function", "value function and reward"),
]


@pytest.mark.parametrize(("source", "to", "before", "after"), PHRASES)
def test_phrase(source, to, before, after):
    from rlfix.rules import prove

    assert mended(simple(source, to, "inflect: none"), before) == prove.text_of(after).string


REGEXES = [
    (r"value[- ]functions?\b", "reward", "Value functions", "Reward"),
    (r"\b(\w+)-propogation", r"\1-propagation", "Back-propogation", "Back-propagation"),
    (r"\bPPo\b", "PPO", "ppo and PPo", "ppo and PPO"),
    (r"unction", "x", "function", "function"),
    (r"a\.b", "c", "a.b", "c"),
]


@pytest.mark.parametrize(("source", "to", "before", "after"), REGEXES)
@pytest.mark.parametrize("own", [True, False])
def test_regex(source, to, before, after, own):
    assert mended(simple(source, to, own=own), before) == after


def test_longest_match_wins_then_the_first_rule():
    both = rule("from: [value, value function, value function model]\nto: reward")
    assert mended(both, "the value function model and a value") == "the reward and a reward"


def test_hyphens_stay_where_only_words_change():
    assert mended(simple("trail and error", "trial and error"), "Trail-and-error play.") == "Trial-and-error play."
    assert mended(simple("value function", "reward"), "A value-function here.") == "A reward here."
    assert mended(simple("cross-entropy", "cross entropy"), "The cross-entropy.") == "The cross entropy."
    assert mended(simple("value-function", "value function"), "A value-function's size.") == "A value function's size."
    assert mended(simple("time-out", "time limit"), "The time-out is 3 s.") == "The time limit is 3 s."


def test_punctuation_at_the_end_of_a_paragraph():
    assert mended(simple("yahoo !", "Yahoo"), "I use Yahoo!", previous="Before.") == "I use Yahoo"
    assert mended(simple("foo !!", "bar"), "A foo!! now.") == "A bar now."
    assert mended(rule("from: foo\nto: bar\nwhen: {after: .}"), "I use foo.") == "I use bar."
    assert mended(rule("from: foo\nto: bar\nunless: {after: .}"), "I use foo.") == "I use foo."
    assert mended(rule("from: foo\nto: bar\nwhen: {after: '# %'}"), "It is foo 3%") == "It is bar 3%"


def test_a_number_may_have_commas_and_a_point():
    pack = rule("from: 'over (#) tokens'\nto: 'more than \\1 words'\ninflect: none")
    assert mended(pack, "It has over 1,000 tokens.") == "It has more than 1,000 words."
    assert mended(pack, "It has over 1.5 tokens.") == "It has more than 1.5 words."


def test_a_spelling_is_not_cut_but_for_a_possessive():
    pack = rule("from: (AI|AIML)\nto: ZZ\ninflect: none")
    assert mended(pack, "AIml is here.") == "AIml is here."
    assert mended(pack, "AI's here.") == "ZZ's here."


def test_a_lazy_regex_in_a_veto():
    pack = rule("from: foo\nto: bar\nunless: {near: 're:no .*? way'}")
    assert mended(pack, "There is no other way than foo.") == "There is no other way than foo."


def test_what_has_the_preferred_term_already_is_left():
    pack = simple("reward", "reward model")
    assert (
        mended(pack, "The reward model, reward models and a reward.")
        == "The reward model, reward models and a reward model."
    )


def test_another_preferred_term_is_named_and_only_suggested():
    pack = rule("from: value function\nto: [reward, return]")
    assert mended(pack, "A value function.") == "A value function."
    assert mended(pack, "A value function.", least=Safety.SUGGEST) == "A reward."


def test_a_surname_after_a_first_name_is_somebody_elses():
    pack = rule("from: lyskov\nto: Liskov\ninflect: none")
    assert mended(pack, "Use the Lyskov principle of B. Lyskov.") == "Use the Liskov principle of B. Lyskov."
    assert mended(pack, "By Yannick Jadoul, Sergey Lyskov.") == "By Yannick Jadoul, Sergey Lyskov."


def test_capitals_that_spell_out_an_acronym_stay():
    pack = rule("from: bayesian\nto: Bayesian\ninflect: none")
    assert mended(pack, "The BAyesian Model (BAMBI) is BAyesian.") == "The BAyesian Model (BAMBI) is Bayesian."


def test_suggest():
    pack = simple("value function", "reward", "safety: suggest")
    assert mended(pack, "A value function.") == "A value function."


SEVERAL = """
source: A book
rules:
- {id: one, from: QQ, to: yy, safety: suggest, why: So., specs: [{from: QQ, to: yy}, {keep: a}]}
- {id: two, from: QQ, to: zz, when: {near: here}, why: So., specs: [{from: QQ here, to: zz}, {keep: a}]}
- {id: three, from: QQ, to: xx, safety: suggest, why: So., specs: [{from: QQ, to: xx}, {keep: a}]}
"""


def test_a_safe_rule_comes_before_a_suggestion_for_the_same_words():
    pack = compile_pack(read(SEVERAL), INFLECTOR)
    assert mended(pack, "The QQ is here, and the QQ.") == "The zz is here, and the zz."
    assert mended(pack, "The QQ is there.") == "The QQ is there."
    assert mended(pack, "The QQ is there.", least=Safety.SUGGEST) == "The yy is there."


@pytest.mark.parametrize(
    ("sentence", "safe"),
    [
        ("See *Deep Value Function Learning*, a paper.", False),
        ("See [Deep Value Function Learning for All](x.html), a paper.", False),
        ("See Deep Value Function Learning [@smith].", False),
        ("See *the value function of deep learning*, a paper.", True),
        ("See *a Value Function*, a paper.", True),
        ("Deep Value Function Learning", True),
    ],
)
def test_a_papers_title_is_only_suggested(sentence, safe):
    assert ("eward" in mended(VALUE, sentence)) == safe
    assert "eward" in mended(VALUE, sentence, least=Safety.SUGGEST)
