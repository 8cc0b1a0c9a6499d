import { useEffect, useRef, useState } from 'react';
import { call, CallFailed, type Answer } from '../../api/call';

type Ticket = Answer<'POST /api/sign-in-tickets'>;
type SignedIn = Answer<'POST /api/password-sign-ins'>;

const everyMs = 2_000;

/** Asks every two seconds whether the picture was scanned. Answers whether it is over without that. */
export function useTicket({ id, key }: Ticket, enter: (signedIn: SignedIn) => Promise<unknown>): boolean {
  const [isOver, setOver] = useState(false);
  const entering = useRef(enter);
  entering.current = enter;

  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async (): Promise<void> => {
      try {
        const { signedIn } = await call('POST /api/sign-in-tickets/{id}/exchange', {
          ...{ path: { id }, body: { key } },
        });
        if (isGone) return;
        if (signedIn) return void (await entering.current(signedIn));
      } catch (error) {
        // Without signal it goes on asking; a "no" of the server is the end.
        if (!isGone && !(error instanceof CallFailed && error.isOffline)) return setOver(true);
      }
      if (!isGone) timer = setTimeout(() => void ask(), everyMs);
    };
    void ask();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [id, key]);

  return isOver;
}
