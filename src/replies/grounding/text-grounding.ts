import { localize, type Pack } from '../../knowledge/pack.ts';
import { zh } from '../wording/zh.ts';
import { checkActions } from './actions.ts';
import { checkContacts } from './contacts.ts';
import { checkCounts } from './counts.ts';
import { checkDiscounts } from './discounts.ts';
import { withoutInstructions } from './instructions.ts';
import { checkLeaks } from './leaks.ts';
import { checkMeasures } from './measures.ts';
import { checkMoney } from './money.ts';
import { createNameIndex } from './name-index.ts';
import { checkNames } from './names.ts';
import { checkOrders } from './orders.ts';
import { createOrdinaryWords } from './ordinary-words.ts';
import { createProductReader } from './product-facts.ts';
import { checkPromises } from './promises.ts';
import { checkPromotions } from './promotions.ts';
import { readReply } from './reading.ts';
import { checkStock } from './stock.ts';
import { readEvidence, standingTexts } from './turn-facts.ts';
import type { Evidence, TextGrounding, Violation } from './violation.ts';

/** No reply to a chat message is longer; a longer one is refused unread, so that the check's time is bounded. */
const LONGEST_REPLY = 8_000;
/** More numbers than any reply holds; a table of hundreds is refused. */
const MOST_NUMBERS = 150;

/** Makes a pack's check of free text. Its names and ordinary words are indexed here, once. */
export function createTextGrounding({ pack }: { pack: Pack }): TextGrounding {
  const ordinary = createOrdinaryWords(pack, Object.values(zh).flat());
  const index = createNameIndex(pack, ordinary);
  const readProduct = createProductReader(pack);
  const standing = standingTexts(pack);
  const contact = [localize(pack.contact, 'en'), localize(pack.contact, 'zh')].join('\n');

  return {
    check(text, given, language) {
      if (text.length > LONGEST_REPLY) return [tooMuch(text, `${text.length} characters`)];
      const evidence = withoutOrders(given);
      const facts = readEvidence(evidence, { pack, standing, readProduct });
      const reading = readReply(text, facts);
      if (reading.quantities.length > MOST_NUMBERS) return [tooMuch(text, `${reading.quantities.length} numbers`)];
      return once([
        ...checkLeaks(text, evidence),
        ...checkContacts(text, evidence, contact),
        ...checkNames(reading, facts, { index, ordinary }),
        ...checkMoney(reading, facts),
        ...checkMeasures(reading, facts),
        ...checkCounts(reading, facts),
        ...checkDiscounts(reading, facts),
        ...checkPromotions(reading, facts),
        ...checkStock(reading, facts),
        ...checkOrders(reading, facts),
        ...checkActions(reading, facts),
        ...checkPromises(reading, facts, { language, noteShown: evidence.noteShown }),
      ]);
    },
  };
}

/** Passages and descriptions without sentences that speak to a model: those are no facts. */
function withoutOrders(evidence: Evidence): Evidence {
  return {
    ...evidence,
    passages: evidence.passages.map((passage) => ({
      ...passage,
      text: withoutInstructions(passage.text),
      ...(passage.answer !== undefined && { answer: withoutInstructions(passage.answer) }),
    })),
  };
}

function once(violations: readonly Violation[]): Violation[] {
  const seen = new Set<string>();
  return violations.filter(({ kind, text }) => {
    const key = `${kind} ${text.toLowerCase()}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function tooMuch(text: string, what: string): Violation {
  return {
    kind: 'unreadable',
    text: `${text.slice(0, 40)}…`,
    explain: `The reply has ${what}, more than can be checked; write a few sentences.`,
  };
}
