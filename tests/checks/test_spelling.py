"""Misspelt words, from document to document: what is left alone first."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from pipeline import markdown, proofread_markdown, read, write
from rlfix import lexicon
from rlfix.checks import spelling
from rlfix.flatten import flatten
from rlfix.pipeline import proofread
from rlfix.settings import Settings

POST = Path(__file__).parents[2] / "samples" / "post.md"
SPELLING = Settings(select=("spelling",))
MISSPELLING = Settings(select=("spelling.misspelling",))


def spelt(source, settings=SPELLING, **reading):
    return proofread_markdown(source, settings, **reading)


NAMES = [
    "Ms. Teh spoke first, and Dr. Hsi agreed with her.",
    "Mr. Recieve and Lady Seperate have met.",
    "We met Teh in Taipei on a Monday.",
    "Kwame, Siobhan, Nguyen, Okonkwo, Björk and Ximena came along.",
    "Dijkstra, Bengio, Schmidhuber and the Kolmogorov–Smirnov test.",
    "Wordle, Vercel, Zapier, Figma and Airtable are companies.",
    "Mypkg and Zorptool are made by Grobnix.",
    "The Hessian, a Laplacian, Lipschitz and Wasserstein.",
    "- Ege Akmanov (thanks)\n- Andew Grobnik (more thanks)",
    "Abdur-Rahmaan Janhangeer and Jean-Bapptiste came.",
    "Kueue and Volcano will wait. Flaskr will, too.",
]

CODE_LIKE = [
    "The call is on loss = -(logp \\* adv).mean() and recieve + gamma.",
    "The class RecieveHandler and the function recieveAll are generated.",
    "Call np.recieve, recieve_all, docs/recieve.md, @recieve, #recieve or ~/recieve.",
    "Run it with \\--recieve, -recieve, \\--max-recieve-size or (\\--recieve).",
    "Run it with --recieve or --max-recieve-size.",
    "Mail teh@example.org, see teh.example.org, C:\\\\teh, \\$teh, %teh% and teh().",
    "See Proc. Intl. Soc. Mag. Reson. 18; two nestings of it are allowed.",
    "# TOOD\n\n# DOTA (2021)",
    "The change can be effected by a script.",
    "See [it](https://astroid.readthedocs.io/x). The astroid is parsed.",
    "It was pre-empted by Valkey and Redict.",
    "Compilation caches like ccache and sccache; use systemd or supervisord.",
    "The debuggee and the reportee let the awaitables run.",
    "The packages gnvlib, xqc and libfoo; `foo` and `bar` and qux.",
    "retries: how often to try\n\nteh: an option explained after its name",
    "We pass hyperparams, configs, kwargs and stdin to pytorch, numpy, vllm and wandb.",
    "A v2beta, an x86box, the 3rd, a h264enc and a b2b shop.",
    "It took 12 ms, 30 GiB, 4 tok and 250 kcal at 3 GHz.",
    "The RLVR and GRPOX and SMTX runs are done, and TEH is an acronym.",
    "It returns noError or nPhrase, from portB of the vhost; an lvalue has a zrange. See itk and xnd, too.",
]

COINED = [
    "A token-maxxing, vibe-codey, benchmark-hackable and prompt-wrangly thing.",
    "A vectorizable, tokenizable, overclipped and unclippable autoencoder.",
    "Rewarders, steppers, criticless and actorish things.",
    "It is kinda gooder, with all that maxxing and its agenticness; gotta love it, dunno why.",
    "Soooo good, hmmmm, yesss, nooo, argh, pfft, ahem, LOL, lolwut.",
    "Smol birbs and chonky doggos, tbh, imo.",
    "This is a possibly inexhaustive list of the interlearning prosettings.",
    "The wug and the blicket are made up.",
    "Foo, bar, baz, qux and quux are names of nothing.",
]

FOREIGN = [
    "It is done ad hoc and, mutatis mutandis, in situ; a fortiori, the raison d'être goes.",
    "Die Belohnung wird vom Bewertungsmodell geschätzt und danach an alle Schritte verteilt.",
    "Le modèle reçoit une récompense quand la réponse est jugée utile par les annotateurs.",
    "lorem ipsum dolor sit amet, consectetur adipiscing elit",
    "C'est la vie, hasta la vista, der Zeitgeist, la dolce vita.",
    "naïve café façade rôle coöperate Gödel Erdős Poincaré señor",
    "[la recompensa recieve]{lang=es}",
    "::: {lang=de}\nDas Modell bekommmt eine Belohnung.\n:::",
]

VOUCHED = [
    "Call `recieve` once. The recieve of the last call wins.",
    "```python\ngrobnik = load()\n```\n\nThe grobnik is loaded first.",
    "See [it](https://example.org/snorbels). A snorbels is a thing.",
    "The snorbel is a part. A snorbel turns. Every snorbel has teeth.",
    "Call `sympify` on it. What is sympified stays sympified.",
    "Two sparklets, more sparklets, all sparklets, and one sparklet.",
    "As @snorbelling2020 shows, snorbelling helps.",
    "With $\\operatorname{grobble}$ one can grobble a lot.",
    "They wrote that they recieve [sic] the parcel.",
    "[recieve]{.rlfix-ignore}",
    "<!-- rlfix-disable spelling -->\n\nWe recieve it.\n\n<!-- rlfix-enable -->",
    "~~recieve~~ is struck out",
]

RIGHT = [
    "The colour of the centre was catalogued; we organised the behaviour and analysed the defence.",
    "The color of the center was cataloged; we organized the behavior and analyzed the defense.",
    "Whilst the aeroplane's grey tyre was manoeuvred, travelling was cancelled.",
    "While the airplane's gray tire was maneuvered, traveling was canceled.",
    "The $n$th element, the $k$-th one, and $x$ish, with `foo`s.",
    "Its sub**str**ing and H~2~O, e^x^pected.",
    "The agents' rewards and the model's losses weren't theirs; it'll do, they've gone.",
    "The API's GPUs and the LLMs' things; the '90s; rock 'n' roll; o'clock; ma'am.",
    "Bayesian, argmax, logits, softmax, eigenvalue, embeddings, backpropagation.",
]


@pytest.mark.parametrize("source", [*NAMES, *CODE_LIKE, *COINED, *FOREIGN, *VOUCHED, *RIGHT])
def test_what_is_right_or_unclear_is_left_alone(source):
    assert spelt(source) == markdown(source)


def test_dashes_of_an_option_are_seen_without_smart_punctuation():
    source = "Run it with --recieve, -recieve, --max-recieve-size or (--recieve)."
    assert spelt(source, reader="markdown-smart", extensions=()) == markdown(source.replace("--", "\\--"))


QUOTED = ["He said: “we will recieve the parcel tomorrow.”", "> We will recieve the parcel tomorrow."]


@pytest.mark.parametrize("source", QUOTED)
def test_in_somebody_elses_words_it_is_only_suggested(source):
    assert spelt(source) == markdown(source)
    assert spelt(source, Settings(apply="all", select=("spelling",))) == markdown(source.replace("ecieve", "eceive"))


UNSURE = [("We met Teh in Taipei.", "Teh"), ("The chioce-maker met Chioce there.", "Chioce")]


@pytest.mark.parametrize(("source", "word"), UNSURE)
def test_a_capital_that_nothing_explains_may_be_a_name(source, word):
    doc = read(source)
    report = proofread(doc, MISSPELLING)
    assert word not in {finding.edit.old for finding in report.made}
    assert word in write(doc)


PARAGRAPHS = [
    ("We will recieve the reward.", "We will receive the reward."),
    ("Seperate the two, definately.", "Separate the two, definitely."),
    ("The begining of the sentance.", "The beginning of the sentence."),
    ("We run it with Pyhton 3.", "We run it with Python 3."),
    ("See the Intstallation section.", "See the Installation section."),
    ("It allows for extensive customiation of it.", "It allows for extensive customization of it."),
    (
        "The tool is extensive in its especification and inpossible to use.",
        "The tool is extensive in its specification and impossible to use.",
    ),
    ("The code does non panic.", "The code does not panic."),
    ("Compleately diferent from what we expeced.", "Completely different from what we expected."),
    ("An algoritm samples trajectries.", "An algorithm samples trajectories."),
    ("The paramters of the nueral network.", "The parameters of the neural network."),
    ("teh agent does wich thing becuase of it", "the agent does which thing because of it"),
    ("A well-recieved, non-recieved one.", "A well-received, non-received one."),
    ("It was, recieved; “Whatever”, he said.", "It was, received; “Whatever”, he said."),
    ("Foo recieves [link](recieve.html) text.", "Foo receives [link](recieve.html) text."),
    ("It is $recieve$ again: recieve.", "It is $recieve$ again: receive."),
]


@pytest.mark.parametrize(("before", "after"), PARAGRAPHS)
def test_misspellings_are_fixed(before, after):
    assert spelt(before) == markdown(after)


PLACES = [
    ("- A list item with an occured error\n- Another", "- A list item with an occurred error\n- Another"),
    ("It works.[^1]\n\n[^1]: We beleive that it does.", "It works.[^1]\n\n[^1]: We believe that it does."),
    ("It works.^[We beleive that.]", "It works.^[We believe that.]"),
    ("| a | the seperate part |\n|---|---|\n| b | c |", "| a | the separate part |\n|---|---|\n| b | c |"),
    (
        "| a | b |\n|---|---|\n| c | it occured |\n\n: Seperate.",
        "| a | b |\n|---|---|\n| c | it occurred |\n\n: Separate.",
    ),
    ("![A seperate picture](x.png)", "![A separate picture](x.png)"),
    ("An ![seperate](x.png) image", "An ![separate](x.png) image"),
    ("Term\n\n:   It is seperate.", "Term\n\n:   It is separate."),
    ("| A seperate line\n| and more", "| A separate line\n| and more"),
]


@pytest.mark.parametrize(("before", "after"), PLACES)
def test_misspellings_are_fixed_wherever_there_is_prose(before, after):
    assert spelt(before) == markdown(after)


def test_the_title_is_prose():
    doc = read("---\ntitle: The enviroment\nauthor: A. Enviroment\n---\n\nText.")
    proofread(doc, SPELLING)
    assert doc.get_metadata("title") == "The environment"
    assert doc.get_metadata("author") == "A. Enviroment"


FORMATTED = [
    ("We *rec*ieve it, and **definately** so.", "We *rec*eive it, and **definitely** so."),
    ("A [refered](http://x.example/refered) one.", "A [referred](http://x.example/refered) one."),
    ("A **sepe**rate one", "A **sepa**rate one"),
    ("an [occ*ured*](y) error", "an [occ*urred*](y) error"),
]


@pytest.mark.parametrize(("before", "after"), FORMATTED)
def test_formatting_stays(before, after):
    assert spelt(before) == markdown(after)


def test_a_derived_identifier_and_its_links_follow():
    fixed = spelt("# Recieved rewards\n\nSee [there](#recieved-rewards).")
    assert fixed == markdown("# Received rewards\n\nSee [there](#received-rewards).")


def test_an_identifier_of_the_authors_own_stays():
    assert spelt("# The Recieved Reward {#recieved}") == markdown("# The Received Reward {#recieved}")


CASES = [
    ("Recieve it.", "Receive it."),
    ("# Recieved and Seperate", "# Received and Separate"),
    ("# WE RECIEVE REWARDS", "# WE RECEIVE REWARDS"),
    ("It ended. Definately!", "It ended. Definitely!"),
]


@pytest.mark.parametrize(("before", "after"), CASES)
def test_capitals_stay(before, after):
    assert spelt(before) == markdown(after).replace("{#recieved", "{#received")


def test_shouting_inside_a_sentence_is_no_shouted_text():
    assert spelt("And RECIEVE here.") == markdown("And RECIEVE here.")


def test_curly_apostrophes_stay_curly():
    doc = read("We don’t beleive it’s there; the goverment’s plan isn’t done.", extensions=("smart",))
    proofread(doc, SPELLING)
    assert write(doc, "plain") == "We don’t believe it’s there; the government’s plan isn’t done.\n"


def test_straight_apostrophes_stay_straight():
    doc = read("The goverment's plan isn't done.", reader="markdown-smart", extensions=())
    proofread(doc, SPELLING)
    assert write(doc, "plain") == "The government's plan isn't done.\n"


def test_words_of_the_settings_are_right():
    settings = Settings(select=("spelling",), words=("recieve",))
    assert spelt("We recieve it, Recieve it, definately.", settings) == markdown(
        "We recieve it, Recieve it, definitely."
    )


def test_a_word_of_the_document_is_what_a_misspelling_near_it_means():
    source = "A snorbel is a part. One snorbel turns. That snorbel has teeth. But a snorbell has none."
    report = proofread(read(source), MISSPELLING)
    assert {edit.edit.new for edit in (*report.made, *report.left)} <= {"snorbel"}


def test_a_second_run_changes_nothing():
    once = spelt("\n\n".join(before for before, _ in (*PARAGRAPHS, *FORMATTED, *CASES)))
    assert spelt(once) == once


def test_an_edit_tells_what_is_meant():
    report = proofread(read("We recieve it."), MISSPELLING)
    (finding,) = report.made
    assert finding.edit.rule == "spelling.misspelling"
    assert "“recieve” is misspelt; meant is “receive”" in finding.edit.why


POST_SLIPS = [
    ("Reward Propogation", "Reward Propagation"),
    ("problems with propogating", "problems with propagating"),
    ("Hierarchichal Rewards", "Hierarchical Rewards"),
    ("### Credit Assigment", "### Credit Assignment"),
    ("Advantage Assigment", "Advantage Assignment"),
    ("Policy Optimixation", "Policy Optimization"),
    ("intrinsically prefence data", "intrinsically preference data"),
    ("training data refered to", "training data referred to"),
    ("most popular propogation policy", "most popular propagation policy"),
]

POST_MEANT = [
    "kinda",
    "gooder",
    "maxxing",
    "TradRL",
    "LLMRL",
    "judgement",
    "codegen",
    "debounce",
    "∇J(θ)",
    "Kullback-Leibler",
]


@pytest.fixture(scope="module")
def post():
    """Return the post proofread for spelling alone, its lines joined."""
    return " ".join(spelt(POST.read_text(encoding="utf-8")).split())


@pytest.mark.parametrize(("wrong", "right"), POST_SLIPS)
def test_the_slips_of_the_post_are_fixed(post, wrong, right):
    assert wrong in POST.read_text(encoding="utf-8")
    assert wrong not in post
    assert right in post


@pytest.mark.parametrize("word", POST_MEANT)
def test_the_coinages_of_the_post_stay(post, word):
    source = " ".join(markdown(POST.read_text(encoding="utf-8")).split())
    assert post.count(word) == source.count(word) > 0


def misspelt(count):
    """Return made-up misspellings of frequent words, two slips each at most, the same on every run."""
    chance = random.Random(2)  # noqa: S311 -- nothing secret
    words = [word for word in lexicon.starting("s") if lexicon.frequency(word) > 70 and len(word) > 5]
    for _ in range(count):
        word = chance.choice(words)
        for _ in range(chance.randint(1, 2)):
            place = chance.randrange(len(word))
            word = word[:place] + chance.choice("aeinrst") + word[place + chance.randint(0, 1) :]
        yield word


def test_two_thousand_misspellings_take_less_than_a_second():
    """One word in seven: text that is all misspelt would be taken for another language."""
    doc = read("\n\n".join(f"This was the {word}, and it is here." for word in misspelt(2000)))

    def once():
        start = time.process_time()
        found = list(spelling.check(flatten(doc), MISSPELLING))
        assert len(found) > 900
        return time.process_time() - start

    assert min(once() for _ in range(2)) < 2  # twice as much, for a busy machine
