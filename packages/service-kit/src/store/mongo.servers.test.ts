import mongoose from 'mongoose';
import { freshName, onServers, urls } from '../servers.fixture.ts';
import { storeConformance } from './conformance.ts';
import { openMongoStore } from './mongo.ts';

const freshOn = (url: string) => async () => {
  const database = freshName();
  return {
    open: (views: Parameters<typeof openMongoStore>[2]) => openMongoStore(`${url}/${database}`, 'competitions', views),
    async remove() {
      const connection = await mongoose.createConnection(url, { dbName: `${database}-competitions` }).asPromise();
      await connection.dropDatabase();
      await connection.close();
    },
  };
};
onServers('real MongoDB', () => {
  storeConformance({ name: 'MongoDB, one server', fresh: freshOn(urls.mongo) });
  storeConformance({ name: 'MongoDB, a replica set', fresh: freshOn(urls['mongo-replica-set']) });
});
