import { Inject, Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { accountNames } from '../accounts/account-names';
import { Clock } from '../calendar/clock';
import { sayInstant } from '../calendar/days.rules';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { workbook } from '../files/sheets/sheet-writer';
import { found, Refusal } from '../http/refusals';
import { RecordsService } from '../records/records.service';
import { RegionsService } from '../regions/regions.service';
import { Seal } from '../secrecy/seal';
import {
  hasNumbers,
  inOrder,
  ledgerFields,
  shortestPurpose,
  takenWithinMs,
  type LedgerField,
} from './fields.rules';
import { Ledger } from './ledger.entity';
import { ledgerRows, womenOf } from './ledger-rows';
import type { OrderLedgerDto } from './ledgers.dto';
import { viewLedger, type LedgerView } from './ledgers.view';

const mostListed = 50;

/** Ledgers of women by village, township and county: ordered on record, then taken away as a workbook. */
@Injectable()
export class LedgersService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(RecordsService) private readonly records: RecordsService,
    @Inject(Seal) private readonly seal: Seal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws Refusal `access.denied`, `ledger.purposeNeeded`. */
  async order(
    actor: Actor,
    { regionCode, fields, isWhole = false, purpose = '' }: OrderLedgerDto,
  ): Promise<LedgerView> {
    const tree = await this.regions.tree();
    if (!tree.get(regionCode) || !actor.ownScope('ledgers.order').admits(regionCode))
      throw new Refusal('access.denied');
    const wantsNumbers = isWhole && hasNumbers(fields);
    if (wantsNumbers && !actor.ownScope('women.reveal').admits(regionCode))
      throw new Refusal('access.denied');
    const said = purpose.trim();
    if (wantsNumbers && [...said].length < shortestPurpose) throw new Refusal('ledger.purposeNeeded');
    const ledger: Ledger = {
      ...{
        id: newId(),
        byAccountId: actor.accountId,
        at: this.clock.now(),
        regionCode,
        fields: inOrder(fields),
      },
      ...{ isWhole: wantsNumbers, purpose: wantsNumbers ? said : null },
      women: await womenOf(this.database.rows, regionCode).getCount(),
    };
    await this.database.transact(async (tx) => {
      await tx.insert(Ledger, ledger);
      await this.records.write(tx, {
        ...{ byAccountId: actor.accountId, deed: 'export', regionCode },
        said: wantsNumbers ? `台账${ledger.women}人，完整号码：${said}` : `台账${ledger.women}人，号码已遮住`,
      });
    });
    return (await this.views(actor, [ledger]))[0]!;
  }

  /** Those of her region, the latest first. */
  async list(actor: Actor): Promise<LedgerView[]> {
    const query = this.database.rows.createQueryBuilder(Ledger, 'ledger').where('1 = 1');
    const ledgers = await actor
      .scope('ledgers.order')
      .narrow(query, 'ledger.regionCode')
      .orderBy('ledger.at', 'DESC')
      .addOrderBy('ledger.id', 'DESC')
      .take(mostListed)
      .getMany();
    return this.views(actor, ledgers);
  }

  /** The workbook itself, for whoever ordered it, as long as her office still holds. */
  async take(actor: Actor, id: string): Promise<StreamableFile> {
    const query = this.database.rows
      .createQueryBuilder(Ledger, 'ledger')
      .where('ledger.id = :id AND ledger.byAccountId = :by', { id, by: actor.accountId });
    const ledger = found(await actor.ownScope('ledgers.order').narrow(query, 'ledger.regionCode').getOne());
    if (!this.mayTake(actor, ledger)) throw new Refusal('ledger.over');
    const tree = await this.regions.tree();
    const regionName = tree.pathName(ledger.regionCode);
    return workbook({
      fileName: `妇女台账-${regionName.replace(/ /g, '')}`,
      notes: [
        `${regionName}妇女台账，${actor.name}导出于${sayInstant(this.clock.now())}`,
        ledger.isWhole
          ? `号码是完整的，用途：${ledger.purpose}。用完请删除，不要转给别人。`
          : '身份证号和手机号已遮住。',
      ],
      columns: ledger.fields.map((field) => ({ title: ledgerFields[field], width: widths[field] ?? 14 })),
      rows: ledgerRows(this.database.rows, this.seal, tree, ledger),
    });
  }

  private mayTake(actor: Actor, { byAccountId, at }: Ledger): boolean {
    return byAccountId === actor.accountId && this.clock.now().getTime() - at.getTime() < takenWithinMs;
  }

  private async views(actor: Actor, ledgers: readonly Ledger[]): Promise<LedgerView[]> {
    const by = ledgers.map(({ byAccountId }) => byAccountId);
    const nameOf = await accountNames(this.database.rows, by);
    const tree = await this.regions.tree();
    return ledgers.map((ledger) => {
      const regionName = tree.pathName(ledger.regionCode);
      return viewLedger(
        ledger,
        { byName: nameOf(ledger.byAccountId), regionName },
        this.mayTake(actor, ledger),
      );
    });
  }
}

const widths: { readonly [Of in LedgerField]?: number } = {
  village: 30,
  identity: 24,
  phone: 16,
  povertySource: 20,
};
