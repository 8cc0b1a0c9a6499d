/** A trainer as her county keeps her. */
export class TrainerFileView {
  id: string;
  name: string;
  countyCode: string;
  countyName: string;
  speciality: string;
  /** Masked. */
  phone: string | null;
  isRetired: boolean;
  /** Batches of hers that are not over yet. */
  batchesAhead: number;
}
