// The examples that nobody runs, as their docstrings have them: `vitest -u src/docstrings` writes this file.
import { openKafkaLog } from '@jiangong/service-kit/log/kafka';
import { migrate, rebuildLog } from '@jiangong/service-kit/migrate';
import { run } from '@jiangong/service-kit/run';
import { connectMongo, openMongoStore } from '@jiangong/service-kit/store/mongo';
import { readAll } from '@jiangong/service-kit/testing/log-reader';

export async function openKafkaLogExample() {
  const log = await openKafkaLog('kafka://localhost:9092');
  await log.check();
  await log.close();
}

export async function migrateExample() {
  const { same, counts } = await migrate({
    from: './data',
    storeUrl: 'mongodb://localhost:27017/jiangong',
    logUrl: 'kafka://localhost:9092',
    now: new Date().toISOString(),
    manifests: [],
  });
  if (!same) console.table(counts);
}

export async function rebuildLogExample() {
  const written = await rebuildLog('mongodb://localhost:27017/jiangong', 'kafka://localhost:9092/second');
  console.table(written);
}

export async function runExample() {
  const { address } = await run([], { ...process.env, PORT: '8080' });
  console.log(address);
}

export async function connectMongoExample() {
  const connection = await connectMongo('mongodb://localhost:27017/jiangong', 'awards');
  console.log(connection.name); // jiangong-awards
  await connection.close();
}

export async function openMongoStoreExample() {
  const store = await openMongoStore('mongodb://localhost:27017/jiangong', 'awards', []);
  console.log(await store.backlog());
  await store.close();
}

export async function readAllExample() {
  const events = await readAll('kafka://localhost:9092', 'awards.v1');
  console.log(events.length);
}
