import { LLMock } from '@copilotkit/aimock';

// A process of its own, so that the model's work is not counted as the bot's.
const mock = new LLMock({ port: 0, logLevel: 'silent' } as never);
const analysis = { intent: 'unsure', confidence: 0.5, sentiment: 'neutral', score: 0, angry: false, filters: null };
mock.on({ predicate: ({ model }) => model === 'fast' }, { content: JSON.stringify({ ...analysis, keywords: [] }) });
mock.on({ predicate: () => true }, { content: 'Happy to help you with that.' });
await mock.start();
process.stdout.write(`${mock.url}\n`);
process.on('SIGTERM', () => void mock.stop().then(() => process.exit(0)));
