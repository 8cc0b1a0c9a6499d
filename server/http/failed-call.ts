/** Nothing is carried by a connection that was never made. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Why a `fetch` of ours failed. */
export interface FailedCall {
  /** For certain nothing left; otherwise nobody knows. */
  readonly isUnsent: boolean;
  /** The system's word for it; never what was sent. */
  readonly why: string;
}

export function failedCall(error: unknown): FailedCall {
  const { name = 'unknown', cause } = (error ?? {}) as { name?: string; cause?: { code?: unknown } };
  const code = String(cause?.code ?? '');
  return { isUnsent: neverConnected.has(code), why: code || name };
}
