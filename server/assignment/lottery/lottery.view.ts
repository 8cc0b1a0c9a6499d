import { saySeason } from '../../calendar/seasons.rules';
import type { Lottery } from './lottery.entity';

/** A draw as everybody may see it: with these values anyone can compute the seed again. */
export class LotteryView {
  regionCode: string;
  regionName: string;
  season: string;
  /** 2026年冬训 */
  seasonName: string;
  round: number;
  /** SHA-256 of the secret, public since `announcedAt`. */
  commitment: string;
  announcedAt: Date;
  /** Which public draw completes the seed; named before it was held. */
  drawSource: string;
  drawIssue: string | null;
  drawNumber: string | null;
  /** Public once the run is published: SHA-256 of it is the commitment. */
  secret: string | null;
  /** SHA-256 of secret, a line break, issue, a space and number; public with the secret. */
  seed: string | null;
}

export function viewLottery(
  lottery: Lottery,
  regionName: string,
  told: { secret: string | null; seed: string },
): LotteryView {
  const { regionCode, season, round, commitment, announcedAt, drawSource, drawIssue, drawNumber } = lottery;
  return {
    ...{ regionCode, regionName, season, seasonName: saySeason(season), round, commitment, announcedAt },
    ...{ drawSource, drawIssue, drawNumber },
    secret: told.secret,
    seed: told.secret === null ? null : told.seed,
  };
}
