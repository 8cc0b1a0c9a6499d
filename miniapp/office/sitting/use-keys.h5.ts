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

/** How many frames a field may take to be drawn. */
const patience = 60;

/** Puts the keyboard into a field of the page that is shown, as soon as it is drawn. */
export function enterField(id: string, left = patience): void {
  const fields = Array.from(document.querySelectorAll<HTMLInputElement>(`#${id} input`));
  const shown = fields.find((field) => field.offsetParent !== null);
  if (shown) shown.focus();
  else if (left > 0) requestAnimationFrame(() => enterField(id, left - 1));
}

/** Out of the field: from now on keys are choices. */
export function leaveField(): void {
  if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
}
