/** What a key is made of: an id of ours, and perhaps a width. Nothing that a user wrote is ever part of one. */
const shape = /^[0-9a-f-]{36}(\.\d{3,4})?$/;

/** Where the bytes of files are kept, each under a key. Bytes once put are never changed. */
export abstract class FileStore {
  /** Keeps the bytes whole or not at all. Putting the same key again is no error. */
  abstract put(key: string, bytes: Buffer): Promise<void>;

  /** The bytes, or null where nothing is kept under the key. */
  abstract get(key: string): Promise<Buffer | null>;

  /** Does nothing where nothing is kept under the key. */
  abstract remove(key: string): Promise<void>;

  /** Throws where a key is not one of ours: a mistake of the program, never of a user. */
  protected checked(key: string): string {
    if (!shape.test(key)) throw new Error('this is no key of a file');
    return key;
  }
}
