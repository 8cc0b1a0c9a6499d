import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../database/new-id';
import { Refusal } from '../http/refusals';
import type { OpenBatchDto } from './batches.dto';
import { usualCompleteShare } from './batches.rules';
import { Course } from './course.entity';

/** What is taught. */
@Injectable()
export class CoursesService {
  /**
   * The course that the plan names, begun where there is none of this title and family yet. One that is there keeps its
   * facts: a plan that says otherwise is refused, so that nobody believes she opened an easier course than she did.
   *
   * @throws Refusal `course.differs`.
   */
  async courseFor(tx: EntityManager, plan: OpenBatchDto): Promise<string> {
    const { title, family } = plan;
    const known = await tx.findOneBy(Course, { title, family });
    if (known) return same(known, plan);
    const fresh: Course = {
      ...{ id: newId(), title, family, summary: plan.summary ?? '', reading: plan.reading },
      ...{ isHeavy: plan.isHeavy, completeShare: plan.completeShare ?? usualCompleteShare },
      audience: plan.audience ?? 'women',
    };
    // Another officer may begin the same course at this moment; the first one stays.
    const adding = tx.createQueryBuilder().insert().into(Course).values(fresh);
    await adding.orIgnore().updateEntity(false).execute();
    return same(await tx.findOneByOrFail(Course, { title, family }), plan);
  }
}

function same(course: Course, plan: OpenBatchDto): string {
  const { reading, isHeavy, completeShare, audience } = plan;
  const differs =
    course.reading !== reading ||
    course.isHeavy !== isHeavy ||
    (completeShare !== undefined && course.completeShare !== completeShare) ||
    (audience !== undefined && course.audience !== audience);
  if (differs) throw new Refusal('course.differs', { title: course.title });
  return course.id;
}
