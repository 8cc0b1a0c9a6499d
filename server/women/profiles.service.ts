import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { accountNames } from '../accounts/account-names';
import { Clock } from '../calendar/clock';
import { dayOf } from '../calendar/days.rules';
import { Database } from '../database/database';
import { faultOf } from '../database/database-errors';
import { readRows } from '../database/plain-rows';
import { decided, found, Refusal } from '../http/refusals';
import { RecordsService } from '../records/records.service';
import { RegionsService } from '../regions/regions.service';
import { maskIdentity, maskPhone } from '../secrecy/mask.rules';
import { Seal } from '../secrecy/seal';
import { WomanChange } from './change.entity';
import { changeRow } from './changes';
import { consentPurposes } from './consents.rules';
import { ConsentsService } from './consents.service';
import { FileChanges } from './file-changes';
import { identityColumns, phoneColumns } from './files';
import { readIdentity } from './identity.rules';
import { initialsOf, soundOf } from './names';
import { changesOf, sayValue, type FieldChange, type ProfileFacts } from './profile-edits.rules';
import { changedFields } from './profile.rules';
import type { EditProfileDto, PovertyDto, RevealDto } from './profiles.dto';
import type { ProfileView, RevealedView, WomanChangeView } from './profiles.view';
import { mayRelocateFrom } from './relocations.rules';
import { withMerged } from './merged-files';
import { Woman } from './woman.entity';
import { WomenService } from './women.service';

/** One woman's whole file: reading it, changing it, what it was before, and whole numbers on record. */
@Injectable()
export class ProfilesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(ConsentsService) private readonly consents: ConsentsService,
    @Inject(FileChanges) private readonly fileChanges: FileChanges,
    @Inject(RecordsService) private readonly records: RecordsService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Seal) private readonly seal: Seal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async read(actor: Actor, womanId: string): Promise<ProfileView> {
    const woman = await this.women.served(actor, womanId, 'women.profile');
    const { id, revision, name, bornOn, bornInYear, householdCode, relation, education } = woman;
    const { isRegisteredPoor, povertySource, povertyAsOf, isLeader, needsWithdrawnAt } = woman;
    const { phone, identity, healthLimits, notes } = this.opened(woman);
    const serves = (action: 'women.edit' | 'women.poverty' | 'women.reveal') =>
      actor.scope(action).admits(woman.villageCode);
    return {
      ...{ id, revision, villageCode: woman.villageCode },
      ...{ name, bornOn, bornInYear, householdCode, relation, education, healthLimits, notes },
      ...{ isRegisteredPoor, povertySource, povertyAsOf, isLeader, needsWithdrawnAt },
      villageName: (await this.regions.tree()).pathName(woman.villageCode),
      phone: phone && maskPhone(phone),
      identity: identity && maskIdentity(identity),
      mayKeepHealth: await this.consents.holds(this.database.rows, id, 'health'),
      abilities: {
        edit: serves('women.edit'),
        relocate: mayRelocateFrom(woman.villageCode, actor.scope('women.relocate').prefixes),
        setPoverty: serves('women.poverty'),
        reveal: serves('women.reveal'),
      },
    };
  }

  /** Changes her file from the revision that the editor saw; of two editors the second is told. */
  async edit(actor: Actor, womanId: string, { beganFrom, poverty, ...edit }: EditProfileDto): Promise<void> {
    await this.women.served(actor, womanId, 'women.edit');
    if (poverty) {
      if (!actor.may('women.poverty')) throw new Refusal('access.denied');
      await this.women.served(actor, womanId, 'women.poverty');
    }
    const today = dayOf(this.clock.now());
    const identity = edit.identity ? decided(readIdentity(edit.identity, today)) : undefined;
    await this.database
      .transact(async (tx) => {
        const woman = found(await this.database.lock(tx, Woman, womanId));
        if (woman.mergedIntoId !== null || woman.erasedAt !== null) throw new Refusal('thing.notFound');
        if (woman.revision !== beganFrom) throw new Refusal('woman.editedMeanwhile');
        const wanted = { ...edit, ...(identity && { identity: identity.identity }) };
        const changes = changesOf(this.opened(woman), wanted);
        const toHealth = changes.find(({ field }) => field === 'healthLimits');
        if (toHealth?.after && !(await this.consents.holds(tx, womanId, 'health')))
          throw new Refusal('consent.needed', { name: consentPurposes.health.name });
        const columns = {
          ...Object.assign({}, ...changes.map((change) => this.columnsOf(change, today))),
          ...(poverty && povertyColumns(poverty)),
        } as Partial<Woman>;
        if (poverty) changes.push(...povertyChange(woman, poverty));
        if (changes.length > 0) await this.keep(tx, actor, woman, changes, columns);
      })
      .catch((error: unknown) => {
        if (faultOf(error) === 'duplicate') throw new Refusal('identity.taken');
        throw error;
      });
  }

  /** Writes changed columns with their history; the caller holds the lock on her file. */
  async keep(
    tx: EntityManager,
    actor: Actor,
    woman: Woman,
    changes: readonly FieldChange[],
    columns: Partial<Woman>,
  ): Promise<void> {
    const now = this.clock.now();
    await tx.update(Woman, { id: woman.id }, { ...columns, revision: woman.revision + 1 });
    for (const { field, before, after } of changes)
      await tx.insert(
        WomanChange,
        changeRow(this.seal, woman.id, field, before, after, actor.accountId, now),
      );
    await this.fileChanges.tell(tx, woman.id);
  }

  /** What her file was before, and who changed it, the latest first; of files merged into hers too. */
  async changes(actor: Actor, womanId: string): Promise<WomanChangeView[]> {
    const woman = await this.women.served(actor, womanId, 'women.profile');
    const ids = await withMerged(this.database.rows, [woman.id]);
    const rows = await readRows(
      this.database.rows,
      WomanChange,
      { womanId: ids },
      'ORDER BY at DESC, id DESC LIMIT 500',
    );
    const nameOf = await accountNames(
      this.database.rows,
      rows.map(({ byAccountId }) => byAccountId),
    );
    const shown = (row: WomanChange, sealed: string | null) =>
      sayValue(row.field, sealed === null ? null : this.seal.open(sealed));
    return rows.map((row) => ({
      ...{ id: row.id, at: row.at, field: row.field, fieldName: changedFields[row.field] },
      byName: nameOf(row.byAccountId),
      before: shown(row, row.beforeSealed),
      after: shown(row, row.afterSealed),
    }));
  }

  /** The whole number, put on record with its purpose before it leaves. */
  async reveal(actor: Actor, womanId: string, { what, purpose }: RevealDto): Promise<RevealedView> {
    const woman = await this.women.served(actor, womanId, 'women.reveal');
    const number = found(this.opened(woman)[what]);
    const said = `${changedFields[what]}：${purpose}`;
    await this.database.transact((tx) =>
      this.records.write(tx, {
        ...{ byAccountId: actor.accountId, deed: 'reveal', said },
        ...{ regionCode: woman.villageCode, womanId: woman.id },
      }),
    );
    return { number };
  }

  /** What her file says, with its seals opened: for the server's own eyes. */
  opened(woman: Woman): ProfileFacts {
    const open = (sealed: string | null) => (sealed === null ? null : this.seal.open(sealed));
    const { name, bornInYear, householdCode, relation, education } = woman;
    return {
      ...{ name, bornInYear, householdCode, relation, education },
      phone: open(woman.phoneSealed),
      identity: open(woman.identitySealed),
      healthLimits: open(woman.healthSealed),
      notes: open(woman.notesSealed),
    };
  }

  /** The columns in which a changed value is kept. */
  private columnsOf({ field, after }: FieldChange, today: string): Partial<Woman> {
    const sealed = () => (after === null ? null : this.seal.seal(after));
    if (field === 'name') return { name: after!, sound: soundOf(after!), initials: initialsOf(after!) };
    if (field === 'phone') return phoneColumns(this.seal, after);
    if (field === 'identity') {
      const facts = after === null ? null : decided(readIdentity(after, today));
      const year = facts && { bornInYear: Number(facts.bornOn.slice(0, 4)) };
      return { ...identityColumns(this.seal, facts), ...year };
    }
    if (field === 'bornInYear') return { bornInYear: after === null ? null : Number(after) };
    if (field === 'healthLimits') return { healthSealed: sealed() };
    if (field === 'notes') return { notesSealed: sealed() };
    return { [field]: after };
  }
}

function povertyColumns({ isRegisteredPoor, source, asOf }: PovertyDto): Partial<Woman> {
  return { isRegisteredPoor, povertySource: source, povertyAsOf: asOf };
}

function povertyChange(woman: Woman, poverty: PovertyDto): FieldChange[] {
  const say = (isPoor: boolean, source: string | null, asOf: string | null) =>
    source === null ? null : `${isPoor ? '在册' : '不在册'}，${source}，${asOf ?? ''}`;
  const before = say(woman.isRegisteredPoor, woman.povertySource, woman.povertyAsOf);
  const after = say(poverty.isRegisteredPoor, poverty.source, poverty.asOf);
  return before === after ? [] : [{ field: 'poverty', before, after }];
}
