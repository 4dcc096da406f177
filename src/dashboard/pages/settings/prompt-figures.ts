import type { Turn } from '../../../conversation/turn-record.ts';
import type { TurnRepository } from '../../../store/turns.ts';

/** How replies went that a version of a prompt had a part in. */
export interface PromptFigures {
  id: string;
  version: string;
  used: number;
  written: number;
  repaired: number;
  replaced: number;
}

/** Newest turns looked at: figures of now, in bounded time. */
const LOOKED_AT = 1000;

export async function promptFigures(turns: Pick<TurnRepository<Turn>, 'aggregate'>): Promise<PromptFigures[]> {
  const isOutcome = (outcome: string) => ({ $sum: { $cond: [{ $eq: ['$llm.reply', outcome] }, 1, 0] } });
  const found = await turns.aggregate<{ _id: { id: string; version: string } } & Omit<PromptFigures, 'id' | 'version'>>(
    [
      { $sort: { receivedAt: -1, _id: -1 } },
      { $limit: LOOKED_AT },
      { $match: { 'llm.prompts': { $exists: true } } },
      { $unwind: '$llm.prompts' },
      {
        $group: {
          _id: { id: '$llm.prompts.id', version: '$llm.prompts.version' },
          used: { $sum: 1 },
          written: isOutcome('written'),
          repaired: isOutcome('repaired'),
          replaced: isOutcome('replaced'),
        },
      },
    ],
  );
  return found.map(({ _id, ...figures }) => ({ ..._id, ...figures }));
}
