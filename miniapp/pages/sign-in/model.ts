export interface SignInDraft {
  readonly login: string;
  readonly password: string;
  readonly code: string;
  /** Whether the server has asked for a code of the phone. */
  readonly wantsCode: boolean;
}

/** Whether there is enough to be sent; a code is six digits, or a recovery code of ten letters. */
export function canSend({ login, password, code, wantsCode }: SignInDraft): boolean {
  if (login.trim() === '' || password === '') return false;
  return !wantsCode || code.replace(/[\s-]/g, '').length >= 6;
}
