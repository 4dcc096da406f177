/** Common words with a doubled letter: "goooood" is good, but "sooooo" is so. */
const DOUBLED = new Set(
  'all bee been beer book call cheer coffee cook cool deep dress feel feet fell food fool free full good green hell hello hill hood keep kill less look meet need off pool pretty happy room roof see seem seen sell sleep small smell soon speed still sweet tall tell too took tool tree week well will wood yellow wall ball boss class cross glass kiss loss mass mess miss pass press sorry funny'.split(
    ' ',
  ),
);
const LONG_RUN = /([^\d\s])\1\1/u;
const LATIN_WORD = /[a-z]+/gi;
const LATIN_RUN = /([a-z])\1{2,}/gi;
const OTHER_RUN = /([^\da-z\s])\1{3,}/giu;
const HAN_RUN = /(\p{Script=Han})\1{2,}/gu;

/** "soooo" -> "so", "goooood" -> "good", "好好好好" -> "好好", "!!!!!!" -> "!!!"; digits, sizes ("XXXL") and "AAA" stay. */
export function squeezeRepeats(text: string): string {
  if (!LONG_RUN.test(text)) return text;
  return text.replace(LATIN_WORD, squeezeWord).replace(HAN_RUN, '$1$1').replace(OTHER_RUN, '$1$1$1');
}

function squeezeWord(word: string): string {
  if (word.length < 3 || (word.length <= 3 && word[0] === word[2]) || /^x+[sl]$/i.test(word) || /^www|iii$/i.test(word))
    return word;
  const double = word.replace(LATIN_RUN, '$1$1');
  if (double === word) return word;
  return DOUBLED.has(double.toLowerCase()) ? double : word.replace(LATIN_RUN, '$1');
}
