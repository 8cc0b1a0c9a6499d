import { Injectable } from '@nestjs/common';
import { Algorithm, hash, verify } from '@node-rs/argon2';
import { Semaphore } from 'async-mutex';
import { Refusal } from '../../http/refusals';

/** argon2id as OWASP asks for it: 19 MiB, two passes; about 80 ms of one processor. */
const costs = { algorithm: 2 as Algorithm, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A flood of sign-ins must leave processors to the women: two at once, some more in a row, the rest try again. */
const atOnce = 2;
const longestRow = 40;

/** The hash of a password that nobody has: a name that does not exist costs as much as a wrong password. */
const nobodys =
  '$argon2id$v=19$m=19456,t=2,p=1$NbWzJ6wCiBmQqVwT0J0o5Q$8ktvGl0F8zsIYkIs4tbJcN5z3C6xk0dHkZ0N8pGqVbA';

@Injectable()
export class Hasher {
  private readonly places = new Semaphore(atOnce);
  private waiting = 0;

  /** Runs work that hashes when it is its turn. @throws Refusal `signIn.busy` when the row is too long. */
  async inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    if (this.waiting >= longestRow) throw new Refusal('signIn.busy', { seconds: 5 });
    this.waiting += 1;
    const [, leave] = await this.places.acquire();
    this.waiting -= 1;
    try {
      return await work();
    } finally {
      leave();
    }
  }

  /** Only within `inTurn`. */
  async hash(password: string): Promise<string> {
    return hash(password.normalize('NFKC'), costs);
  }

  /** Only within `inTurn`. Without a hash it takes as long and is false. */
  async isRight(hashed: string | undefined, password: string): Promise<boolean> {
    const isRight = await verify(hashed ?? nobodys, password.normalize('NFKC'));
    return isRight && hashed !== undefined;
  }
}
