import { SignedInView } from '../accounts.view';

/** For the browser that waits. */
export class NewTicketView {
  id: string;
  /** Stays in the browser; with it alone the sign-in can be taken. */
  key: string;
  /** The QR code to be scanned: a `data:` address of an SVG. */
  picture: string;
  expiresAt: Date;
}

/** For her who scanned: who asks to be let in. */
export class TicketView {
  id: string;
  /** As shown: Windows 电脑 · Chrome */
  deviceName: string;
  createdAt: Date;
}

/** What has become of it: null until somebody has let the browser in. */
export class ExchangeView {
  signedIn: SignedInView | null;
}
