/** Units written in many ways, by their canonical form: "55-inch", '55"' and "55 in." are all `55in`. */
const UNIT_FORMS: Record<string, string[]> = {
  in: ['in', 'inch', 'inches', '英寸', '寸'],
  ft: ['ft', 'foot', 'feet', '英尺'],
  yd: ['yd', 'yard', 'yards'],
  mm: ['mm', 'millimeter', 'millimeters', 'millimetre', 'millimetres', '毫米'],
  cm: ['cm', 'centimeter', 'centimeters', 'centimetre', 'centimetres', '厘米', '公分'],
  m: ['m', 'meter', 'meters', 'metre', 'metres', '米'],
  km: ['km', 'kilometers', 'kilometres', '公里'],
  g: ['gram', 'grams', '克'],
  kg: ['kg', 'kilo', 'kilos', 'kilogram', 'kilograms', '公斤', '千克'],
  lb: ['lb', 'lbs', 'pound', 'pounds', '磅'],
  oz: ['oz', 'ounce', 'ounces', '盎司'],
  gal: ['gal', 'gallon', 'gallons', '加仑'],
  qt: ['qt', 'quart', 'quarts'],
  ml: ['ml', 'milliliter', 'milliliters', 'millilitre', 'millilitres', '毫升'],
  l: ['l', 'liter', 'liters', 'litre', 'litres', '升'],
  gb: ['gb', 'gig', 'gigs', 'gigabyte', 'gigabytes'],
  mb: ['mb', 'megabyte', 'megabytes'],
  tb: ['tb', 'terabyte', 'terabytes'],
  ghz: ['ghz'],
  mhz: ['mhz'],
  hz: ['hz', 'hertz', '赫兹'],
  mah: ['mah', '毫安', '毫安时'],
  w: ['w', 'watt', 'watts', '瓦'],
  v: ['v', 'volt', 'volts', '伏'],
  amp: ['amp', 'amps', 'ampere', 'amperes'],
  deg: ['deg', 'degree', 'degrees', '度'],
  mp: ['mp', 'megapixel', 'megapixels', '万像素'],
  pk: ['pk', 'pack', 'packs'],
  // Not "pc" and "hp": after the number of a model they are computers and a brand.
  pcs: ['pcs', 'piece', 'pieces', '件套'],
  ct: ['ct', 'count'],
  ga: ['ga', 'gauge', 'gage'],
  hp: ['horsepower', '马力'],
  lm: ['lm', 'lumen', 'lumens', '流明'],
  sqft: ['sqft'],
  cuft: ['cuft'],
};

const CANONICAL = new Map<string, string>(
  Object.entries(UNIT_FORMS).flatMap(([unit, forms]) => forms.map((form): [string, string] => [form, unit])),
);

/** The canonical unit of a folded unit word; undefined for any other word. */
export function unitOf(word: string): string | undefined {
  return CANONICAL.get(word);
}

const SQUARE = new Set(['sq', 'square']);
const CUBIC = new Set(['cu', 'cubic']);

/** The canonical unit of two folded words ("sq ft", "cubic feet"). */
export function unitOfTwo(first: string, second: string): string | undefined {
  if (unitOf(second) !== 'ft') return undefined;
  return SQUARE.has(first) ? 'sqft' : CUBIC.has(first) ? 'cuft' : undefined;
}
