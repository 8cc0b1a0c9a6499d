import type { DataSource } from 'typeorm';

/** Measures for how long at least one statement was under way: several at once count once. */
export function timeInDatabase(dataSource: DataSource): { readonly milliseconds: () => number } {
  let underWay = 0;
  let since = 0;
  let sum = 0;
  const createQueryRunner = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (mode) => {
    const runner = createQueryRunner(mode);
    const query = runner.query.bind(runner);
    runner.query = async (...asked: Parameters<typeof query>) => {
      if (underWay++ === 0) since = performance.now();
      try {
        return (await query(...asked)) as never;
      } finally {
        if (--underWay === 0) sum += performance.now() - since;
      }
    };
    return runner;
  };
  return { milliseconds: () => sum };
}
