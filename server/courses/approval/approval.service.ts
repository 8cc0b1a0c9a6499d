import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor';
import { Clock } from '../../calendar/clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { ancestor } from '../../regions/regions.rules';
import { ApprovalRule } from './approval-rule.entity';
import type { ApprovalRuleView } from './approval.view';

/** Whether the city approves batches first. A fresh installation does not ask: small federations begin at once. */
@Injectable()
export class ApprovalService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async isAsked(rows: EntityManager, regionCode: string): Promise<boolean> {
    return (await this.latest(rows, regionCode))?.isAsked ?? false;
  }

  async read(actor: Actor): Promise<ApprovalRuleView> {
    const rule = await this.latest(this.database.rows, cityOf(actor, 'courses.plan'));
    return { isAsked: rule?.isAsked ?? false, since: rule?.since ?? null };
  }

  async decide(actor: Actor, isAsked: boolean): Promise<ApprovalRuleView> {
    const regionCode = cityOf(actor, 'batches.approve');
    const since = this.clock.now();
    await this.database.transact(async (tx) => {
      const before = await this.latest(tx, regionCode);
      if ((before?.isAsked ?? false) === isAsked) return;
      const byAccountId = actor.accountId;
      await tx.insert(ApprovalRule, { id: newId(), regionCode, isAsked, byAccountId, since });
    });
    return this.read(actor);
  }

  private latest(rows: EntityManager, regionCode: string): Promise<ApprovalRule | null> {
    return rows.findOne(ApprovalRule, {
      where: { regionCode: ancestor(regionCode, 'city') ?? '' },
      order: { since: 'DESC', id: 'DESC' },
    });
  }
}

function cityOf(actor: Actor, action: 'courses.plan' | 'batches.approve'): string {
  return ancestor(actor.scope(action).prefixes[0] ?? '', 'city') ?? '';
}
