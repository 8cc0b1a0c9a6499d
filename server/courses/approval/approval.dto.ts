import { IsBoolean } from 'class-validator';

export class ApprovalRuleDto {
  /** Whether counties must submit a batch before they open it. */
  @IsBoolean()
  isAsked: boolean;
}
