import type { FaqDraft } from '../../../insights/questions/drafts.ts';
import { Field, Form, TextArea } from '../../layout/form.tsx';
import { Page } from '../../layout/page.tsx';
import { Card, Notice } from '../../layout/pieces.tsx';
import { useView } from '../../view.tsx';
import { words } from './words.ts';

export type AnswerFields = Pick<FaqDraft, 'question' | 'answer' | 'variants'>;

/** Writing an answer, or reviewing one that was written. */
export function AnswerPage(props: { action: string; fields: AnswerFields; review?: boolean; error?: string }) {
  const { action, fields, review, error } = props;
  const t = words[useView().language];
  const { question, answer, variants } = fields;
  return (
    <Page title={review ? t.reviewTitle : t.answerTitle} lead={t.answerLead}>
      <p>
        <a href="/dashboard/insights/questions">{t.back}</a>
      </p>
      {error && <Notice mood="bad">{error}</Notice>}
      <Form action={action}>
        <div class="grid wide">
          <Card>
            <Field label={t.questionEn} name="question_en" value={question.en} maxlength={300} hint={t.privateHint} />
            <TextArea
              label={t.answerEn}
              name="answer_en"
              value={answer.en}
              rows={7}
              maxlength={8000}
              hint={t.answerHint}
            />
            <TextArea label={t.variantsEn} name="variants_en" value={(variants.en ?? []).join('\n')} rows={4} />
          </Card>
          <Card>
            <Field label={t.questionZh} name="question_zh" value={question.zh} maxlength={300} hint={t.privateHint} />
            <TextArea
              label={t.answerZh}
              name="answer_zh"
              value={answer.zh}
              rows={7}
              maxlength={8000}
              hint={t.answerHint}
            />
            <TextArea label={t.variantsZh} name="variants_zh" value={(variants.zh ?? []).join('\n')} rows={4} />
          </Card>
        </div>
        <p class="actions">
          <button type="submit" name="do" value="save" class={review ? undefined : 'main'}>
            {t.saveDraft}
          </button>
          {review && (
            <>
              <button type="submit" name="do" value="approve" class="main">
                {t.approve}
              </button>
              <button type="submit" name="do" value="remove" class="danger">
                {t.removeDraft}
              </button>
            </>
          )}
        </p>
      </Form>
    </Page>
  );
}
