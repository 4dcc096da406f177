const RATING = /(\d{1,2}(?:\.\d)?)\s?(?:\/|out of)\s?(10|5)\b(?!\/)|([1-5])[\s-]?stars?\b/y;
const STAR_VALENCES = [-2.5, -1.8, -0.3, 1.5, 2.5];
/** A film of 5 or 6 out of 10 was no pleasure. */
const MIDDLE = 0.55;

/** The verdict in numbers that stands at a place of a lower-cased text ("8/10", "2 out of 5", "4 stars"), as a valence. */
export function ratingAt(text: string, at: number): { valence: number; end: number } | undefined {
  RATING.lastIndex = at;
  const match = RATING.exec(text);
  if (!match) return undefined;
  const [whole, points, outOf, stars] = match;
  const end = at + whole.length;
  if (stars) return { valence: STAR_VALENCES[Number(stars) - 1], end };
  const share = Number(points) / Number(outOf);
  return share > 1 ? undefined : { valence: (share - MIDDLE) * 6, end };
}
