/** Ordinary English words of five letters and more (frequent in public customer-service texts): never a mistyped name. */
const COMMON: ReadonlySet<string> = new Set(
  `
ability about above abroad absolutely accent accept acceptable acceptance accepted access accessible
accidentally account accounts accurate acquire across acted acting action activate activating active activities
activity actor actors actress actual actually adaptation addcontact added adding addition additional address
adjust adults adventure advise affecting affirm afford afraid africa after afternoon again against agent agree
ahead airlines airport alarm alarms album alert alerts alexa alive allen allow allowed allows almost alone
along already alternative although always amazing amazon ambitious america american americans among amount
amusing angeles angry animal animated animation anniversary annoying anonymous another answer answers anymore
anyone anything anyway anywhere apart apparently appeal appealing appear appears apple apples application
applied apply appointment appointments appreciate appreciated approach approved april around arrival arrive
arrived arrives article articles artist aside asked asking assist assistance assistant associated atlanta
atmosphere attempt attempted attempts attention audience audiences audio audiobook august austin australia
authentic automatic automatically available average avoid aware awesome awful awkward background bacon badly
balance banana barely baseball based basic basically batch bathroom batteries battery battle beach bears
beatles beautiful beautifully beauty because become becomes bedroom before begin beginning begins behind being
believable believe below bench beneficiary benefits better between beyond bigger biggest bills birth birthday
bitch bitter bizarre black bland blank blanket block blocked blood bloody bluetooth board booked books bored
boring boston bother bottle bottles bottom bought bound bracket brain branch brand brazil bread break breakfast
breaking breather bride bright brighten brighter brightness brilliant bring brings british broke broken
brooklyn brother brothers brought brown bucket budget buffalo build building built bunch burger business butter
button buttons buying cabinet cable cables calculate calculator calendar california called calling calls
calorie calories camera cameras canada canadian cancel canceling cancellation cancelled cancelling candy cannot
canon capacity capital captures cards career carries carry cartoon cases casting catch cattle cause center
centimeters central century certain certainly chairs chance change changed changer changes changing channel
character characters charge charged charger charges charging charles charm charming chase cheap cheaper
cheapest check checkbooks checked checking checks cheer cheese chemistry cheque chess chest chicago chicken
child children chili china chinese chipotle chips chocolate choice choices choose chris christmas church cinema
cinematic cinematography claim clarify clarity class classic classical clean cleaner cleaning clear clearly
clever clich cliches click clock close closest closing clothes coaster coffee collection college color colorful
colors combination comcast comedies comedy comes comfortable comic coming command commandstop comment
commercial common community compact company compare compared compelling compensation compensations complain
complaint complete completed completely complex complicated compose compromised computer concept concerned
concert conclusion condition conditions confirm confirmed conflict confused confusing connect connection
consider considerable considering constructed construction consumer contact contactless contacts contains
contemporary content continue contract contrived control controls conversation conversion convert converter
convincing cookies cooking coordinates corner corporate correct correcting correctly costs could couldn count
countries country couple course cover crafted crazy cream create created createoradd creates creating creative
credit credits creepy crime cross crowd crush crypto cultural culture currencies currency current currently
curse customer daily dallas damage damaged damned dance danger dangerous dates datetime daughter david death
debit debut december decent decide decided declined declining decrease deeply define definitely definition
degree delete delicious delight delightful deliver delivered delivers delivery delta demand denied dentist
denver department deposit deposited depressing depth derivative describe description deserves design designed
desire desperately despite destination detail details determined detroit development device dialogue didnt
difference different difficult digital dinner direct directed directing direction directions directly director
dirty disable disappeared disappointed disappointing disappointment disconnect discount discover discovery
dishes disney display disposable dispute distance disturbing divided doctor doctors documentary documents doesn
doing dollar dollars domino dominoes donald dontcare double doubt download downtown drama dramatic dream dreams
drink drive driver driving dropped duplicate duration during earlier early earned earnest earth easier easily
eastern eating economy editing effect effective effects effort efforts eight eighty either elaborate election
electric elements eleven email emails emotional emotionally emotions empty ended ending energy engaging engine
england english engrossing enjoy enjoyable enjoyed enough ensemble enter entered entering entertaining
entertainment entire entirely entry episode equal equally equivalent erase error errors especially essentially
estimate europe european euros evening event events eventually every everyday everyone everything everywhere
exact exactly examination example excellent except exchange exchanges exchanging excited exciting excuse
execution exercise expect expected expensive experience expiration expire expires explain explorer express
extra extreme extremely fabric facebook factoid factor factory facts failed failing fails fairly falls false
familiar family famous fantastic fantasy fargo fascinating fashion fashioned faster father favor favorite
favorites feather feature features february federal feedback feeling feels female festival fiction field
fifteen fifteenth fifth fifty fight figure files filled filmed filmmaker filmmakers filmmaking films final
finally finding finds finish finished first flash flawed flaws flick flicks flight flights floor florida flower
focus folks follow following footage football force forced forecast foreign forever forget forgettable forgot
forgotten format formula formulaic forty forward foster found fourth frame france franchise francisco frank
fraud fraudulent freeman freemium freeze freezer french frequently fresh friday fridge fried friend friendly
friends friendship fries front frozen frustrating fucking fully function funds funniest funny further future
gallon games garden general generally generation generic genre gentle genuine genuinely george german germany
getting girlfriend girls given gives giving gmail goddamn going golden gonna goodbye goofy google goose
gorgeous gotta gotten grace grade grain grand grant great greatest greek green greeting grief gripping
groceries grocery gross ground group guarantee guess guide guilty halloween handed hands hanger happen happened
happening happens happy hardly harry hatch haven having hawkings heading headlines headphones heads headset
health healthy heard hearing heart heaven heavy hello helpful helps higher highest highly highway hilarious
himself historical history hobbies hoffman holding holds holes holiday hollywood honest hopefully hoping
horrible horror horse hospital hotel hotels hours house houston howard however human humanity humor hundred
husband ideas identity image images imagination imaginative imagine immediately impact importance important
impossible impressed impression impressive improve inbox inches include included including income incorrect
increase increased incredible incredibly indeed india indian indie indulgent industry inform information
informing ingredient ingredients initiate inside insight insightful inspired inspiring instagram instead
instruction instructions insurance intelligence intelligent intended intensity intent interest interested
interesting interface international internet interview intimate intriguing inventive invoice invoices involved
involving iphone island issue issues italian italy items itself jacket jackson james january japan japanese
jason jennifer jokes jones journey jukebox justin keeps kettles kevin killer kinda kinds kitchen knowledge
known knows korea lacking lacks lamps landlord language laptop large largely larger latch lately later latest
laugh laughs laundry leads learn lease least leather leave leaves leaving length lesson letting level levels
lever liberty library light lightchange lightdim lighting lightoff lighton lights lightup liked likely likeness
likes limit limits lines linking listed listen listened listening lists literally little liver liverpool lives
living lobster local locate located location locations locked locker lodge lodging london longer longest looked
looking looks loose loses louder loved lovely loves loving lower lucky luggage lunch macaroni machine machines
madonna magic mailed maintenance major maker makes making manage manages manhattan manner manual march market
marriage married martin master mastercard masterpiece match material maths matter maximum maybe mcdonalds
meaning means meant measurement media mediasource mediocre meditation medium meeting meetings melodrama
melodramatic memorable memory mention merchant merely message messages method methods mexican mexico miami
michael microsoft middle midnight might mildly mileage miles miller minimum minor minus minute minutes missed
missing mistake mixed mixers mobile modalities model models modern modify modifying moisture moment moments
monday money monitoring monster month months moose moral morning mortgage mostly motel mother motorola mountain
moved movie movies moving multiple mumbai murder murphy music musical myself mystery named names narrative
national natural nature nearby nearest nearly necessary needed needing needs negate negative neither never
newest newsletter nicely night nikon ninety noise nokia nomad nonsense normal normally north notes nothing
notice noticed notification notifications notify notifying novel november nowhere number numbers nurse
nutrition nutritional obama object obtain obvious obviously occasionally october offer offered offering offers
office often older olive online opening opera operator opinion opportunity optical option options orange order
ordered ordering orders organization original orlando oscar other others otherwise ounces outback outside
outstanding overall overly paced pacific pacing package packed packet painful painfully paint pandora paper
parcel parents paris parker particular particularly parts party passcode passed passion password pasta patch
pathetic pause paycheck payday paying payment payments peace peach penalties penalty pending people percent
perfect perfectly performance performances perhaps period person personal pesos peter philadelphia phoenix
phone phones photo photography photos physical picture pictures piece pieces pillow pitch pizza place placed
places plain plane planned plans plastic plate platinum playback played player players playing playlist plays
pleasant please pleased pleasure plenty plugs pocket podcast podcasts poetry poignant point points police
policy political politics poorly popcorn popular portrait positive possible possibly posted poster potato
potatoes potential potter pound pounds power powerful practice praise predictable prefer premise premium
prepare present presents president press pressure pretentious pretty previous price priced prices prime
probably problem problems procedure process processed produced product production products profile program
progress project promise proof proper properly prove proves provide provided provides provocative provoking
psychological public pulled purchase purchased purchases purchasing purpose purse putting quality queen query
querycontact question questions quick quickly quiet quirky quite racket radio raining rains raise random range
ranger rarely rated rates rather rating ratings ratio rattle reach reactivate reading ready realistic reality
realize realized really reason reasons rebate rebates receive received receiving recent recently reception
recipe recipes recipient reclamation recognised recognize recommend recommendation recommended record recover
recovery redeem reduce refer refreshing refund refunded refunds regarding register registration registrations
regular reimbursement reimbursements rejected related relationship relationships relatively release released
remaining remains remake remarkable remarkably remember remind reminder reminders remote remove removed rental
repeat repeating rephrase replace replaced replacement replay reply report reported reporting request requested
require required research reservation reservations reserve reset resolution respond response restaurant
restaurants restitution restore restrictions result results resume retrieve return returned returning reveals
revert reverted review reviews reward rewards ridiculous right river roast roaster robert robin robot rocket
roger rolled rollover romance romantic rooms round roundtrip route routine routing rules running russia russian
salad salary samsung sandwich santa sarah satire satisfied satisfying saturday sauce saved saving savings
saying scary scenario scene scenes schedule scheduled school science score scratch screen screenplay
screenwriter screw script scroll search searching season seattle second secondary seconds secret section seeing
seemed seems select selection seller sendemail sending sense sensitive sentence sentiment sentimental
sentimentality sequel sequence sequences series serious seriously serve serves service services setting
settings seven seventeen seventy sever several sexual shake shame share sharp shipment shipping shock shoes
shoot shopping shops short shots should shouldn shower showing shown shows shuffle sided sides signal signup
silence silent silly silver similar simple simply since sincere singer single sister sitting situation
situations sixty skill sleep slice slight slightly slower slowly small smart smell smile smith smooth soccer
social society socket software solid solve somebody somehow someone something sometimes somewhat somewhere
songs sophisticated sorry sound sounds soundtrack source south southwest space spaghetti spain spanish spare
speak speaker speakers speaking special specific speech speed spell spelling spend spending spent spielberg
spirit sports spring square staff stage stale stamps stand standard starbucks stars start started starting
starts state statement states station status stays steak steakhouse steam steps steve steven still stitch stock
stocks stole stolen stomach stopped storage store stores stories story storytelling straight strange stream
street strength strong structure stuck studio study stuff stunning stupid style stylish subject subjects submit
submitting subscribe subscription substance substitute substitution subtle subway succeeds success successful
sucks suddenly suffers sugar suggest suggestion suggestions summer sunday sunny super superb superficial
superior support supported supports supposed surface surprise surprised surprises surprising surprisingly sushi
suspense sustain swallowed sweet swift switch switching system table tables tails takeaway taken takeout takes
taking talent talented talking tampa target tasks taste tasty taxes taylor teach technology tedious television
telling tells temperature tension terminate termination terms terrible terribly terrific texas thank thanks
thats theater theaters theatre their theme themes themselves there these thick thing things think thinking
third thirty thoroughly those though thought thoughtful thousand three thriller thrills through throughout
throw thursday ticket tickets timer times timezone timing tired tires title toasted today together tokyo
tomorrow tonight topic topped topping toronto total totally touch touching tough tourist toward towards towel
tower track tracking tracks traffic tragedy tragic train trains transaction transactions transfer transferred
transferring transfers translate transport trash travel traveling travelling travels treasure treat treatment
trending trick tried tries triumph trivia trouble troubles truck truly trump truth trying tuesday turkey turned
turning turns tweet tweets twelve twenty twice twist twitter types typical typically uhelp ultimate ultimately
umbrella unable unblock under understand understanding unexpected unfortunately unfunny union unique united
universal unless unlike unread unsettling unsubscribe until unusual upcoming update updated updates updating
urban urgent urgently useful using usual usually utterly vacation vaccinations vaccines vacuum valence valid
value values vegas vehicle verification verified verify verifying version versus video viewer viewers viewing
violence virtual virtually vision visit visual visually voice volume vowel waiting walking wallet walmart wanna
wanted wanting wants warmth warning warranty washington waste watch watchable watched watching water weather
website wedding wednesday weekend weeks weight weird welcome wells weren whatever whats where whether which
while whisper white whole whose williams willow windows wings winning withdraw withdrawal withdrawals
withdrawing withdrew within without witty woman women wonder wonderful wondering words worked working workout
works world worried worse worst worth worthwhile worthy would wouldn wound write writer writing written wrong
wrote years yellow yesterday young yourself youtube
`
    .trim()
    .split(/\s+/),
);

/** Whether a lower-case word is ordinary English, with its plain inflections. */
export function isCommonWord(word: string): boolean {
  if (COMMON.has(word)) return true;
  const base = word.replace(/(?:ing|ed|ly|s)$/, '');
  return base !== word && (COMMON.has(base) || COMMON.has(`${base}e`));
}
