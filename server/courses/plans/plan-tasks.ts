import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TasksService } from '../../notices/tasks/tasks.service';
import { Region } from '../../regions/region.entity';
import type { Batch } from '../batch.entity';
import { Course } from '../course.entity';
import type { Step } from './steps.rules';

const events = ['batch_to_approve', 'batch_approved', 'batch_sent_back'] as const;

/** Whose turn it is with a batch on its way to being opened: the city's, or hers who planned it. */
@Injectable()
export class PlanTasks {
  constructor(@Inject(TasksService) private readonly tasks: TasksService) {}

  /** After a step, in its transaction: whoever waited for it need not any more, and the next one is told. */
  async tell(tx: EntityManager, batch: Batch, step: Step, reason = ''): Promise<void> {
    await this.end(tx, batch.id);
    if (step === 'open' || step === 'close') return;
    const { title } = await tx.findOneByOrFail(Course, { id: batch.courseId });
    if (step === 'submit') {
      const approvers = await this.tasks.whoMay(tx, 'batches.approve', batch.countyCode);
      const { name: placeName } = await tx.findOneByOrFail(Region, { code: batch.countyCode });
      await this.tasks.write(tx, approvers, 'batch_to_approve', batch.id, { title, placeName });
      return;
    }
    const event = step === 'approve' ? 'batch_approved' : 'batch_sent_back';
    await this.tasks.write(tx, await this.plannersOf(tx, batch), event, batch.id, { title, reason });
  }

  /** Nothing is to be done with it any more. */
  async end(tx: EntityManager, batchId: string): Promise<void> {
    await this.tasks.done(tx, batchId, ...events);
  }

  /** Who planned it; where she does so no longer, her colleagues. */
  private async plannersOf(tx: EntityManager, { countyCode, openedById }: Batch): Promise<string[]> {
    const planners = await this.tasks.whoMay(tx, 'batches.open', countyCode);
    return planners.includes(openedById) ? [openedById] : planners;
  }
}
