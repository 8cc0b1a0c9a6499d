import { daysLater } from '../calendar/days.rules';
import type { Course, Trainer, Venue } from '../courses/course.entity';
import type { RegionTree } from '../regions/region-tree';
import { sum } from './engine/instance';
import type { Suggested } from './engine/suggest';
import type { PlanningFacts } from './facts';
import type { Numbered } from './instance-from';
import type { SuggestionsView, UnmetNeedsView } from './suggestions.view';
import { reasonsFor } from './unmet';
import { unmetReasons, unmetSentences } from './unmet.rules';

/** What a proposal names. */
export interface Kept {
  readonly trainers: readonly Trainer[];
  readonly venues: readonly Venue[];
  readonly courses: readonly Pick<Course, 'family' | 'title' | 'reading' | 'isHeavy'>[];
}

const signUpEndsDaysBefore = 3;
const areasSaid = 5;

/** The engine's numbers as an officer reads them. */
export function viewSuggestions(
  numbered: Numbered,
  { plan, bound }: Suggested,
  facts: PlanningFacts,
  { trainers, venues, courses }: Kept,
  regions: RegionTree,
): SuggestionsView {
  const byStanding = sum(plan.standing);
  const keptOnes = new Map<number, number>();
  for (const offer of numbered.instance.kept ?? []) keptOnes.set(offer, (keptOnes.get(offer) ?? 0) + 1);
  const batches = plan.opened.map(({ offer, window, trainer, women }) => {
    const { course, venueId, month, isWeekend } = numbered.offers[offer]!;
    const { slots } = facts.windows[window]!;
    const { title, family, reading, isHeavy } = courses.find((one) => one.family === course.family)!;
    const { id: trainerId, name: trainerName } = trainers[trainer]!;
    const venue = venues.find(({ id }) => id === venueId)!;
    const left = keptOnes.get(offer) ?? 0;
    keptOnes.set(offer, left - 1);
    return {
      ...{ family, title, reading, isHeavy, trainerId, trainerName, venueId, venueName: venue.name },
      venueRegionName: regions.pathName(venue.regionCode),
      ...{ month, isWeekend, sessions: slots.map(({ heldOn, half }) => ({ heldOn, half })) },
      signUpUntil: daysLater(slots[0]!.heldOn, -signUpEndsDaysBefore),
      ...{ seats: numbered.instance.offers[offer]!.seats, women, isKept: left > 0 },
      isBelowMinimum: women < facts.minimum,
    };
  });
  return {
    women: sum(facts.women.map(({ women }) => women)),
    ...{ byStanding, byProposed: plan.served - byStanding },
    atMost: bound - byStanding,
    batches,
    unplaced: unplacedOf(numbered, plan.opened, facts),
    unmet: unmetOf(numbered, { plan, bound }, regions),
  };
}

/** Settled batches that found no offer, or no window beside the others. */
function unplacedOf(
  { offers, unplaced }: Numbered,
  opened: Suggested['plan']['opened'],
  { kept }: PlanningFacts,
): number[] {
  const free = opened.map(({ offer }) => offer);
  return kept.flatMap((one, at) => {
    if (unplaced.includes(at)) return [at];
    const place = free.findIndex((offer) => {
      const facts = offers[offer]!;
      return (
        facts.course.family === one.family &&
        facts.venueId === one.venueId &&
        facts.month === one.month &&
        facts.isWeekend === one.isWeekend
      );
    });
    if (place < 0) return [at];
    free.splice(place, 1);
    return [];
  });
}

function unmetOf(
  { instance, townships }: Numbered,
  { plan }: Suggested,
  regions: RegionTree,
): UnmetNeedsView[] {
  const reasons = reasonsFor(instance, plan);
  return unmetReasons.flatMap((reason) => {
    const byTownship = new Map<string, number>();
    reasons.forEach((one, group) => {
      if (one !== reason) return;
      const township = townships[group]!;
      byTownship.set(township, (byTownship.get(township) ?? 0) + plan.left[group]!);
    });
    const women = sum([...byTownship.values()]);
    if (women === 0) return [];
    const areas = [...byTownship]
      .map(([regionCode, count]) => ({ regionCode, regionName: regions.name(regionCode), women: count }))
      .sort((a, b) => b.women - a.women || (a.regionCode < b.regionCode ? -1 : 1))
      .slice(0, areasSaid);
    return [{ reason, sentence: unmetSentences[reason], women, areas }];
  });
}
