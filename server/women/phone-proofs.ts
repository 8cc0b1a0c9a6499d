import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../calendar/clock';
import { Refusal } from '../http/refusals';
import { Seal } from '../secrecy/seal';

const holdsForMs = 30 * 60 * 1000;

/**
 * That somebody's phone is hers, as WeChat has said: its button gives each number once and for money, so the answer is
 * handed to her, sealed, until she has chosen. Another account can do nothing with it.
 */
@Injectable()
export class PhoneProofs {
  constructor(
    @Inject(Seal) private readonly seal: Seal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  give(accountId: string, phone: string): string {
    const until = this.clock.now().getTime() + holdsForMs;
    return this.seal.seal(JSON.stringify({ accountId, phone, until }));
  }

  /** @throws Refusal when it is not hers, or too old. */
  phoneIn(proof: string, accountId: string): string {
    const said = this.read(proof);
    if (said?.accountId !== accountId || said.until < this.clock.now().getTime())
      throw new Refusal('claim.proofOver');
    return said.phone;
  }

  private read(proof: string): { accountId: string; phone: string; until: number } | undefined {
    try {
      const said = JSON.parse(this.seal.open(proof)) as { accountId: string; phone: string; until: number };
      return typeof said.accountId === 'string' ? said : undefined;
    } catch {
      return undefined;
    }
  }
}
