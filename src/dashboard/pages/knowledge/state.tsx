import { basename } from 'node:path';
import { localize, type Pack } from '../../../knowledge/pack.ts';
import type { IndexInfo } from '../../../knowledge/retriever.ts';
import { formatNumber, formatTime } from '../../format.ts';
import { Card, Facts } from '../../layout/pieces.tsx';
import { useView } from '../../view.tsx';
import { words } from './words.ts';

/** What the pack holds, when it was read, and what is missing in it. */
export function State({ pack, info }: { pack: Pack; info: IndexInfo }) {
  const { language, timeZone } = useView();
  const t = words[language];
  const folder = basename(pack.folder);
  const gaps = gapsOf(pack)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => t[name](formatNumber(count, language)));
  return (
    <>
      <Card>
        <Facts
          facts={[
            [t.pack, localize(pack.name, language)],
            [t.folder, folder],
            [t.currency, pack.currency],
            [t.contact, localize(pack.contact, language)],
            [t.productCount, formatNumber(info.products, language)],
            [t.passageCount, formatNumber(info.passages, language)],
            [t.builtAt, formatTime(new Date(info.builtAt), language, timeZone)],
            [t.version, info.version.slice(0, 12)],
            [t.embedding, info.embedding.model.startsWith('built-in') ? t.builtInEmbedding : info.embedding.model],
          ]}
        />
      </Card>
      <Card title={t.missing}>
        {gaps.length === 0 ? (
          <p>{t.allGood}</p>
        ) : (
          <ul class="plain">
            {gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        )}
      </Card>
      <p class="quiet">
        {t.howTo} <code>npm run index -- --pack {folder}</code>. {t.howToLast}
      </p>
    </>
  );
}

function gapsOf({ products }: Pack) {
  const count = (wanting: (product: Pack['products'][number]) => boolean) => products.filter(wanting).length;
  return [
    ['noPrice', count(({ price }) => price === null)],
    ['soldOut', count(({ stock }) => stock === 0)],
    ['noImage', count(({ image }) => !image)],
    ['oneLanguage', count(({ name }) => !name.en || !name.zh)],
  ] as const;
}
