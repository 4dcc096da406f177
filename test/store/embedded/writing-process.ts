import mongoose from 'mongoose';
import { startEngine } from '../../../src/store/embedded/engine.ts';

/** A process to be killed: writes without end, and prints each id once the engine has acknowledged it. */
const [folder] = process.argv.slice(2);
try {
  const engine = await startEngine({ folder: folder! });
  const connection = await mongoose.createConnection(engine.uri).asPromise();
  const collection = connection.db!.collection<{ _id: number; key: string; text: string }>('kept');
  await collection.createIndex({ key: 1 }, { unique: true });
  process.stdout.write('ready\n');
  const writer = async (lane: number) => {
    for (let n = lane; ; n += 8) {
      await collection.insertOne({ _id: n, key: `k${n}`, text: 'x'.repeat(300) });
      process.stdout.write(`${n}\n`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, lane) => writer(lane)));
} catch (error) {
  process.stdout.write(`${(error as { code?: string }).code}: ${(error as Error).message}\n`);
}
