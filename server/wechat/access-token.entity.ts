import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The access token that all server processes share; one row for the account. */
@Entity('wechat_tokens')
export class WechatToken {
  @PrimaryColumn('varchar', { length: 32 })
  appId: string;

  /** Grows with every renewal, so that only one of those who saw the same token renews it. */
  @Column('int')
  generation: number;

  /** WeChat asks for room for 512 characters. */
  @Column('varchar', { length: 1200, nullable: true })
  tokenSealed: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  endsAt: Date | null;

  /** Until when one process has the word to renew it; if it dies, another takes over then. */
  @Column('datetime', { precision: 3, nullable: true })
  renewedUntil: Date | null;

  /** When a new one was last forced: WeChat takes that every 30 seconds and 20 times a day. */
  @Column('datetime', { precision: 3, nullable: true })
  forcedAt: Date | null;
}
