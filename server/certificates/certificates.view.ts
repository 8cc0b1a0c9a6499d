/** A certificate as its owner and her federation see it. */
export class CertificateView {
  id: string;
  /** `230129-2026-K7QMD-2XHRA`. */
  number: string;
  title: string;
  completedOn: string;
  /** It was given by mistake: whoever checks it is told so. */
  isRevoked: boolean;
}

/** All that anybody learns who checks a certificate. */
export class CheckedCertificateView {
  number: string;
  /** Shortened: 王某英. */
  name: string;
  title: string;
  completedOn: string;
  isRevoked: boolean;
}
