import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AssignmentPolicy } from '../../assignment/run.entity';
import { harbinDivisions } from '../../regions/harbin-divisions';
import { Region } from '../../regions/region.entity';

const rowsAtOnce = 500;

/** All areas of Harbin, from the National Bureau of Statistics (2023). */
class LoadRegions implements MigrationInterface {
  readonly name = 'LoadRegions_1796000000901';

  async up(runner: QueryRunner): Promise<void> {
    const regions = harbinDivisions();
    for (let from = 0; from < regions.length; from += rowsAtOnce) {
      await runner.manager.insert(Region, regions.slice(from, from + rowsAtOnce));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.manager.createQueryBuilder().delete().from(Region).execute();
  }
}

/** The first published rules of assignment. */
class PublishFirstPolicy implements MigrationInterface {
  readonly name = 'PublishFirstPolicy_1796000000902';

  async up(runner: QueryRunner): Promise<void> {
    await runner.manager.insert(AssignmentPolicy, {
      version: 1,
      poorPercent: 40,
      coverageCounties: ['230129', '230126', '230127'],
      source: '哈妇发〔2016〕7号：延寿、巴彦、木兰培训全覆盖；贫困妇女比例力争40%以上',
      publishedAt: new Date('2026-11-01T00:00:00Z'),
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.manager.delete(AssignmentPolicy, { version: 1 });
  }
}

export const facts = [LoadRegions, PublishFirstPolicy];
