import type { RegionTree } from '../regions/region-tree';
import type { Half } from '../calendar/days.rules';
import type { Family } from '../needs/families.rules';
import type { ReadingLevel } from '../needs/needs.rules';
import type { WholeBatch } from './batches.queries';
import { batchStateNames, type Admission, type BatchState } from './batches.rules';
import type { Venue } from './course.entity';
import {
  fitSentences,
  misfits,
  misfitSentences,
  misfitsOf,
  remedies,
  type Located,
  type Misfit,
} from './fit.rules';

/** How a batch suits the woman for whom the list was asked. */
export class FitView {
  /** Empty when it suits her. */
  misfits: Misfit[];
  /** From her village to the classroom. */
  km: number;
  /** False where it is only told from the areas: shown as 约. */
  isMeasured: boolean;
}

export class FitAspectView {
  misfit: Misfit;
  isFit: boolean;
  sentence: string;
  /** What would change it; null where it fits. */
  remedy: string | null;
}

export class BatchView {
  id: string;
  title: string;
  family: Family;
  summary: string;
  reading: ReadingLevel;
  isHeavy: boolean;
  state: BatchState;
  stateName: string;
  admission: Admission;
  countyCode: string;
  countyName: string;
  trainerName: string;
  venueName: string;
  /** 延寿县 六团镇 */
  venueRegionName: string;
  venueRegionCode: string;
  venueAddress: string;
  capacity: number;
  minimum: number;
  taken: number;
  startsOn: string;
  endsOn: string;
  sessions: SlotView[];
  /** Sign-up ends before this instant. */
  signUpUntil: Date;
  cancelReason: string | null;
  /** Where the list was asked for a woman with a need card. */
  fit?: FitView;
  /** On one batch alone: each question with its answer. */
  aspects?: FitAspectView[];
}

export class SlotView {
  id: string;
  heldOn: string;
  half: Half;
}

export class CourseView {
  id: string;
  title: string;
  family: Family;
  summary: string;
  reading: ReadingLevel;
  isHeavy: boolean;
  audience: 'women' | 'leaders';
  completeShare: number;
}

/** A half day that is given away already. */
export class BusySlotView {
  heldOn: string;
  half: Half;
  isTrainers: boolean;
  isVenues: boolean;
}

export class TrainerView {
  id: string;
  name: string;
  speciality: string;
  /** What she can teach; nothing where nobody has said. */
  families: Family[];
}

export class VenueView {
  id: string;
  name: string;
  regionCode: string;
  regionName: string;
  address: string;
  /** How many women it seats; null where nobody has said. */
  capacity: number | null;
}

/** What an officer chooses from when she opens a batch. */
export class PlanningView {
  courses: CourseView[];
  trainers: TrainerView[];
  venues: VenueView[];
}

/** How a batch suits her. */
export function fitOf(whole: WholeBatch, her: Located, regions: RegionTree): FitView {
  const { km, isMeasured } = regions.distance(her.villageCode, whole.venue.regionCode);
  const { id: courseId, family, reading, isHeavy, audience } = whole.course;
  const days = whole.sessions.map((session) => session.heldOn);
  const found = misfitsOf(her, { courseId, family, reading, isHeavy, km, days, audience });
  return { misfits: found, km, isMeasured };
}

/** The same in plain words, one line for each question: what fits, what does not, and what would change it. */
export function aspectsOf({ misfits: found }: FitView): FitAspectView[] {
  return misfits.map((misfit) => {
    const isFit = !found.includes(misfit);
    const sentence = (isFit ? fitSentences : misfitSentences)[misfit];
    return { misfit, isFit, sentence, remedy: isFit ? null : remedies[misfit] };
  });
}

/** Written out field by field: lists make many of these, and spreading costs more than all else in them. */
export function viewBatch(
  { batch, course, trainer, venue, sessions }: WholeBatch,
  regions: RegionTree,
): BatchView {
  return {
    id: batch.id,
    title: course.title,
    family: course.family,
    summary: course.summary,
    reading: course.reading,
    isHeavy: course.isHeavy,
    state: batch.state,
    stateName: batchStateNames[batch.state],
    admission: batch.admission,
    countyCode: batch.countyCode,
    countyName: regions.name(batch.countyCode),
    trainerName: trainer.name,
    venueName: venue.name,
    venueRegionName: regions.pathName(venue.regionCode),
    venueRegionCode: venue.regionCode,
    venueAddress: venue.address,
    capacity: batch.capacity,
    minimum: batch.minimum,
    taken: batch.taken,
    startsOn: batch.startsOn,
    endsOn: batch.endsOn,
    signUpUntil: batch.signUpUntil,
    cancelReason: batch.cancelReason,
    sessions: sessions.map(({ id, heldOn, half }) => ({ id, heldOn, half })),
  };
}

export function viewVenue(venue: Venue, regions: RegionTree): VenueView {
  const { id, name, regionCode, address, capacity } = venue;
  return { id, name, regionCode, regionName: regions.pathName(regionCode), address, capacity };
}
