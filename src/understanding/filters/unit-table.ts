/** Units of measure by dimension: factor to the dimension's base, and the words in both languages. */
export type UnitTable = Readonly<Record<string, readonly (readonly [factor: number, words: string])[]>>;

/** What goods are measured in; readers of one kind of text add the words that mean a unit only there. */
export const UNIT_TABLE: UnitTable = {
  bytes: [
    [1, 'gb gig gigs gigabyte gigabytes'],
    [1024, 'tb terabyte terabytes'],
    [1 / 1024, 'mb megabyte megabytes'],
  ],
  length: [
    [1, 'cm centimeter centimeters centimetre centimetres 厘米 公分'],
    [100, 'm meter meters metre metres 米'],
    [0.1, 'mm millimeter millimeters millimetre millimetres 毫米'],
    [30.48, 'ft feet foot 英尺'],
    [100_000, 'km kilometer kilometers kilometre kilometres 公里 千米'],
    [160_934, 'mile miles 英里'],
  ],
  inch: [[1, 'inch inches in " ″ 英寸 寸 吋']],
  mass: [
    [1, 'g gram grams gramme grammes 克'],
    [1000, 'kg kgs kilo kilos kilogram kilograms 公斤 千克'],
    [500, '斤'],
    [453.6, 'lb lbs'],
    [28.35, 'oz ounce ounces'],
  ],
  volume: [
    [1, 'l liter liters litre litres 升'],
    [0.001, 'ml milliliter milliliters millilitre millilitres 毫升'],
  ],
  frequency: [
    [1, 'hz hertz 赫兹 赫'],
    [1e9, 'ghz'],
  ],
  charge: [
    [1, 'mah 毫安时 毫安'],
    [1000, 'ah 安时'],
  ],
  energy: [[1, 'wh 瓦时']],
  power: [
    [1, 'w watt watts 瓦'],
    [1000, 'kw 千瓦'],
  ],
  voltage: [[1, 'v volt volts 伏']],
  pixels: [
    [1, 'mp megapixel megapixels'],
    [0.01, '万像素'],
    [1e-6, '像素'],
  ],
  rate: [
    [1, 'mbps 兆'],
    [1000, 'gbps'],
  ],
  area: [[1, 'm2 m² sqm 平方米 平米']],
  pressure: [[1, 'pa 帕']],
  noise: [[1, 'db decibel decibels 分贝']],
  light: [[1, 'lm lumen lumens 流明']],
  bar: [[1, 'bar bars 巴']],
  dpi: [[1, 'dpi']],
  degrees: [[1, '° °c degree degrees 摄氏度 度']],
  time: [
    [60, 'h hr hrs hour hours 小时 个小时 个钟头 钟头'],
    [1, 'min mins minute minutes 分钟'],
    [1 / 60, 'second seconds sec secs 秒 秒钟'],
  ],
  days: [
    [1, 'day days 天 日'],
    [7, 'week weeks wk wks 周 个星期 星期 个礼拜'],
  ],
  nights: [[1, 'night nights 晚 夜 个晚上']],
  months: [
    [1, 'month months mth mths 个月'],
    [12, 'year years yr yrs 年'],
  ],
  percent: [[1, '% percent per-cent pct 个点 个百分点']],
  age: [[1, '岁 周岁 years-old year-olds']],
};
