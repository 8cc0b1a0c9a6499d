import type { TaskEvent } from './tasks.rules';

/** Something that the reader has to do in her office. */
export class TaskView {
  id: string;
  event: TaskEvent;
  sentence: string;
  /** Where it is done: `/office/plan/index?id=…` */
  page: string;
  createdAt: Date;
  /** She or a colleague has done it. */
  isDone: boolean;
}
