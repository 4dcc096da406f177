import { createHash } from 'node:crypto';
import { openVisitor, readText, serveWeb, textOf } from '../../adapters/web/visitor.ts';
import { type ChannelHarness, describeChannel } from './contract.ts';

describeChannel('the web chat', async (): Promise<ChannelHarness> => {
  const { channel, url, close } = await serveWeb();
  const visitor = await openVisitor(url);
  let events: Awaited<ReturnType<typeof visitor.listen>> | undefined;

  return {
    channel,
    async deliver(incoming) {
      events ??= await visitor.listen();
      const said =
        incoming.kind === 'text' ? { text: incoming.text } : { text: incoming.choice.text, choice: incoming.choice.id };
      const response = await visitor.post({ id: uuidOf(incoming.key), ...said });
      return { acknowledged: response.status === 202 };
    },
    async seen(count) {
      const replies = (await events?.until('reply', count)) ?? [];
      return replies.map(({ data }) => ({ text: readText(data.reply), buttons: data.reply.choices }));
    },
    async drafts(count) {
      const drafts = (await events?.until('draft', count)) ?? [];
      return drafts.map(({ data }) => textOf(data.body).trim());
    },
    async broken(how, address) {
      if (how === 'refused') return { room: 'of another channel' };
      await channel.stop();
      return address;
    },
    async close() {
      await events?.close();
      await close();
    },
  };
});

function uuidOf(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
