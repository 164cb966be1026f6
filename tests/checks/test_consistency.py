"""One thing, one name: what the consistency rules mend, what they only suggest, and above all what they leave."""

from __future__ import annotations

import re

import pytest

from pipeline import load, markdown, read, words, write
from rlfix.checks import consistency
from rlfix.checks.consistency.letters import is_finger, is_near
from rlfix.edit import Safety, apply, choose
from rlfix.flatten import flatten
from rlfix.settings import Settings

EXAMPLE = re.compile(r"Bad: (?P<bad>.+)\n\s*Good: (?P<good>.+)|Fine: (?P<fine>.+)")


def examples():
    for rule in consistency.RULES:
        for found in EXAMPLE.finditer(rule.__doc__):
            before = found["bad"] or found["fine"]
            yield pytest.param(before, found["good"] or before, id=f"{rule.__name__}: {before[:40]}")


def found(text):
    return [edit for rule in consistency.RULES for edit in rule(text, Settings())]


def mended(source):
    """Return `source` with the sure edits made, as Pandoc writes it."""
    doc = read(source)
    text = flatten(doc)
    apply(text, choose(text, found(text)).made)
    return write(doc)


def suggested(source):
    """Return what is suggested for `source`: pairs of old and new. Nothing there may be sure."""
    text = flatten(read(source))
    choice = choose(text, found(text))
    assert choice.made == []
    return [(edit.old, edit.new) for edit in choice.left]


@pytest.mark.parametrize(("before", "after"), list(examples()))
def test_examples_of_the_rules(before, after):
    assert mended(before) == markdown(after)


LEFT_ALONE = {
    "siblings, however often": "PPO PPO PPO PPO PPO PPO PPG. GPT GPT GPT, GPU. DQN DQN DQN DQN, DDQN. SAC SAC SAC SAM.",
    "two letters": "KL and KL and KL, KR.",
    "models by number": "GPT-4 here, GPT-4 there, GPT-4 everywhere, GPT-3 and GPT-3.5 before.",
    "an acronym with a meaning of its own": "RLHF, RLHF, RLHF, RLHF. RLHD (learning from dogs) is fun.",
    "an acronym in code": "RLHF, RLHF, RLHF, RLHF. Set `RLHD=1`. The RLHD flag.",
    "the middle of a name": "RLHF, RLHF, RLHF, RLHF. See RLHD.org, x/RLHD, RLHD-3, RLHD_x and RLHD(x).",
    "a class": "TensorBoard, TensorBoard, TensorBoard, in tensorboard.py; `Tensorboard` is a class. Tensorboard.",
    "the start of a sentence": "An iOS app, the iOS store, our iOS. IOS is Cisco's, so is IOS, and IOS.",
    "stress": "You must NOT. You may NOT. NOT so. Not now.",
    "words of their own": "Log in, log in, log in to the login. Every day is no everyday day: every day, every day.",
    "a hyphen before a noun only": "A real-time system, a real-time system, which runs in real time, in real time.",
    "acronyms never parted": "TradRL is TradRL, LLM RL is LLM RL. LLM RL.",
    "as often together as apart": "LLM RL, LLM RL, LLM RL, LLMRL, LLMRL.",
    "one thing said in two cases": "Proximal policy optimization (PPO). PPO (Proximal Policy Optimisation), or PPO.",
    "an inflected word": "Group Relative Policy Optimization (GRPO). A group relative policy optimizer (GRPO).",
    "a first name": "LoRA, LoRA, LoRA, said Lora.",
    "two things": "DoS, DoS, DoS, and the old DOS.",
    "a link's text": "PyTorch, PyTorch, PyTorch and [Pytorch](https://x.org).",
    "nothing": "",
    "hyphens alone": "- -- a-",
    "a letter in brackets": "A PPO (s s s). A PPO (s-s). PPO, or s. PPO stands for",
}


@pytest.mark.parametrize("source", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_left_alone(source):
    assert mended(source) == markdown(source)


MENDED = {
    "a swap": ("GRPO, GRPO, GRPO. Then GPRO.", "GRPO, GRPO, GRPO. Then GRPO."),
    "a letter twice": ("GRPO, GRPO, GRPO. Then GRPPO.", "GRPO, GRPO, GRPO. Then GRPO."),
    "one that is explained": (
        "Deep Deterministic Policy Gradient (DDPG) is old. So we took DDGP.",
        "Deep Deterministic Policy Gradient (DDPG) is old. So we took DDPG.",
    ),
    "a plural": ("MDPS are MDPs. MDPs, MDPs.", "MDPs are MDPs. MDPs, MDPs."),
    "a famous one, named nowhere": ("The LLM was trained with RLHR.", "The LLM was trained with RLHF."),
    "in emphasis": ("LLM RL, *LLM RL*, LLM **RL**. An *LLMRL* run.", "LLM RL, *LLM RL*, LLM **RL**. An *LLM RL* run."),
    "a possessive": ("LLM RL, LLM RL, LLM RL. LLMRL's loss.", "LLM RL, LLM RL, LLM RL. LLM RL's loss."),
    "any two acronyms": ("GPU DMA, GPU DMA. GPU DMA. So GPUDMA.", "GPU DMA, GPU DMA. GPU DMA. So GPU DMA."),
    "a package's name too": ("NumPy, NumPy, NumPy. Numpy's arrays.", "NumPy, NumPy, NumPy. NumPy's arrays."),
    "a line's end between": ("LLM\nRL, LLM\nRL, LLM RL. LLMRL.", "LLM\nRL, LLM\nRL, LLM RL. LLM RL."),
}


@pytest.mark.parametrize(("before", "after"), MENDED.values(), ids=MENDED)
def test_mended(before, after):
    assert mended(before) == markdown(after)


SUGGESTED = {
    "a sibling or a slip": ("GRPO, GRPO, GRPO. Then GFPO.", [("GFPO", "GRPO")]),
    "both in one sentence": ("RLHF. RLHF. RLHF. RLHF and RLHR differ.", [("RLHR", "RLHF")]),
    "a table": ("| RLHF | RLHF | RLHR |\n|------|------|------|\n| RLHF | x | y |\n", [("RLHR", "RLHF")]),
    "quoted": ('RLHF, RLHF, RLHF. He said "we did RLHR".', [("RLHR", "RLHF")]),
    "a package": ("NumPy, NumPy, NumPy. We use numpy here.", [("numpy", "NumPy")]),
    "words run together": (
        "We like fine-tuning, fine-tuning and fine-tuning; no finetuning.",
        [("finetuning", "fine-tuning")],
    ),
    "words in two": ("A dataset, the dataset, our dataset. This data set.", [("data set", "dataset")]),
    "e-mail": ("An email, the email, our email. This e-mail.", [("e-mail", "email")]),
    "a hyphen lost before the same word": (
        "A model-based method, the model-based method. Some model based methods, or a model based method.",
        [("model based", "model-based")],
    ),
    "another word in what an acronym stands for": (
        "Trust Region Policy Optimization (TRPO) is old. TRPO, or trust region policy gradient, is new.",
        [("gradient", "optimization")],
    ),
    "other words for an acronym": (
        "A reward model (RM) is one thing. A Robbins-Monro (RM) scheme is another.",
        [("Robbins-Monro", "reward model")],
    ),
    "a name before an acronym": (
        "Deep RL is fun. Deep RL is hard. Deep RL wins. DeepRL is a course.",
        [("DeepRL", "Deep RL")],
    ),
}


@pytest.mark.parametrize(("source", "edits"), SUGGESTED.values(), ids=SUGGESTED)
def test_suggested(source, edits):
    assert suggested(source) == edits


@pytest.mark.parametrize("source", [before for before, _ in MENDED.values()], ids=MENDED)
def test_a_second_run_finds_nothing_to_mend(source):
    text = flatten(read(mended(source)))
    assert choose(text, found(text)).made == []


def test_edits_fit_the_text():
    sources = [*LEFT_ALONE.values(), *(case[0] for case in (*MENDED.values(), *SUGGESTED.values()))]
    text = flatten(read("\n\n".join(sources)))
    for edit in found(text):
        assert text.string[edit.start : edit.end] == edit.old != edit.new
        assert edit.rule.startswith("terms.")
        assert edit.why.endswith(".")
        assert edit.safety in Safety


def test_a_text_without_a_word():
    assert found(flatten(load(words("-", "…", "(PPO)", "-")))) == []


@pytest.mark.parametrize(
    ("odd", "other", "near", "finger"),
    [
        ("RLHR", "RLHF", True, True),
        ("RHLF", "RLHF", True, True),
        ("RLHFF", "RLHF", True, True),
        ("LRHF", "RLHF", True, False),
        ("GFPO", "GRPO", True, False),
        ("RLF", "RLHF", False, False),
        ("TPU", "GPU", False, False),
        ("POP", "PPO", True, False),
        ("DDQN", "DQN", False, False),
        ("MAPPO", "PPO", False, False),
        ("RLHP", "RLHF", True, False),
    ],
)
def test_what_a_finger_does(odd, other, near, finger):
    assert is_near(odd, other) == near
    assert (near and is_finger(odd, other)) == finger
