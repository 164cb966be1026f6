"""The table of confused words; `realword_table` tells how to read it.

The pairs are those that the usage guides list (affect and effect, lose and loose, principal and principle; Garner's
Modern English Usage), those that one letter's slip makes, and those that technical writing has of its own
(casual and causal, decent and descent).
"""

from __future__ import annotations

_LOST = "DET track data access information everything it them performance precision control money"
_ASKED = "check checks determine determines decide decides test tests know see specify specifies indicate indicates"
_CAUSAL = (
    "inference model models graph graphs effect effects attention mask masks masking language_model language_models"
    " language_modeling lm link links chain convolution convolutions structure structures discovery transformer"
    " transformers decoder diagram diagrams ordering intervention mechanism factor factors"
)
_DISTINCT = (
    "value values action actions space spaces time step steps state states set sets distribution distributions unit"
    " units event events random fourier cosine mathematics variable variables optimization token tokens graphics"
)
_MOVES = (
    "go goes going went pass passes passed passing run runs running loop loops looping iterate iterates iterating walk"
    " walks walking step steps stepping scroll cycle browse break search read reading"
    " flow flows propagate propagated propagates"
)
_PROPOSED = (
    "see look say start try take consider assume suppose begin go talk dive move create define imagine walk first now"
    " also not write do break turn think examine explore compare recall implement understand review summarize"
)
_PARTS = (
    "review explanation understanding investigation analysis examination introduction overview description discussion"
)
_REAL = "data example examples application applications problem problems"
_CLOUDS = "provider providers service services storage computing platform platforms infrastructure"
_USEFUL = "useful important true helpful relevant interesting hard difficult good suitable if"
_ONE = "a the the_only the_first the_next the_last the_same the_main the_best the_important an_important a_good"
_CLOSED = "PREP SUBJ BE that about when if because like END !you"
_OF = "instead because kind sort consist consists consisting composed bunch couple plenty aware capable"
_HELPING = "allow allows help helps let lets enable enables allowing helping enabling"
_THIS = "is_ANY was_ANY can_ANY means_ANY should_ANY would_ANY may_ANY won't doesn't isn't"
_ON = "depends depending depend relies rely based"
_MADE = "the these those learned optimal different two three our of all many stochastic random deterministic other new"

Row = tuple[str, str, str]
ROWS: dict[str, tuple[Row, ...]] = {
    # Verbs
    "loose": (("", "function functions curve curves", "loss"), ("MODAL not we you they i", _LOST, "lose"),
              ("to", _LOST, "lose")),
    "loosing": (("", "DET NOUN", "losing"),),
    "looses": (("", "DET NOUN", "loses"),),
    "lose": (("", "coupling ends", "loose"), ("", "function functions curve curves", "loss")),
    "chose": (("MODAL to !when_to", "DET between from to which one CODE", "choose"),),
    "affect": (("an no any side take takes taking little", "END on of in when until for if and", "effect"),
               ("the this", "of on", "effect")),
    "affects": (("the no these side", "END of on are in and that", "effects"),),
    "effect": (("MODAL not also directly", "!the_change !the_changes !the_same DET how performance other !a !an",
                "affect"),),
    "effected": (("BE not also most !be", "by", "affected"),),
    "effects": (("it this that which also", "DET how", "affects"),),
    "advice": (("we i would they strongly", "you to against users that people", "advise"),
               ("to", "you against", "advise")),
    "advise": (("some the this good any general of following more my your their for", "!you", "advice"),),
    "accept": (("everything nothing everyone everywhere", "for the when in", "except"),),
    "except": (("MODAL", "a an any only CODE", "accept"),),
    "past": (("is are be was been being were gets", "to as into", "passed"),),
    "passed": (("the", "few year years month months week weeks decade decades", "past"), ("in_the", "END", "past")),
    "brake": (("MODAL to not", "the your existing backward backwards compatibility it things", "break"),),
    "braking": (("", "change changes", "breaking"),),
    "lead": (("has have had", "to", "led"), ("was were been being", "by to", "led")),
    "lesson": (("MODAL to help helps", "DET", "lessen"),),
    "safe": (("MODAL to", "DET it them CODE", "save"),),
    "save": (("is are it's be", "to_use to_run to_assume to_say", "safe"),),
    "proof": (("to MODAL", "that the this it", "prove"),),
    "prove": (("a the", "of that END", "proof"),),
    "fell": (("", "free_to", "feel"),),
    "bare": (("", "in_mind with_me with_us", "bear"),),
    "bear": (("", "minimum metal bones", "bare"),),
    "right": (("MODAL to", "a an your tests code unit", "write"),),
    "insure": (("", "that", "ensure?"),),
    "precede": (("MODAL to then", "to with", "proceed"),),
    "proceeded": (("BE", "by_a by_the by_an by_CODE", "preceded"),),
    "crates": (("it this that which CODE function method", "a an", "creates"),),
    "uses": ((_HELPING, "BASE", "users"), (_HELPING, "to", "users?")),
    "chance": (("MODAL to", "the your this its any", "change"),),
    "laying": (("", "around", "lying?"),),
    "preform": (("MODAL to", "DET CODE", "perform"),),
    "posses": (("MODAL not to they we", "DET NOUN", "possess"),),
    "exited": (("we're i'm so very really super am get", "to about that by for END", "excited"),
               ("we_are all_are", "to about", "excited")),
    "see": (("per", "END", "se"),),
    "wreck": (("", "havoc", "wreak"),),
    "peak": (("sneak", "", "peek"), ("take_a", "at inside END", "peek"), ("", "my_interest your_interest", "pique")),
    "peaked": (("", "my_interest our_interest your_interest", "piqued"),),
    "belief": (("SUBJ MODAL don't to", "that it this in the", "believe"),),
    "believe": (("a the my our their", "that is in END", "belief"),),
    "intent": (("we you they i", "to_BASE", "intend"),),
    "extend": (("to_some certain", "", "extent"), ("the", "of to_which", "extent")),
    "breath": (("MODAL", "", "breathe"),),
    "seams": (("it this that which", "to like that", "seems"),),
    "wandering": (("are i'm was were am", "if why how whether what", "wondering"),),
    "wander": (("SUBJ", "if why how whether what", "wonder"),),
    "thin": (("i we you they", "that it this", "think"),),
    "do": (("is are was were mostly mainly partly", "to_the to_a to_its to_an to_this", "due"),),
    # Nouns
    "police": (("", "gradient gradients iteration optimization", "policy"),),
    "modal": (("language reward world", "", "model"),),
    "modals": (("language reward world", "", "models"),),
    "bath": (("", "size sizes", "batch"),),
    "rat": (("learning", "", "rate"),),
    "weigh": (("", "decay", "weight"),),
    "massage": (("error commit status warning", "", "message"),),
    "why": (("a_JJ an_JJ", "", "way"),),
    "demon": (("", "", "daemon?"),),
    "think": ((f"{_ONE} !have_a !had_a !having_a !need_a", _CLOSED, "thing"),),
    "thing": (("i we they don't", "SUBJ that this about the so", "think"),),
    "principal": (("in", "END SUBJ the this", "principle"),
                  ("", "of_least of_maximum of_optimality of_superposition of_indifference", "principle")),
    "principle": (("", "component components engineer engineers investigator investigators curvature axis axes",
                   "principal"),),
    "constrains": (("these several many additional such", "!DET !CODE", "constraints"),
                   ("following all any some other hard soft resource time", "END on of and or are for that",
                    "constraints"),
                   ("ANY", "are on for as such_as of were imposed have", "constraints")),
    "roll": (("play_a plays_a important crucial central", "in of", "role"),),
    "trail": (("", "and_error version period license", "trial"), ("clinical", "", "trial")),
    "trial": (("audit", "", "trail"),),
    "decent": (("gradient steepest", "", "descent"),),
    "descent": (("a", "amount job performance result results size number score baseline understanding", "decent"),),
    "assent": (("gradient steepest", "", "ascent"),),
    "accent": (("gradient steepest", "", "ascent"),),
    "polices": ((_MADE, "!DET", "policies"),),
    "filed": (("this each every text input", "END of in is to for with name", "field"),
              ("the a", "END of is that which contains name names", "field")),
    "piece": (("", "of_mind", "peace"),),
    "peace": (("", "of_code of_software of_advice of_text of_information of_paper of_cake", "piece"),),
    "coarse": (("of", "END SUBJ the", "course"),),
    "since": (("make makes making", "END to for if when of_the", "sense"),),
    "word": (("hello", "", "world"), ("real", _REAL, "world"), ("it you we they", "be", "would")),
    "world": (("it you we they there which i", "be have like BASE", "would"),),
    "date": (("", "structure structures science augmentation scientist scientists", "data"),),
    "could": (("", _CLOUDS, "cloud"),),
    "cloud": (("SUBJ", "BASE", "could"),),
    "cold": (("it you we they which this", "be have", "could"),),
    "reign": (("free", "", "rein"),),
    "reigns": (("the", "END to", "reins"),),
    "say": (("per", "END", "se"),),
    "meth": (("", "ANY", "math"),),
    "even": (("in_the", "of that", "event"),),
    "event": (("", "though", "even"), ("START COMMA", "if_SUBJ if_the", "even")),
    # Adjectives and adverbs
    "neutral": (("", "network networks net nets", "neural"),),
    "temporary": (("", "difference_learning difference_error difference_errors difference_method difference_methods",
                   "temporal"),),
    "probably": (("", "distribution distributions density mass", "probability"),),
    "worst": (("", "than", "worse"),),
    "worse": (("the", "case scenario", "worst"),),
    "confidant": (("BE very", "", "confident"),),
    "sort": (("highly much", "after", "sought"),),
    "along": (("for", "time while", "a long"),),
    "apart": (("", "of_the of_a of_this of_our", "a part"),),
    "awhile": (("for in", "", "a while?"),),
    "fist": (("MODAL SUBJ", "BASE", "first"),
             ("the your our my its", "ANY !of !is !and !to !in !are", "first"),
             ("at", "END", "first")),
    "casual": (("", _CAUSAL, "causal"),),
    "causal": (("", "conversation user users observer reader readers chat", "casual"),),
    "specially": (("", _USEFUL, "especially"),
                  ("COMMA", "when for in as if with since on", "especially")),
    "simple": (("MODAL you we", "BASE", "simply"), ("COMMA START", "VERB_DET VERB_CODE", "simply")),
    "full": (("BE not currently", "supported implemented documented tested automated compatible compliant", "fully"),),
    "discreet": (("", _DISTINCT, "discrete"), ("", "", "discrete?")),
    "compliment": (("two's one's ones twos orthogonal", "", "complement"), ("", "each_other", "complement")),
    "stationery": (("", "distribution policy policies process point points environment state", "stationary"),),
    "quiet": (("!BE", "a_lot", "quite"), ("", "a_bit a_few an_ANY a_while a_JJ", "quite"),
              ("BE it's that's works", "JJ", "quite")),
    "quite": (("", "mode flag", "quiet"),),
    "through": (("a more very most", _PARTS, "thorough"),),
    "thorough": (("!ARTICLE !as !is !be !more", "DET", "through"),),
    "course": (("", "grained", "coarse"),),
    "hole": (("the", "thing process point idea", "whole"),),
    "knew": (("ARTICLE", "ANY", "new"),),
    "aloud": (("BE not", "to", "allowed"),),
    "mute": (("", "point", "moot"),),
    "every": (("", "since", "ever"), ("than", "before", "ever")),
    "ever": (("!first !best !only", "time single other_NOUN", "every"),),
    "some": (("the", "as way time thing place", "same"),),
    "same": (("START", "of_the of_these of_them", "some"),),
    "last": (("ANY_at", "NUMBER", "least"),),
    "hear": (("START", "is are", "here"),),
    # Words of grammar
    "weather": (("", "or_not", "whether"), (f"{_ASKED} regardless_of depending_on", "DET SUBJ there to", "whether")),
    "though": (("", "of", "thought"), ("i we", "it that this about", "thought"), ("", "trial_and", "through"),
               (_MOVES, "DET CODE", "through")),
    "thought": (("even", "SUBJ the this there", "though"), ("as", "SUBJ the", "though")),
    "lets": (("START", _PROPOSED, "let's"),),
    "let's": (("which that it this also", "you the users me them us your", "lets"),),
    "nothing": (("worth", "that here", "noting"),),
    "dose": (("!ARTICLE", "not", "does"),),
    "buy": (("", "default", "by"),),
    "coma": (("", "separated", "comma"),),
    "maybe": (("there !is_there !are_there !was_there", "ARTICLE some PAST", "may be"),
              ("it this which", "PAST", "may be?")),
    "what": (("i we they don't doesn't if_you when_you", "to_BASE", "want"),),
    "most": (("it you they we this", "be", "must"),),
    "must": (("START COMMA", "of_the", "most"),),
    "thank": (("more less rather better", "!you", "than"),),
    "them": (("and", "SUBJ VERB !they", "then"),),
    "being": (("has have had has_not have_not had_not", "ANY", "been"),),
    "now": (("MODAL", "longer_BASE", "no"), ("don't didn't", "how what why if whether where", "know"),
            ("let_me let_us let_them", "if what about whether how", "know")),
    "know": (("BE is_also are_also commonly", "as", "known"), ("there_is", "ANY", "no")),
    "note": (("DO", "BASE !that !the", "not"), ("BE can could", "PAST JJ VERB !worthy", "not"),
             ("ANY", "aware able", "not")),
    "non": (("DO can could should must will would may", "BASE", "not"),),
    "will": (("works work worked working", "with for in as when", "well"), ("as", "as", "well")),
    "well": (("it you we they which", "be", "will"),),
    "may": (("how so as too", "PLURAL", "many"),),
    "man": (("SUBJ", "BASE", "may"),),
    "me": (("MODAL", "ANY !and !or", "be"), ("to", "able", "be")),
    "has": (("ANY", "well_as", "as"), ("ANY", "we they i", "as"),
            ("such", "DET NOUN CODE", "as"), ("as_long as_soon", "ANY", "as"),
            ("is_known are_known also_known", "", "as")),
    "us": (("such as_well", "DET NOUN CODE", "as"), ("can could should must will would may", "DET CODE", "use")),
    "his": (("", _THIS, "this"),),
    "he": (("of in on for with from by at into", "NOUN JJ", "the"),),
    "hey": (("", "are", "they"),),
    "our": (("we they", "", "are"),),
    "one": ((_ON, "DET CODE", "on"),),
    "too": (("ANY", "VERB_DET VERB_CODE VERB_PLURAL", "to"),
            ("ANY !SUBJ !me !us !them", "a_NOUN your_NOUN our_NOUN", "to"),
            ("want wants need needs able order how going used try trying wanted", "VERB be do have", "to"),
            ("!SUBJ !me !us !them", "the_NOUN", "to"),
            ("according due prior related equivalent similar compared thanks respect addition", "DET CODE", "to")),
    "off": ((_OF, "ANY !of", "of"),),
    "se": (("MODAL to we you", "", "see"),),
    "ti": (("", "MODAL", "it"),),
    "tan": (("more less rather other better", "", "than"),),
    "they're": (("", "own_ANY", "their"), ("", "is are was", "there")),
    "seeded": (("deep", "", "seated"),),
}  # fmt: skip
