import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Verdict } from '../texts.rules';

/** What WeChat found in a picture or a recording. It may come before the one who asked has kept the trace id. */
@Entity('media_verdicts')
export class MediaVerdict {
  @PrimaryColumn('varchar', { length: 64 })
  traceId: string;

  @Column('varchar', { length: 10 })
  verdict: Verdict;

  @Column('datetime', { precision: 3 })
  at: Date;
}
