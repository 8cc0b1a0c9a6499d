import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Scope } from '../../access/scope';
import { Database } from '../../database/database';
import { readSome } from '../../database/plain-rows';
import { Woman } from '../../women/woman.entity';
import { Delivery } from '../delivery/delivery.entity';
import { DeliveriesService } from '../delivery/deliveries.service';
import { Notice } from '../notice.entity';
import { TasksService } from '../tasks/tasks.service';

/** Her own helper hears that there is somebody to call; of a list that goes on, once a day. */
@Injectable()
export class CallTasks implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DeliveriesService) private readonly deliveries: DeliveriesService,
    @Inject(TasksService) private readonly tasks: TasksService,
  ) {}

  onModuleInit(): void {
    this.deliveries.whenToCall((tx, womanId) => this.tell(tx, womanId));
  }

  /** Nobody is left to be called: the task goes too. */
  async endEmpty(): Promise<void> {
    await this.tasks.endEmpty('calls_waiting', 'calls.tell', (scope) => this.isWaiting(scope));
  }

  private async tell(tx: EntityManager, womanId: string): Promise<void> {
    const [woman] = await readSome(tx, Woman, ['villageCode'], { id: womanId });
    if (!woman) return;
    const callers = await this.tasks.whoMay(tx, 'calls.tell', woman.villageCode);
    await this.tasks.writeOfToday(tx, callers, 'calls_waiting');
  }

  private isWaiting(scope: Scope): Promise<boolean> {
    const query = this.database.rows
      .createQueryBuilder(Delivery, 'delivery')
      .innerJoin(Notice, 'notice', 'notice.id = delivery.noticeId')
      .innerJoin(Woman, 'woman', 'woman.id = notice.womanId')
      .where("delivery.rung = 'call'")
      .andWhere('woman.mergedIntoId IS NULL AND woman.erasedAt IS NULL AND woman.needsWithdrawnAt IS NULL');
    return scope.narrow(query, 'woman.villageCode').getExists();
  }
}
