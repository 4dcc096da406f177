/** Draws of one seeded stream. */
export interface Dice {
  /** 0 <= x < 1. */
  roll: () => number;
  chance(share: number): boolean;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  pick<T>(items: readonly T[]): T;
  /** By weight; weights of 0 never. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K;
}

export function createDice(roll: () => number): Dice {
  return {
    roll,
    chance: (share) => roll() < share,
    between: (least, most) => least + Math.floor(roll() * (most - least + 1)),
    pick: (items) => items[Math.floor(roll() * items.length)]!,
    weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K {
      const entries = Object.entries(weights) as [K, number][];
      let left = roll() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      return entries.at(-1)![0];
    },
  };
}
