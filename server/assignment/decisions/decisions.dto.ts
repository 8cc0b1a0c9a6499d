import { IsIn, IsString, IsUUID, MaxLength, MinLength, ValidateIf } from 'class-validator';
import { decisionKinds, type DecisionKind } from './decisions.rules';

/** A decision to try out. */
export class TrialDto {
  /** `pin` gives her a seat, `bar` strikes the pair, `waive` lets the batch run with fewer women. */
  @IsIn(decisionKinds)
  kind: DecisionKind;

  /** Whose; not for a waived minimum. */
  @ValidateIf(({ kind }: TrialDto) => kind !== 'waive')
  @IsUUID()
  womanId?: string;

  @IsUUID()
  batchId: string;
}

export class DecisionDto extends TrialDto {
  /** Why: it stays with the decision, and auditors read it. */
  @IsString()
  @MinLength(2)
  @MaxLength(100)
  reason: string;
}
