import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../access/actor';
import { accountNames } from '../accounts/account-names';
import { Batch } from '../courses/batch.entity';
import { Course } from '../courses/course.entity';
import { Database } from '../database/database';
import { Enrolment } from '../enrolments/enrolment.entity';
import { RegionsService } from '../regions/regions.service';
import { WomenService } from '../women/women.service';
import { filledNames } from './filled.rules';
import { Merge } from './merge.entity';
import { MergesService } from './merges.service';
import type { MergePreviewView, PastMergeView } from './merges.view';
import { SidesService } from './sides.service';

const shownMerges = 30;

/** What a merge would do, and what was merged. */
@Injectable()
export class MergePreviewsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MergesService) private readonly merges: MergesService,
    @Inject(SidesService) private readonly sides: SidesService,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(RegionsService) private readonly regions: RegionsService,
  ) {}

  /** The merge itself, tried out and taken back: what it says is what would happen. */
  async preview(actor: Actor, keptId: string, mergedId: string): Promise<MergePreviewView> {
    const { moved } = await this.merges.tryOut(actor, keptId, mergedId);
    const files = await this.women.byIds([keptId, mergedId]);
    const sides = await this.sides.of([...files.values()]);
    const comes = [
      ...(moved.identity ? ['身份证号'] : []),
      ...(moved.filled ?? []).map((fact) => filledNames[fact]),
    ];
    return {
      ...{ kept: sides.get(keptId)!.view, merged: sides.get(mergedId)!.view, comes },
      ...{ enrolments: moved.enrolments.length, needs: moved.needs.length, marks: moved.marks.length },
      certificates: moved.certificates?.length ?? 0,
      bringsWechat: moved.accounts.length > 0,
      ends: await this.titlesOf(moved.ended),
    };
  }

  /** The latest merges of the reader's region. */
  async list(actor: Actor): Promise<PastMergeView[]> {
    const query = this.database.rows
      .createQueryBuilder(Merge, 'merge')
      .innerJoin('women', 'kept', 'kept.id = merge.keptId')
      .where('kept.mergedIntoId IS NULL AND kept.erasedAt IS NULL');
    const merges = await actor
      .scope('women.merge')
      .narrow(query, 'kept.villageCode')
      .orderBy('merge.at', 'DESC')
      .addOrderBy('merge.id', 'DESC')
      .take(shownMerges)
      .getMany();
    const women = await this.women.byIds(merges.flatMap(({ keptId, mergedId }) => [keptId, mergedId]));
    const by = merges.map(({ byAccountId }) => byAccountId);
    const nameOf = await accountNames(this.database.rows, by);
    const regions = await this.regions.tree();
    return merges.map(({ id, keptId, mergedId, at, byAccountId, undoneAt }) => {
      const [kept, merged] = [women.get(keptId)!, women.get(mergedId)!];
      return {
        ...{ id, keptId, at, undoneAt, keptName: kept.name, mergedName: merged.name },
        villageName: regions.pathName(kept.villageCode),
        byName: nameOf(byAccountId),
      };
    });
  }

  private async titlesOf(enrolmentIds: readonly string[]): Promise<string[]> {
    if (enrolmentIds.length === 0) return [];
    const { rows } = this.database;
    const enrolments = await rows.findBy(Enrolment, { id: In([...enrolmentIds]) });
    const batches = await rows.findBy(Batch, { id: In(enrolments.map(({ batchId }) => batchId)) });
    const courses = await rows.findBy(Course, { id: In(batches.map(({ courseId }) => courseId)) });
    return batches.map(({ courseId }) => courses.find(({ id }) => id === courseId)!.title);
  }
}
