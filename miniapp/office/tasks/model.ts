import type { components } from '../../api/schema';

export type Task = components['schemas']['TaskView'];

/** What waits for her, and what she or a colleague has done; each as it came, the latest first. */
export function inTwo(tasks: readonly Task[]): { open: Task[]; done: Task[] } {
  return { open: tasks.filter(({ isDone }) => !isDone), done: tasks.filter(({ isDone }) => isDone) };
}
