import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../../access/actor';
import { Database } from '../../database/database';
import { found, Refusal } from '../../http/refusals';
import { RegionsService } from '../../regions/regions.service';
import { maskPhone, shortenName } from '../../secrecy/mask.rules';
import { Seal } from '../../secrecy/seal';
import { Woman } from '../../women/woman.entity';
import { WomenService } from '../../women/women.service';
import { Delivery, DeliveryAttempt } from '../delivery/delivery.entity';
import type { Climb } from '../delivery/climb';
import { DeliveriesService } from '../delivery/deliveries.service';
import { attemptResults } from '../ladder.rules';
import { Notice } from '../notice.entity';
import { sayOnThePhone } from '../notices.rules';
import type { ListCallsDto, TellDto } from './calls.dto';
import { mayResult } from './calls.rules';
import type { CallListView } from './calls.view';

const linesAtMost = 200;
const rungNames = { wechat: '微信', sms: '短信', call: '电话', board: '公告栏', inbox: '小程序' } as const;

/** Whom nothing else reached: her helper calls her, and what came of it goes on record. */
@Injectable()
export class CallsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(DeliveriesService) private readonly deliveries: DeliveriesService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Seal) private readonly seal: Seal,
  ) {}

  /** Those of the actor's villages, the most urgent first. */
  async list(actor: Actor, { region }: ListCallsDto): Promise<CallListView> {
    const { rows } = this.database;
    const query = rows
      .createQueryBuilder(Delivery, 'delivery')
      .innerJoin(Notice, 'notice', 'notice.id = delivery.noticeId')
      .innerJoin(Woman, 'woman', 'woman.id = notice.womanId')
      .where("delivery.rung IN ('call', 'board')")
      .andWhere('woman.mergedIntoId IS NULL AND woman.erasedAt IS NULL')
      .andWhere('woman.needsWithdrawnAt IS NULL');
    actor.scope('calls.read').narrow(query, 'woman.villageCode');
    if (region) query.andWhere('woman.villageCode LIKE :region', { region: `${region}%` });
    const open = await query
      .orderBy('CASE WHEN delivery.endsAt IS NULL THEN 1 ELSE 0 END')
      .addOrderBy('delivery.endsAt')
      .addOrderBy('delivery.noticeId')
      .limit(linesAtMost)
      .getMany();
    const ids = open.map(({ noticeId }) => noticeId);
    const notices = await rows.findBy(Notice, { id: In(ids) });
    const attempts = await rows.find(DeliveryAttempt, {
      where: { noticeId: In(ids) },
      order: { at: 'DESC', id: 'DESC' },
    });
    const women = await this.women.byIds([...new Set(notices.map(({ womanId }) => womanId))]);
    const tree = await this.regions.tree();
    const lines = open.flatMap((delivery) => {
      const notice = notices.find(({ id }) => id === delivery.noticeId);
      const woman = notice && women.get(notice.womanId);
      return woman ? [{ delivery, notice, woman, villageName: tree.pathName(woman.villageCode) }] : [];
    });
    return {
      calls: lines
        .filter(({ delivery }) => delivery.rung === 'call')
        .map(({ delivery, notice, woman, villageName }) => ({
          ...{ id: notice.id, womanId: woman.id, name: woman.name, villageName },
          phone: woman.phoneSealed ? maskPhone(this.seal.open(woman.phoneSealed)) : null,
          ...{ event: notice.event, batchId: notice.batchId, endsAt: delivery.endsAt, tries: delivery.tries },
          script: sayOnThePhone(notice.event, notice.sentence),
          before: attempts.filter(({ noticeId }) => noticeId === notice.id).map(sayAttempt),
        })),
      board: lines
        .filter(({ delivery }) => delivery.rung === 'board')
        .map(({ delivery, notice, woman, villageName }) => ({
          ...{ id: notice.id, shortName: shortenName(woman.name), villageName },
          ...{ sentence: notice.sentence, endsAt: delivery.endsAt },
        })),
    };
  }

  /** Puts on record what came of a call or of the board. */
  async tell(actor: Actor, noticeId: string, { result }: TellDto): Promise<void> {
    const notice = found(await this.database.rows.findOneBy(Notice, { id: noticeId }));
    const woman = await this.women.served(actor, notice.womanId, 'calls.tell');
    await this.database.transact(async (tx) => {
      const delivery = found(await this.database.lock(tx, Delivery, noticeId));
      if (!mayResult(delivery.rung, result)) throw new Refusal('call.over');
      const climb = { delivery, told: notice, mayBeCalled: woman.needsWithdrawnAt === null } as Climb;
      await this.deliveries.tell(tx, climb, { result, byAccountId: actor.accountId });
    });
  }
}

function sayAttempt({ rung, result, said }: DeliveryAttempt): string {
  const why = result === 'skipped' ? said : attemptResults[result];
  return `${rungNames[rung]}：${why}`;
}
