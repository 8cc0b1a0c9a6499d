export class ApprovalRuleView {
  /** Whether counties must submit a batch before they open it. */
  isAsked: boolean;
  /** Since when; null where nobody has decided yet. */
  since: Date | null;
}
