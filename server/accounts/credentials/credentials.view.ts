import type { SignInKind } from '../sign-ins.rules';

export class CredentialsView {
  /** Null until she has set a password. */
  login: string | null;
  /** Whether a code of her phone is asked for beside the password. */
  asksForCodes: boolean;
  recoveryCodesLeft: number;
  /** Whether she can sign in from WeChat, and so by scanning. */
  isInWechat: boolean;
}

/** What her phone's program for codes must know; shown once. */
export class SharedSecretView {
  /** To be typed where it cannot be scanned: base32. */
  secret: string;
  /** `otpauth://totp/…` */
  address: string;
  /** The address as a QR code: a `data:` address of an SVG. */
  picture: string;
}

export class RecoveryCodesView {
  /** Ten, each good once instead of a code of the phone; shown once. */
  codes: string[];
}

/** One phone or browser in which she is signed in. */
export class SignInView {
  id: string;
  kind: SignInKind;
  /** As shown: Windows 电脑 · Chrome */
  deviceName: string;
  createdAt: Date;
  /** Coarse: to ten minutes in a browser, to a day in WeChat. */
  lastSeenAt: Date;
  /** The one under which she asks. */
  isThisOne: boolean;
}
