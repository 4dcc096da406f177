import { isCommonWord } from '../filters/common-words.ts';

/** Everyday words about goods and people that customer-service texts rarely hold: none is a mistyped name. */
const EVERYDAY: ReadonlySet<string> = new Set(
  `
ache achy aunt awake bake bang bark bath beep bend bite blow boil bolt bond bore bubble bump burn burst buzz calm care carve
cave chew chill chip chop clean click climb cling clog clot coat cold cook cool cough cover crack crawl creak crease creep
crisp crumb crush curl damp dare dart dash deaf dent dirt dish dive dizzy dock drag drain draw drift drill drip drop drown
dry dull dump dust fade faint fall fast fear feed feel file fill film fist fizz flake flap flash flat flicker flip float
flood flow fluff foam fold food foul frail freeze fresh frost fry fume fuss fuzz game gear glow glue grab grip groan grow
hang hard hate haul heal heat heavy hide hike hiss hole hook hop hum hunt hurt itch jam jerk jog join jump keen kick kind knit
knock lack land lash lead leak lean leap left lend less lick lift light limp line link lint load lock loose loud lump mash
melt mend mess mild milk mind moan moist mold mould mute nail neat nice nick noise numb odor odour open pack paint pair pale
pant peel pile pinch pine plug plump poke pop pour press prick pull pump push quick quiet race rain rash rattle reek ride
ring rinse rip roar roll rot rough rub rude ruin rust sag sand scorch scrape scratch scream scrub seal seep shake sharp shed
shine shock short shout shrink shut sick sigh sink skid skin skip slack slam slap sleep slide slim slip slow smash smear
smell smoke smooth snag snap snore snow soak soap soft soil sore sound sour spark spill spin spit split spray squeak squeal
stain stale stall steam steep stick stiff sting stink stir stop strain stretch strip strong suck sway sweat sweep swell swim
swing tack tame tangle tape tear tease tend thick thin tickle tidy tight tilt tip tire torn tough trip turn twist upset
wake walk warm warp wash weak wear weep weigh wet wheeze whine whistle wide wilt wipe wobble wrap yawn
bulky chunky classy comfy costly cosy cozy fancy flimsy handy lightweight pricey pricy sleek sturdy stylish tacky trendy
`
    .trim()
    .split(/\s+/),
);
const INFLECTION = /(?:ings?|ed|e?s)$/;
const COMPARISON = /(?:e?r|e?st|y|n|ly)$/;

/** Whether a lower-case word is English as it stands, with its plain inflections: such a word is no slip of the pen. */
export function isEnglish(word: string): boolean {
  if (isCommonWord(word) || EVERYDAY.has(word)) return true;
  return (
    basesOf(word, INFLECTION).some((base) => EVERYDAY.has(base) || isCommonWord(base)) ||
    basesOf(word, COMPARISON).some((base) => EVERYDAY.has(base))
  );
}

function basesOf(word: string, ending: RegExp): string[] {
  const base = word.replace(ending, '');
  if (base === word || base.length < 3) return [];
  const undoubled = base.replace(/([b-df-hj-np-tv-z])\1$/, '$1');
  return [base, `${base}e`, undoubled, base.replace(/i$/, 'y')];
}
