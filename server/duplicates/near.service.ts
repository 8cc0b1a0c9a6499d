import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { accountNames } from '../accounts/account-names';
import { Clock } from '../calendar/clock';
import { dayOf } from '../calendar/days.rules';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { decided, found, Refusal } from '../http/refusals';
import { RecordsService } from '../records/records.service';
import { Seal } from '../secrecy/seal';
import { identityMarkOf } from '../women/files';
import { readIdentity } from '../women/identity.rules';
import { soundOf } from '../women/names';
import { Woman } from '../women/woman.entity';
import { WomenService } from '../women/women.service';
import { ComparingService } from './comparing.service';
import type { CountNearDto, ListNearDto, LookDto, PartingDto } from './near.dto';
import { NearPair } from './near.entity';
import { areaOf, reasons, veryNearFrom, type IdentityTraits } from './near.rules';
import { factsOf, inOrder } from './near-keys';
import { openPairs } from './near-tasks';
import type { NearFileView, NearPairsPageView, NearPairView } from './near.view';
import { differing, whichStays } from './sides.rules';
import { SidesService, type Side } from './sides.service';

const pairsOnAPage = 10;
const nearFilesShown = 3;
/** Compared while somebody waits for the list; the clockwork does the rest. */
const comparedAtOnce = 400;

/** Files that may be one woman: the list of them, looking before a new one is opened, and "these are two people". */
@Injectable()
export class NearService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ComparingService) private readonly comparing: ComparingService,
    @Inject(SidesService) private readonly sides: SidesService,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(RecordsService) private readonly records: RecordsService,
    @Inject(Seal) private readonly seal: Seal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The pairs of the reader's region, the nearest first. */
  async list(actor: Actor, { region, womanId, page = 1 }: ListNearDto): Promise<NearPairsPageView> {
    await this.comparing.compare(actor.scope('women.merge'), comparedAtOnce);
    const query = openPairs(this.database.rows, actor.scope('women.merge'), womanId);
    if (region) query.andWhere('pair.regionCode LIKE :region', { region: `${region}%` });
    const [pairs, total] = await query
      .orderBy('pair.points', 'DESC')
      .addOrderBy('pair.id')
      .skip((page - 1) * pairsOnAPage)
      .take(pairsOnAPage)
      .getManyAndCount();
    const waiting = await this.comparing.countWaiting(actor.scope('women.merge'));
    return { pairs: await this.view(pairs), total, waiting };
  }

  /** How many there are; of one woman where she is given. */
  async count(actor: Actor, { womanId }: CountNearDto): Promise<number> {
    await this.comparing.compare(actor.scope('women.merge'), comparedAtOnce);
    return openPairs(this.database.rows, actor.scope('women.merge'), womanId).getCount();
  }

  /** Files of the reader's region that are near to what she is about to enter. */
  async look(actor: Actor, entry: LookDto): Promise<NearFileView[]> {
    const scope = actor.scope('women.merge');
    if (!scope.admits(entry.villageCode)) throw new Refusal('access.denied');
    await this.comparing.compare(scope, comparedAtOnce);
    const near = await this.comparing.nearTo(this.traitsOf(entry));
    const files = await this.women.byIds(near.map(({ womanId }) => womanId));
    const shown = near
      .filter(({ womanId }) => scope.admits(files.get(womanId)!.villageCode))
      .slice(0, nearFilesShown);
    const sides = await this.sides.of(shown.map(({ womanId }) => files.get(womanId)!));
    return shown.map(({ womanId, likeness: { why, points } }) => ({
      file: sides.get(womanId)!.view,
      why: why.map((reason) => reasons[reason]),
      isVeryNear: points >= veryNearFrom,
    }));
  }

  /** Two people: the pair is shown to nobody again, until one of the files says something else of who she is. */
  async part(actor: Actor, { firstId: oneId, secondId: otherId }: PartingDto): Promise<void> {
    if (oneId === otherId) throw new Refusal('merge.sameFile');
    await this.women.served(actor, oneId, 'women.merge');
    await this.women.served(actor, otherId, 'women.merge');
    const { firstId, secondId } = inOrder(oneId, otherId);
    const parting = () =>
      this.database.transact(async (tx) => {
        const first = found(await this.database.lock(tx, Woman, firstId));
        const second = found(await this.database.lock(tx, Woman, secondId));
        const facts = factsOf(first, second);
        const said = { partedFacts: facts, partedById: actor.accountId, partedAt: this.clock.now() };
        const known = await tx.findOneBy(NearPair, { firstId, secondId });
        if (known?.partedFacts === facts) return;
        const regionCode = areaOf(first.villageCode, second.villageCode) ?? first.villageCode.slice(0, 4);
        if (known) await tx.update(NearPair, { id: known.id }, { facts, isOpen: false, ...said });
        else
          await tx.insert(NearPair, {
            ...{ id: newId(), firstId, secondId, regionCode, points: 0, why: [] },
            ...{ facts, isOpen: false, ...said, foundAt: this.clock.now() },
          });
        await this.records.write(tx, {
          ...{ byAccountId: actor.accountId, deed: 'two_people', regionCode: first.villageCode },
          ...{ womanId: firstId, said: `和 ${secondId} 不是同一人` },
        });
      });
    await this.women.meeting(parting);
  }

  private async view(pairs: readonly NearPair[]): Promise<NearPairView[]> {
    const ids = pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]);
    const sides = await this.sides.of([...(await this.women.byIds([...new Set(ids)])).values()]);
    const by = pairs.flatMap(({ partedById }) => (partedById ? [partedById] : []));
    const nameOf = await accountNames(this.database.rows, by);
    return pairs.map(({ id, firstId, secondId, points, why, partedAt, partedById }) => {
      const [first, second] = [sides.get(firstId)!, sides.get(secondId)!];
      return {
        ...{ id, first: first.view, second: second.view, reasons: [...why] },
        why: why.map((reason) => reasons[reason]),
        isVeryNear: points >= veryNearFrom,
        differs: differing(first.facts, second.facts),
        staysId: whichStays(standingOf(first), standingOf(second)),
        parted: partedAt === null ? null : { at: partedAt, byName: nameOf(partedById ?? '') },
      };
    });
  }

  private traitsOf({
    name,
    villageCode,
    phone,
    bornInYear,
    identity,
    householdCode,
  }: LookDto): IdentityTraits {
    const read = identity ? decided(readIdentity(identity, dayOf(this.clock.now()))) : undefined;
    return {
      ...{ name, sound: soundOf(name), villageCode, bornOn: read?.bornOn ?? null },
      bornInYear: bornInYear ?? null,
      phoneMark: phone ? this.seal.mark(phone) : null,
      identityMark: read ? identityMarkOf(this.seal, read.identity) : null,
      householdCode: householdCode ?? null,
    };
  }
}

function standingOf({ view: { id, hasWechat, identity, enrolments } }: Side) {
  return { id, hasWechat, hasIdentity: identity !== null, enrolments };
}
