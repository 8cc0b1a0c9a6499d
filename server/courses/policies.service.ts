import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { AssignmentPolicy } from './policy.entity';

const keptForMs = 60_000;

/** The published rules, of which the latest version holds. */
@Injectable()
export class PoliciesService {
  private kept: { readonly policy: AssignmentPolicy; readonly at: number } | undefined;

  constructor(@Inject(Database) private readonly database: Database) {}

  /** The version that holds now; a new one is known to every server within a minute. */
  async latest(): Promise<AssignmentPolicy> {
    if (this.kept && performance.now() - this.kept.at < keptForMs) return this.kept.policy;
    const policy = await this.database.rows.findOneOrFail(AssignmentPolicy, {
      where: {},
      order: { version: 'DESC' },
    });
    this.kept = { policy, at: performance.now() };
    return policy;
  }
}
