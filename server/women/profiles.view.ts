import type { ChangedField, Education, Relation } from './profile.rules';

/** A woman's whole file, as she, her helper and her county see it. */
export class ProfileView {
  id: string;
  /** To be sent back with a change. */
  revision: number;
  name: string;
  villageCode: string;
  /** 延寿县 六团镇 团山村 */
  villageName: string;
  /** Masked: 138****5678. */
  phone: string | null;
  /** Masked: its last character alone. */
  identity: string | null;
  /** From her identity number: `YYYY-MM-DD`. */
  bornOn: string | null;
  bornInYear: number | null;
  householdCode: string | null;
  relation: Relation | null;
  education: Education | null;
  /** What work her health forbids; kept only while she agrees. */
  healthLimits: string | null;
  /** Whether it may be asked and kept. */
  mayKeepHealth: boolean;
  notes: string | null;
  isRegisteredPoor: boolean;
  povertySource: string | null;
  povertyAsOf: string | null;
  isLeader: boolean;
  /** When she took back her consent to being registered. */
  needsWithdrawnAt: Date | null;
  abilities: ProfileAbilitiesView;
}

export class ProfileAbilitiesView {
  edit: boolean;
  /** She moved house: whether the reader can take her file to another village. */
  relocate: boolean;
  setPoverty: boolean;
  reveal: boolean;
}

/** One change of her file. Numbers are masked; a blank means that there was nothing. */
export class WomanChangeView {
  id: string;
  at: Date;
  byName: string;
  field: ChangedField;
  /** As shown: 手机号 */
  fieldName: string;
  before: string | null;
  after: string | null;
}

export class RevealedView {
  /** The whole number: to be shown for a while and never kept. */
  number: string;
}
