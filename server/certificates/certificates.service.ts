import type { StreamableFile } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Settings } from '../../config/settings';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import type { Batch } from '../courses/batch.entity';
import type { WholeBatch } from '../courses/batches.queries';
import { BatchesService } from '../courses/batches.service';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { pdf } from '../files/paper/paper';
import { found, Refusal } from '../http/refusals';
import { SETTINGS } from '../http/settings-token';
import { RecordsService } from '../records/records.service';
import { RegionsService } from '../regions/regions.service';
import { shortenName } from '../secrecy/mask.rules';
import { newCode } from '../secrecy/tokens';
import { WomenService } from '../women/women.service';
import { drawCertificates, type CertificateFacts } from './certificate-paper';
import { Certificate } from './certificate.entity';
import { numberOf, tidyNumber } from './certificates.rules';
import type { CertificateView, CheckedCertificateView } from './certificates.view';

/** Certificates: issued by the register alone, printed, and checked by anybody. */
@Injectable()
export class CertificatesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(BatchesService) private readonly batches: BatchesService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(RecordsService) private readonly records: RecordsService,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** She has completed it; one that was revoked holds again. */
  async issue(tx: EntityManager, womanId: string, batch: Batch): Promise<void> {
    const { affected } = await tx.update(Certificate, { womanId, batchId: batch.id }, { revokedAt: null });
    if (affected) return;
    await tx.insert(Certificate, {
      ...{ id: newId(), womanId, batchId: batch.id, completedOn: batch.endsOn, revokedAt: null },
      ...{ number: numberOf(batch.countyCode, batch.endsOn, newCode()), issuedAt: this.clock.now() },
    });
  }

  async revoke(tx: EntityManager, womanId: string, batchId: string): Promise<void> {
    await tx.update(Certificate, { womanId, batchId }, { revokedAt: this.clock.now() });
  }

  /** Hers, the latest first. */
  async ofWoman(actor: Actor, womanId: string): Promise<CertificateView[]> {
    const woman = await this.women.served(actor, womanId, 'certificates.read');
    const all = await this.database.rows.find(Certificate, {
      where: { womanId: woman.id },
      order: { completedOn: 'DESC', id: 'DESC' },
    });
    const wholeOf = await this.wholeOf(all);
    return all.map(({ id, number, batchId, completedOn, revokedAt }) => {
      const { title } = wholeOf.get(batchId)!.course;
      return { id, number, title, completedOn, isRevoked: revokedAt !== null };
    });
  }

  /** One certificate to print, for its owner and for those who serve her. */
  async paper(actor: Actor, id: string): Promise<StreamableFile> {
    const certificate = found(await this.database.rows.findOneBy(Certificate, { id, revokedAt: IsNull() }));
    await this.women.served(actor, certificate.womanId, 'certificates.read');
    const facts = await this.factsOf([certificate]);
    return pdf(drawCertificates(facts), `结业证书-${facts[0]!.title}`);
  }

  /** All certificates of a batch of the officer's county, by name; the export is put on record. */
  async papersOf(actor: Actor, batchId: string): Promise<StreamableFile> {
    const { batch, course } = await this.batches.whole(batchId);
    if (!actor.scope('certificates.print').admits(batch.countyCode)) throw new Refusal('thing.notFound');
    const all = await this.database.rows.findBy(Certificate, { batchId, revokedAt: IsNull() });
    if (all.length === 0) throw new Refusal('certificate.none');
    const facts = await this.factsOf(all);
    await this.records.write(this.database.rows, {
      ...{ byAccountId: actor.accountId, deed: 'export', regionCode: batch.countyCode },
      said: `“${course.title}”结业证书${facts.length}张`,
    });
    const byName = facts.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
    return pdf(drawCertificates(byName), `结业证书-${course.title}`);
  }

  /** @throws Refusal `certificate.unknown`, whatever is wrong with the number. */
  async check(typed: string): Promise<CheckedCertificateView> {
    const number = tidyNumber(typed);
    const certificate =
      number === undefined ? null : await this.database.rows.findOneBy(Certificate, { number });
    if (!certificate) throw new Refusal('certificate.unknown');
    const { womanId, batchId, completedOn, revokedAt } = certificate;
    const woman = found((await this.women.byIds([womanId])).get(womanId));
    const { course } = await this.batches.whole(batchId);
    return {
      ...{ number: certificate.number, name: shortenName(woman.name), title: course.title },
      ...{ completedOn, isRevoked: revokedAt !== null },
    };
  }

  private async factsOf(certificates: readonly Certificate[]): Promise<CertificateFacts[]> {
    const women = await this.women.byIds(certificates.map(({ womanId }) => womanId));
    const regions = await this.regions.tree();
    const wholeOf = await this.wholeOf(certificates);
    return certificates.map(({ womanId, batchId, number, completedOn }) => {
      const { batch, course, sessions } = wholeOf.get(batchId)!;
      return {
        ...{ name: women.get(womanId)!.name, title: course.title, startsOn: batch.startsOn, completedOn },
        ...{ halfDays: sessions.length, countyName: regions.name(batch.countyCode), number },
        address: `${this.settings.publicUrl}/#/pages/certificate/index?number=${number}`,
      };
    });
  }

  private async wholeOf(certificates: readonly Certificate[]): Promise<Map<string, WholeBatch>> {
    const ids = [...new Set(certificates.map(({ batchId }) => batchId))];
    return new Map(await Promise.all(ids.map(async (id) => [id, await this.batches.whole(id)] as const)));
  }
}
