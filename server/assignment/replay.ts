import { readSettings } from '../../config/settings';
import { dataSourceFor } from '../database/data-source';
import { hashOf } from './drafting/draft';
import { instanceFrom, readInput } from './drafting/inputs';
import { assign } from './engine/assign';
import { AssignmentRun, RunOutcome } from './run.entity';

/**
 * Computes a stored run again from its stored input, and holds the answer against what was stored:
 * byte for byte by its hash, and woman by woman against the seats that were published.
 *
 * @returns what differs; nothing when all is the same.
 */
async function replay(runId: string): Promise<string[]> {
  const dataSource = await dataSourceFor(readSettings(process.env).databaseUrl).initialize();
  try {
    const { manager } = dataSource;
    const run = await manager.findOneBy(AssignmentRun, { id: runId });
    if (!run) return [`there is no run ${runId}`];
    const result = assign(instanceFrom(await readInput(manager, run.draftId)));
    const outcomes = await manager.find(RunOutcome, {
      where: { draftId: run.draftId },
      select: { draftId: true, womanId: true, batchId: true },
    });
    const moved = outcomes.filter(({ womanId, batchId }) => (result.assigned[womanId] ?? null) !== batchId);
    return [
      ...(result.engineVersion === run.engineVersion
        ? []
        : [`the engine is ${result.engineVersion}, the run was made by ${run.engineVersion}`]),
      ...(result.inputHash === run.inputHash
        ? []
        : [`the input has the hash ${result.inputHash}, not ${run.inputHash}`]),
      ...(hashOf(result) === run.resultHash
        ? []
        : [`the result has the hash ${hashOf(result)}, not ${run.resultHash}`]),
      ...moved.map(({ womanId }) => `woman ${womanId} has another seat`),
    ];
  } finally {
    await dataSource.destroy();
  }
}

void replay(process.argv[2] ?? '').then((differences) => {
  if (differences.length === 0) process.stdout.write('identical: the same input gives the same bytes\n');
  else process.stderr.write(`${differences.join('\n')}\n`);
  process.exitCode = differences.length === 0 ? 0 : 1;
});
