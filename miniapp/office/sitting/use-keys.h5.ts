import { useEffect, useRef } from 'react';

/** Hears every key while there is somebody to tell, except in a field where she types. */
export function useKeys(press: ((key: string) => void) | undefined): void {
  const latest = useRef(press);
  latest.current = press;
  const isOn = press !== undefined;
  useEffect(() => {
    if (!isOn) return undefined;
    const hear = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLInputElement;
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Backspace' || event.key === 'Enter') event.preventDefault();
      latest.current?.(event.key);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [isOn]);
}
