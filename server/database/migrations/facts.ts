import type { MigrationInterface, QueryRunner } from 'typeorm';
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
    await runner.query(
      `INSERT INTO assignment_policies (version, poorPercent, coverageCounties, source, publishedAt)
       VALUES (1, 40, '["230129","230126","230127"]',
               '哈妇发〔2016〕7号：延寿、巴彦、木兰培训全覆盖；贫困妇女比例力争40%以上', '2026-11-01 00:00:00.000')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM assignment_policies WHERE version = 1');
  }
}

export const facts = [LoadRegions, PublishFirstPolicy];
