import type { Prompt } from '../../../llm/prompts.ts';
import type { DashboardContext } from '../../context.ts';
import { formatNumber, formatShare } from '../../format.ts';
import { Page } from '../../layout/page.tsx';
import { Card, Facts } from '../../layout/pieces.tsx';
import { Table } from '../../layout/table.tsx';
import { useView } from '../../view.tsx';
import { channelName } from '../../words/terms.ts';
import type { PromptFigures } from './prompt-figures.ts';
import { words } from './words.ts';

export interface SettingsProps {
  channels: readonly string[];
  store: 'mongodb' | 'embedded';
  settings: DashboardContext['settings'];
  /** Absent for who may not download them. */
  corrections?: number;
  prompts: readonly Prompt[];
  figures: readonly PromptFigures[];
}

export function SettingsPage({ channels, store, settings, corrections, prompts, figures }: SettingsProps) {
  const { language } = useView();
  const t = words[language];
  return (
    <Page title={t.title} lead={t.lead}>
      <Card title={t.set}>
        <Facts
          facts={[
            [t.channels, channels.map((name) => channelName(name, language)).join(', ') || t.noChannels],
            [t.model, settings?.model ?? t.noModel],
            [t.store, t.stores[store]],
            ...(settings ? [[t.retention, t.days(formatNumber(settings.retentionDays, language))] as const] : []),
          ]}
        />
      </Card>
      {corrections !== undefined && (
        <Card title={t.corrections}>
          {corrections === 0 ? (
            <p>{t.noCorrections}</p>
          ) : (
            <>
              <p>{t.correctionsLead(formatNumber(corrections, language))}</p>
              <p>
                <a class="button" href="/dashboard/settings/corrections.jsonl">
                  {t.download}
                </a>
              </p>
              <p>
                <code>npm run train -- --data DIR --corrections corrections.jsonl</code>
              </p>
            </>
          )}
        </Card>
      )}
      <Card title={t.prompts}>
        <p class="quiet">{t.promptsLead}</p>
        <Prompts prompts={prompts} figures={figures} />
      </Card>
    </Page>
  );
}

function Prompts({ prompts, figures }: Pick<SettingsProps, 'prompts' | 'figures'>) {
  const { language } = useView();
  const t = words[language];
  const own = prompts.filter((prompt) => prompt.language === language);
  const of = ({ id, version }: Prompt) => figures.find((one) => one.id === id && one.version === version);
  const share = (prompt: Prompt, name: 'written' | 'repaired' | 'replaced') => {
    const found = of(prompt);
    return found ? formatShare(found[name] / found.used, language) : '–';
  };
  return (
    <Table
      caption={t.prompts}
      rows={own}
      keyOf={({ id }) => id}
      columns={[
        {
          title: t.task,
          cell: ({ id, purpose }) => (
            <>
              <a href={`/dashboard/settings/prompts/${id}`}>{purpose}</a>
              <p class="quiet">{id}</p>
            </>
          ),
        },
        { title: t.version, cell: ({ version }) => version },
        {
          title: t.used,
          numeric: true,
          cell: (prompt) => {
            const found = of(prompt);
            return found ? formatNumber(found.used, language) : t.notUsed;
          },
        },
        { title: t.asWritten, numeric: true, cell: (prompt) => share(prompt, 'written') },
        { title: t.repaired, numeric: true, cell: (prompt) => share(prompt, 'repaired') },
        { title: t.replaced, numeric: true, cell: (prompt) => share(prompt, 'replaced') },
      ]}
    />
  );
}

/** One prompt in both languages, to be read. */
export function PromptPage({ prompts }: { prompts: readonly Prompt[] }) {
  const { language } = useView();
  const t = words[language];
  const first = prompts.find((prompt) => prompt.language === language);
  return (
    <Page title={first!.purpose} lead={first!.id} actions={<a href="/dashboard/settings">{t.back}</a>}>
      {prompts.map((prompt) => (
        <Card key={prompt.language} title={t.languages[prompt.language]}>
          <Facts
            facts={[
              [t.version, prompt.version],
              [t.variables, prompt.variables.join(', ') || '–'],
            ]}
          />
          <p class="text prompt" lang={prompt.language}>
            {prompt.body.trim()}
          </p>
        </Card>
      ))}
    </Page>
  );
}
