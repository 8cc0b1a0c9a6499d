import type { Area, Host } from './host';

/** Storage. What is set later is lost when the mini-program is killed before. */
export function storage({ phone }: Host): Area {
  const kept = phone.storage;
  const info = () => ({ keys: kept.keys, currentSize: Math.ceil(kept.bytes / 1024), limitSize: 10_240 });
  const setNow = (key: string, value: unknown) => {
    try {
      kept.set(key, value);
    } catch (error) {
      throw new Error(`setStorageSync:fail ${(error as Error).message}`, { cause: error });
    }
  };
  const written = async (write: () => void) => {
    await new Promise((resolve) => setImmediate(resolve));
    write();
  };
  return {
    now: {
      getStorageSync: (key: string) => kept.get(key) ?? '',
      setStorageSync: setNow,
      removeStorageSync: (key: string) => kept.remove(key),
      clearStorageSync: () => kept.clear(),
      getStorageInfoSync: info,
    },
    later: {
      getStorage: ({ key }) => {
        const data = kept.get(String(key));
        if (data === undefined) throw new Error('data not found');
        return { data };
      },
      setStorage: ({ key, data }) => written(() => kept.set(String(key), data)),
      removeStorage: ({ key }) => written(() => kept.remove(String(key))),
      clearStorage: () => written(() => kept.clear()),
      getStorageInfo: info,
    },
  };
}
