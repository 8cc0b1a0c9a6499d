/** Whose account an invitation opens. */
export class InvitationView {
  name: string;
  /** As shown: 六团镇 帮办人 */
  offices: string[];
}

/** A new code, to be handed to her; shown this once. */
export class NewInvitationView {
  accountId: string;
  /** `K7QMD-2XHRA` */
  code: string;
  /** The code as a QR code for WeChat: a `data:` address of an SVG. */
  picture: string;
  expiresAt: Date;
}
