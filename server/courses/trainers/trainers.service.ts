import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor';
import { Clock } from '../../calendar/clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { found } from '../../http/refusals';
import { bitsToFamilies, familiesToBits } from '../../needs/families.rules';
import { RegionsService } from '../../regions/regions.service';
import { maskPhone } from '../../secrecy/mask.rules';
import { Seal } from '../../secrecy/seal';
import { batchesAhead } from '../batches.queries';
import { Trainer } from '../course.entity';
import { changeKept, retirement } from '../keeping';
import type { TrainerDto } from './trainers.dto';
import type { TrainerFileView } from './trainers.view';

/** Who teaches: kept by her county, retired and never deleted. */
@Injectable()
export class TrainersService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Seal) private readonly seal: Seal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<TrainerFileView[]> {
    const query = this.database.rows.createQueryBuilder(Trainer, 'trainer').where('1 = 1');
    const trainers = await actor
      .scope('courses.plan')
      .narrow(query, 'trainer.countyCode')
      .orderBy('trainer.countyCode')
      .addOrderBy('trainer.name')
      .addOrderBy('trainer.id')
      .take(500)
      .getMany();
    const ahead = await batchesAhead(
      this.database.rows,
      'trainerId',
      trainers.map(({ id }) => id),
    );
    const regions = await this.regions.tree();
    return trainers.map((trainer) => this.view(trainer, regions.name(trainer.countyCode), ahead));
  }

  async add(actor: Actor, { name, speciality, phone, families = [] }: TrainerDto): Promise<TrainerFileView> {
    const countyCode = found(actor.scope('trainers.keep').prefixes.find(({ length }) => length === 6));
    const trainer: Trainer = {
      ...{ id: newId(), name, countyCode, speciality, retiredAt: null },
      familyBits: familiesToBits(families),
      phoneSealed: phone ? this.seal.seal(phone) : null,
    };
    await this.database.rows.insert(Trainer, trainer);
    return this.one(trainer);
  }

  async change(actor: Actor, id: string, entry: TrainerDto): Promise<TrainerFileView> {
    const { name, speciality, phone, families } = entry;
    return this.locked(actor, id, () => ({
      ...{ name, speciality },
      ...(families && { familyBits: familiesToBits(families) }),
      ...(phone && { phoneSealed: this.seal.seal(phone) }),
    }));
  }

  /** @throws Refusal `trainer.hasBatches` while she still has one to teach. */
  async retire(actor: Actor, id: string, isRetired: boolean): Promise<TrainerFileView> {
    return this.locked(actor, id, (trainer, ahead) =>
      retirement(isRetired, trainer, ahead, this.clock.now(), 'trainer.hasBatches'),
    );
  }

  private async locked(
    actor: Actor,
    id: string,
    decide: (trainer: Trainer, ahead: number) => Partial<Trainer>,
  ): Promise<TrainerFileView> {
    const isHers = ({ countyCode }: Trainer) => actor.scope('trainers.keep').admits(countyCode);
    const kind = { entity: Trainer, column: 'trainerId', isHers } as const;
    return this.one((await changeKept(this.database, kind, id, decide)).after);
  }

  private async one(trainer: Trainer): Promise<TrainerFileView> {
    const ahead = await batchesAhead(this.database.rows, 'trainerId', [trainer.id]);
    return this.view(trainer, (await this.regions.tree()).name(trainer.countyCode), ahead);
  }

  private view(
    { id, name, countyCode, speciality, familyBits, phoneSealed, retiredAt }: Trainer,
    countyName: string,
    ahead: ReadonlyMap<string, number>,
  ): TrainerFileView {
    const phone = phoneSealed === null ? null : maskPhone(this.seal.open(phoneSealed));
    const isRetired = retiredAt !== null;
    return {
      id,
      name,
      countyCode,
      countyName,
      speciality,
      families: bitsToFamilies(familyBits),
      phone,
      isRetired,
      batchesAhead: ahead.get(id) ?? 0,
    };
  }
}
