import { Inject, Injectable } from '@nestjs/common';
import type { Settings } from '../../config/settings';
import { Database } from '../database/database';
import { FilesService } from '../files/files.service';
import { found, Refusal } from '../http/refusals';
import { SETTINGS } from '../http/settings-token';
import { Seal } from '../secrecy/seal';
import { Check } from './check.entity';
import { waitsForPerson } from './checks.rules';

const width = 1600;

/** Pictures that nobody may see yet, lent to WeChat for its check under an address that only it was told. */
@Injectable()
export class LentPictures {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FilesService) private readonly files: FilesService,
    @Inject(Seal) private readonly seal: Seal,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  addressOf(checkId: string, fileId: string): string {
    return `${this.settings.publicUrl}/api/lent-pictures/${checkId}?key=${this.keyOf(checkId, fileId)}`;
  }

  /** The picture, while it is being checked. */
  async read(checkId: string, key: string): Promise<Buffer> {
    const check = found(await this.database.rows.findOneBy(Check, { id: checkId }));
    const { fileId, state } = check;
    const isAsked = state === 'pending' || state === 'unknown';
    if (!fileId || !isAsked || key !== this.keyOf(checkId, fileId)) throw new Refusal('thing.notFound');
    return this.files.bytesOf(fileId, width);
  }

  /** The same for the person who is to decide. */
  async ofCheck(check: Check): Promise<Buffer> {
    if (!check.fileId || !waitsForPerson(check)) throw new Refusal('thing.notFound');
    return this.files.bytesOf(check.fileId, width);
  }

  /** A keyed hash: without the server's key nobody makes one. */
  private keyOf(checkId: string, fileId: string): string {
    return this.seal.mark(`lent ${checkId} ${fileId}`);
  }
}
