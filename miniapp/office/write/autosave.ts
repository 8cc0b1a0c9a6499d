import { useEffect, useRef, useState } from 'react';
import { call, CallFailed } from '../../api/call';
import { entryOf, type ArticleDraft } from './model';

/** Long enough that a pause between two words sends nothing, short enough that little is lost. */
const pauseMs = 4_000;

/**
 * Sends what is typed to the server when she pauses. Without a signal the phone alone keeps it; when another has saved
 * meanwhile she is told at once, and goes on typing.
 */
export function useAutosave(): {
  autosave: (id: string | undefined, beganFrom: number, article: ArticleDraft) => void;
  /** She saves herself, or takes what another saved: what waits is not sent, and an answer under way says nothing. */
  stop: () => void;
  trouble: string | undefined;
} {
  const [trouble, setTrouble] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const turn = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const autosave = (id: string | undefined, beganFrom: number, article: ArticleDraft) => {
    clearTimeout(timer.current);
    if (id === undefined || article.title.trim() === '') return;
    timer.current = setTimeout(() => {
      const mine = (turn.current += 1);
      call('PUT /api/articles/{id}/unsaved', { path: { id }, body: { ...entryOf(article), beganFrom } }).then(
        () => mine === turn.current && setTrouble(undefined),
        (error: unknown) => {
          if (mine !== turn.current) return;
          const isTold = error instanceof CallFailed && error.code === 'article.editedMeanwhile';
          setTrouble(isTold ? '别人刚刚存了新的一稿。您写的还在，存的时候两边一起看。' : undefined);
        },
      );
    }, pauseMs);
  };
  const stop = () => {
    clearTimeout(timer.current);
    turn.current += 1;
    setTrouble(undefined);
  };
  return { autosave, stop, trouble };
}
