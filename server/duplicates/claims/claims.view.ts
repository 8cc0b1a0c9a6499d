/** A file that a helper opened with her phone: enough for her to know it by, too little to know another woman by. */
export class ClaimableView {
  womanId: string;
  /** 王某英 */
  name: string;
  /** 延寿县 六团镇 团山村 */
  villageName: string;
}

export class PhoneProofView {
  /** That this phone is hers: to be sent with her claim, or with a new file. */
  proof: string;
  /** Masked: 138****5678. */
  phone: string;
  files: ClaimableView[];
}

export class ClaimedView {
  /** Her file from now on. */
  womanId: string;
}
