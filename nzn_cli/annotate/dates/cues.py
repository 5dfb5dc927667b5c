"""The words that say whether what is told is over or to come. Knows no grammar: `tense` says where they count."""

from __future__ import annotations

from nzn_cli.annotate.dates.lexicon import words

# modals look ahead, so do "plans to" and "scheduled"
MODALS = words("will ll shall won would should must may might can could")
AHEAD_VERBS = words(
    "scheduled plan plans planned planning expect expects expected expecting due slated intend intends hope hopes "
    "hoping supposed payable effective expire expires begins starts opens closes ends runs upcoming forthcoming "
    "proposed projected proposes aims seeks next tomorrow maturing matures forward "
    "meet meets leaves arrives travels visits departs returns hosts resumes convenes faces"
)
PAST_WORDS = words(  # auxiliaries, and the past of the irregular verbs where it is no other word
    "said says was were had did been has have since ago earlier yesterday set put cut read hit quit let arose ate "
    "awoke became began bent bit bled blew bore bought bred broke brought built came caught chose clung crept dealt "
    "drank drew drove dug fed fell felt fled flew flung forbade forgave forgot fought found froze gave got grew "
    "heard held hid hung kept knelt knew laid led left lent lit lost made meant met mistook overcame overthrew "
    "overtook paid ran rang rode rose sank sang sat saw sent sewed shook shone shot shrank slept slid slung sold "
    "sought spent spoke sprang spun stole stood strode struck stuck stung swam swept swore swung taught thought "
    "threw told took tore trod underwent understood undertook upheld went wept withdrew withheld withstood woke won "
    "wore wove wrote wrung beaten born broken chosen gone hidden shown spoken stolen taken thrown torn written"
)
NO_PARTICIPLES = words(
    "need feed seed speed indeed united proceed exceed succeed breed bleed limited red bed wed hundred sacred based"
)

DETERMINERS = words(
    "the a an this that these those his her its their our my your mr mrs dr and or about some all new "
    "on in at by for from with"
)
DONE = frozenset(("had", "was", "were", "did"))
PRESENT = frozenset(("am", "is", "are", "m", "re", "s"))
GOVERNORS = words(
    "is are set going ready able likely unlikely bound about agreement agreed decision decided vowed promised plan "
    "date intention intent opportunity proposal pledge promise deadline"
)
PUT_OFF = words("adjourned postponed moved delayed rescheduled deferred")
AFTERMATH = words(
    "appealing investigating probing seeking looking searching hunting mourning blaming recovering reeling"
)
HOPES = words("hope hopes fear fears expect expects await awaits upcoming")
UNDONE = words("unveiled uncovered unleashed unloaded unearthed unfolded undertook underwent undermined underlined")
LASTED = words("talked lasted continued remained stayed waited worked lived served ran rose fell raged went on")
TRADED = words("contract contracts delivery futures settlement")  # "wheat for December delivery"
PLACE = words("effect place office over part")  # "takes effect"
PRESENT_ONLY = words(
    "goes plays flies follows speaks appears joins attends hears decides considers reopens premieres airs turns "
    "continues"
)
PRESENT_VERBS = words("votes heads addresses holds marks celebrates reports takes rules open begin resume")
SUBJECTS = words("he she it who which that and they")
TO_BE = frozenset(("is", "are"))
WILL = frozenset(("will", "ll", "shall", "going"))
ENDS = words("by until till til")
THROUGH = frozenset(("through", "thru"))  # "open through Friday"; of months it may as well look back
NEGATIVE = words("not t never no nobody none neither hardly")
PERFECT = words("have has had haven hasn hadn ve")
ONSET = words("starting beginning opening ending closing happening expiring")
ANNOUNCED = words("announced designated named appointed invited selected unveiled launched organized organised")
HEARERS = words(
    "reporters journalists congress parliament lawmakers employees workers staff members voters press media"
)
CONDITIONS = words("if when once unless")
AS_PLANNED = words("previously originally initially earlier as first")
PROCLAIMED = words("proclaim declare designate")
ASKED = words("ask asks urge urges invite invites encourage encourages want wants need needs remind reminds aim aims")
LAPSES = words("expire end begin start mature lapse")  # "cut short to expire on June 30"
ISSUED = words(
    "order orders number statement letter letters proclamation memorandum memo report decision declaration resolution "
    "ruling directive change attack attacks events riot riots vote election elections"
)  # "the order of September 6"
RESUMED = words("begin resume convene reconvene reopen")  # "talks resume Friday"
MADE = words("to let made saw helped make help did not t")  # "let the talks resume"
ARTICLES = words("a an the its their his our my your some any newly no")  # "a coordinated effort"
JOINERS = words("then and but so that when where")  # "Then in June, she left"
