import { newId } from '../../server/database/new-id';
import { FileStore } from '../../server/files/file-store';
import { ObjectStore } from '../../server/files/object-store';
import { describeHouse, openHouse } from '../support/house/house';
import { startStorage, type StorageStandIn } from '../support/storage/stand-in';

describeHouse('Object storage', () => {
  let storage: StorageStandIn;
  let store: FileStore;
  beforeEach(async () => {
    storage = await startStorage();
    const { S3_URL: url, S3_REGION: region, S3_ACCESS_KEY_ID: accessKeyId } = storage.settings;
    store = new ObjectStore({
      ...{ url: url!, region: region!, accessKeyId: accessKeyId! },
      secretAccessKey: storage.settings.S3_SECRET_ACCESS_KEY!,
    });
  });
  afterEach(() => storage.close());

  it('keeps bytes under their key, gives them back, and forgets them', async () => {
    const key = newId();
    const bytes = Buffer.from([0, 1, 2, 255]);
    expect(await store.get(key)).toBeNull();
    await store.put(key, bytes);
    await store.put(key, bytes);
    expect(await store.get(key)).toEqual(bytes);
    await store.put(`${key}.480`, Buffer.alloc(300_000, 7));
    expect((await store.get(`${key}.480`))?.length).toBe(300_000);
    await store.remove(key);
    await store.remove(key);
    expect(await store.get(key)).toBeNull();
    expect([...storage.kept.keys()]).toEqual([`${key}.480`]);
  });

  it('asks again when the storage is unwell for a moment, and says so when it stays so', async () => {
    const key = newId();
    storage.failNext(503);
    await store.put(key, Buffer.from('a'));
    expect(await store.get(key)).toEqual(Buffer.from('a'));
    storage.failNext(500, 3);
    await expect(store.get(key)).rejects.toThrow('GET with 500');
    storage.failNext(403);
    await expect(store.put(key, Buffer.from('a'))).rejects.toThrow('PUT with 403');
    await expect(store.get('../other')).rejects.toThrow('no key of a file');
  });

  it('is not fooled by a wrong key: nothing is kept', async () => {
    const { S3_URL: url } = storage.settings;
    const wrong = { url: url!, region: 'ap-shanghai', accessKeyId: 'standin', secretAccessKey: 'wrong' };
    await expect(new ObjectStore(wrong).put(newId(), Buffer.from('a'))).rejects.toThrow('403');
    expect(storage.kept.size).toBe(0);
  });

  it('holds the uploads of a server that is set so', async () => {
    const house = await openHouse([], { ...storage.settings });
    try {
      expect(house.app.get(FileStore)).toBeInstanceOf(ObjectStore);
      const key = newId();
      await house.app.get(FileStore).put(key, Buffer.from('a'));
      expect([...storage.kept.keys()]).toEqual([key]);
    } finally {
      await house.close();
    }
  });
});
