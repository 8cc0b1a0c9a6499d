import type { Family } from '../../needs/families.rules';

/** A trainer as her county keeps her. */
export class TrainerFileView {
  id: string;
  name: string;
  countyCode: string;
  countyName: string;
  speciality: string;
  /** What she can teach; empty where nobody has said. */
  families: Family[];
  /** Masked. */
  phone: string | null;
  isRetired: boolean;
  /** Batches of hers that are not over yet. */
  batchesAhead: number;
}
