import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import type { Action } from '../access/policies';
import { accountNames } from '../accounts/account-names';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { decided, found, Refusal } from '../http/refusals';
import { RecordsService } from '../records/records.service';
import { RegionsService } from '../regions/regions.service';
import { Check } from './check.entity';
import { checkStateNames, decideAppeal, decideByPerson } from './checks.rules';
import { ChecksService } from './checks.service';
import type { AppealDto, DecideCheckDto } from './checks.dto';
import type { CheckView } from './checks.view';
import { LentPictures } from './lent-pictures';

const onAList = 100;

/** Where WeChat does not say, or somebody does not agree with it: a person looks, decides, and says why. */
@Injectable()
export class DecisionsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ChecksService) private readonly checks: ChecksService,
    @Inject(LentPictures) private readonly lent: LentPictures,
    @Inject(RecordsService) private readonly records: RecordsService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What waits for a person in her region, the oldest first. */
  async waiting(actor: Actor): Promise<CheckView[]> {
    const { rows } = this.database;
    const query = rows
      .createQueryBuilder(Check, 'one')
      .where(
        "(one.state = 'doubtful' OR (one.state = 'refused' AND one.appealById IS NOT NULL AND one.decidedById IS NULL))",
      );
    const waiting = await actor
      .scope('checks.decide')
      .narrow(query, 'one.regionCode')
      .orderBy('one.createdAt')
      .addOrderBy('one.id')
      .take(onAList)
      .getMany();
    const regions = await this.regions.tree();
    const nameOf = await accountNames(
      rows,
      waiting.map(({ byAccountId }) => byAccountId),
    );
    return Promise.all(
      waiting.map(async (check) => ({
        ...{ id: check.id, state: check.state, stateName: checkStateNames[check.state] },
        regionName: regions.pathName(check.regionCode),
        words: check.fileId === null ? await this.checks.room(check.about).textOf(rows, check.aboutId) : null,
        isPicture: check.fileId !== null,
        byName: nameOf(check.byAccountId),
        appealWords: check.appealWords,
        createdAt: check.createdAt,
        mayDecide: !('refused' in decideByPerson(check, actor.accountId)),
      })),
    );
  }

  async picture(actor: Actor, id: string): Promise<Buffer> {
    const check = found(await this.database.rows.findOneBy(Check, { id }));
    if (!actor.scope('checks.decide').admits(check.regionCode)) throw new Refusal('thing.notFound');
    return this.lent.ofCheck(check);
  }

  /** Asks for a person's look at what WeChat refused. */
  async appeal(actor: Actor, id: string, { words }: AppealDto): Promise<void> {
    await this.on(actor, 'checks.appeal', id, async (tx, check) => {
      decided(decideAppeal(check));
      await tx.update(Check, { id }, { appealById: actor.accountId, appealWords: words.trim() });
    });
  }

  async decide(actor: Actor, id: string, { passes, reason }: DecideCheckDto): Promise<void> {
    await this.on(actor, 'checks.decide', id, async (tx, check) => {
      decided(decideByPerson(check, actor.accountId));
      const state = passes ? 'passed' : 'refused';
      const by = { decidedById: actor.accountId, reason: reason.trim(), decidedAt: this.clock.now() };
      await this.checks.settle(tx, check, { state, ...by });
      await this.records.write(tx, {
        ...{ byAccountId: actor.accountId, deed: 'decide_check', regionCode: check.regionCode },
        said: `${passes ? '准许' : '不准'}${check.fileId ? '图片' : '文字'}：${reason.trim()}`,
      });
    });
  }

  private on(
    actor: Actor,
    action: Action,
    id: string,
    work: (tx: EntityManager, check: Check) => Promise<void>,
  ): Promise<void> {
    return this.database.transact(async (tx) => {
      const check = found(await this.database.lock(tx, Check, id));
      if (!actor.scope(action).admits(check.regionCode)) throw new Refusal('thing.notFound');
      await work(tx, check);
    });
  }
}
