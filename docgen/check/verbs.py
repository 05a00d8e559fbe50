"""The words of `actions.py`. They are grammar, so they are Python; words that an editor may argue about are lists in `data/words`.

A verb stands here as a recommendation begins with it. One that is missing costs little: a first word that nobody knows is let be
unless the sentence reads like a finding.
"""

# Verbs that are seldom anything else.
VERBS = frozenset(
    """abandon abide abolish absorb accelerate accept accommodate accompany accredit achieve acknowledge acquaint acquire act activate
    adapt add adhere adjust administer admit adopt advertise advise affirm agree align allay alleviate allocate allow alter amend
    amplify analyse analyze announce answer anticipate apologise apologize apply appoint apportion appraise approve arrange articulate
    ascertain ask assemble assent assert assess assign assist assuage assume assure attach attain attend attract attribute augment
    authorise authorize automate avail avert avoid await ban be bed befriend begin believe bestow bid bind bolster borrow bring broaden
    build burn buy calculate capture carry cascade categorise cease celebrate centralise centralize chase choose circulate clarify
    classify click co-chair co-commission co-deliver co-design co-fund co-lead co-locate co-opt co-ordinate co-produce codesign codify
    collaborate collate collect combine come commence commend commit communicate compare compel compensate compile complain complement
    comply compose compress comprise conceive concentrate conclude concur condense confer configure confine confirm confront
    congratulate connect consider console consolidate constitute constrain construct consult contain continue contribute convene
    converge convert convey convince cooperate coordinate counteract counterbalance create creep critique cultivate curtail customise
    customize dampen de-brief de-escalate decide declare decline decommission dedicate deduplicate deepen defend define deflect delegate
    delete delineate deliver demarcate demonstrate demystify deny depart deploy deprioritise describe designate destigmatise
    destigmatize destroy detect deter determine develop devise devolve devote diagnose differentiate dip-sample disaggregate discipline
    disclose discontinue discover discuss disengage dismiss disperse dispose disseminate dissolve dissuade distinguish distribute
    diversify divert divide do double-check dovetail draw duplicate earmark earn edit educate elect elevate elicit eliminate embark
    embed embody embrace emphasise emphasize empower emulate enable enact encourage encrypt endorse energise energize enforce engage
    enhance enlarge enlist enquire enrich enrol ensure entail enter entitle entrench entrust envisage envision equalise equalize equate
    equip eradicate erase escalate espouse establish evaluate evoke evolve examine exceed exclude execute exempt exert exit expand
    expect expedite explain exploit explore extend facilitate familiarise familiarize fast-forward feed fill finalise finalize find
    finish fold follow forbid foresee foretell forget forgo formalise formalize formulate foster front-load fulfil fulfill fund-raise
    fundraise furnish galvanise galvanize gather generate get give glean go govern greet grow guarantee halve hardwire harmonise
    harmonize harness hasten have hear heed heighten herald hinder hire honour identify ignore illustrate imagine impart implement
    impose impress improve include incorporate inculcate indicate induct inform ingrain inherit inquire insert insist inspect inspire
    instal install instigate instil instill institute institutionalise instruct insure integrate intend intensify intercept interlink
    internalise interpret interrogate intervene interweave introduce invest investigate invite invoke involve isolate itemise justify
    keep kick-start kickstart know launch lay lean learn legislate lend lessen let leverage liaise lighten listen localise locate lodge
    mainstream maintain make manage maximise maximize mediate meet memorise mend merge migrate minimise minimize mitigate mobilise
    mobilize modernise modernize modify motivate mount move multiply mute narrow navigate negotiate nominate normalise normalize notify
    nudge nullify nurture oblige observe obtain obviate occupy omit onboard operate operationalise operationalize oppose optimise
    orchestrate organise organize orient ostracise overcome overlap override oversee partake participate pay perceive perform
    personalise persuade pick pinpoint placate plug populate practise praise pre-empt preclude prefer prepare prescribe preserve presume
    presuppose prevent prime prioritise prioritize proceed procure professionalise prohibit promote proofread propose protect prove
    provide publicise publicize publish pump punish pursue push put quadruple quality-assure quantify quicken ratify rationalise
    re-assess re-brief re-check re-commission re-design re-energise re-engage re-establish re-examine re-issue re-launch re-open
    re-route re-run re-test re-train re-write react reaffirm realign realise reallocate reap reappraise reassess reassure rebalance
    rebuild recalibrate recap recast receive recheck recirculate reckon reclaim recognise recognize recommence recommend recommission
    recompense reconcile reconfigure reconsider reconvene recoup recover recruit rectify redefine redeploy redesign redirect rediscover
    redistribute redouble redraft reduce reestablish refer refine refit reflect refocus refrain refund refurbish refute regain
    regularise regularize regulate rehearse reinforce reinstate reissue reiterate reject relate relaunch relay relieve relocate rely
    remain remember remind remove remunerate rename render renegotiate renew reopen reorganise reorient replace replenish replicate
    represent reproduce repurpose require reroute reschedule rescind rescue reshape resist resolve respond restate restock restore
    restrict restructure resubmit resume retain retell retest rethink retire retract retrain retrieve reunify reuse revert revise
    revisit revitalise revitalize revive revolve reword rework rewrite ring-fence ringfence risk-assess roll roll-out rotate satisfy say
    scrutinise scrutinize seal see seek seize select sell send sense-check serve settle sharpen shorten shrink shun sift signpost
    simplify simulate single-source sit situate skim slice slim smooth socialise soften solicit solidify solve speak spearhead
    specialise specify speed spot-check stabilise standardise standardize stem stimulate stipulate strategise streamline strengthen
    stress-test strip strive subdivide submit subscribe subsidise subsidize substantiate substitute succeed suffice suggest summarise
    summarize summon supersede supervise surmount surpass suspend sustain switch synchronise synthesise systematise systematize tabulate
    tackle tailor take tally tame teach tell tend terminate thank thrash threaten throw tidy tighten tolerate toughen transcribe
    transform translate transmit transplant trawl treat treble triangulate trim triple troubleshoot unblock uncover undergo underline
    underpin understand undertake underwrite unearth unfreeze unify unite unlock unpack unpick unravel untangle unveil up-skill uphold
    uproot upskill urge usher utilise utilize vacate vaccinate validate vary verify vet visualise vouch wait waive warn wean weave weed
    weigh whittle widen wield winnow withdraw withhold withstand wrap write""".split()
)
# Verbs that are as often a noun or an adjective: what follows has to tell.
ALSO_NOUNS = frozenset(
    """access account action address advance advocate aim alert amount appeal approach attack attempt audit average award balance base
    benchmark benefit block book break bridge brief budget call campaign cap care catalogue catch cause cement centre chair challenge
    champion change channel charge chart check claim clean clear clip close cluster coach combat comment commission complete concern
    conduct consent contact contract contrast control correct cost counsel counter cover crack credit cross cross-reference cut date
    deal debate debrief decrease delay deliberate demand design detail dial digest direct discharge dispatch display dock document
    double doubt draft drive drop ease edge effort elaborate email employ end escort estimate evidence exchange exercise exhibit
    experience experiment export express extract face fast-track favour feature feedback field fight file finance fire fix flag flow fly
    focus follow-up forecast form format forward frame free front fuel function fund gain gauge gear grant ground group guard guide halt
    hand handle head help highlight hit hold host house hurry impact import increase index influence initiate input interest interface
    interview inventory invoice issue join journal judge jump kick label land lead leave level lift limit link list load lobby lock log
    look love lower mandate map mark market mask master match matter measure mentor merit message mind minute mirror model moderate
    monitor name network note notice number object offer open order outline overhaul own pace pack paint pair park part partner pass
    pause peer-review perfect permit phase pilot pin place plan plant play pledge plot point poll pool position post power practice
    preface present press price print probe process produce profile program programme progress project promise prompt protest pull
    purchase query question quit quote race raise range rank rate reach read ready recall record reform refresh refuse register release
    remedy rent repair repeat reply report request research reserve resource respect rest result return reverse review reward ride ring
    rise risk role round route rule run rush safeguard sample sandwich save scaffold scale scan schedule school scope score scrap screen
    search seat secure sentence separate sequence service set shadow shape share shed shelter shield shift ship shot show shut sign
    signal site size skill skip slow snapshot sort sound source sow spark spell spend split sponsor spot spread squeeze staff stage
    stagger stand standard start state station stay steady steer step stick stock stop store stream stress stretch strike structure
    study style subject supplement supply support surface survey suspect swap sweep swing tack tag talk tap target task team tear tender
    term test think tie time tip title total touch tour trace track trade trail train transfer transition trap travel triage trial
    trigger trust try tug turn type update upgrade upload use value view visit voice volunteer vote wake walk ward warm wash waste watch
    wear weight welcome wind wipe wish work yield""".split()
)
# Actions that only look after the one before them.
FOLLOW_UP = frozenset(
    "act assess audit avoid be check continue demonstrate evaluate evidence feed include keep learn let measure monitor note oversee prefer record refer remember report respond review revise sample see show sustain test track update use verify".split()
)
# What no action begins with, whatever follows.
NO_VERB = frozenset(
    """a about above across after again all although an and another any anybody anyone are as at attendance audits awareness bad because
    before below best better between both but by can children clearer closer commitment communication consistent continual continued
    continuing continuous could data delays despite domestic during each earlier early education effective either enhanced every
    everybody everyone existing extra families few fewer for formal frontline full fuller further future gaps general good great greater
    growing had has he health her his how however i if important improved in inadequate inconsistent increased independent information
    insufficient is it its joint key knowledge lack lacking large late less limited little local low main management many may mental
    more most much multi-agency my need needs neither new no nobody none nor not nothing of on one ongoing only or other others our out
    over parents partners partnership patchy people police policies poor practitioners procedures professionals quality quicker reduced
    referrals regular robust safer same schools senior several she should since smoother social some stronger sufficient systems that
    the their them then there these they things this those though three thresholds through timeliness timely to too training two under
    unless until up very waiting was we weak were what when where whether which while who whose why will with within without workers
    workforce would young your""".split()
)
