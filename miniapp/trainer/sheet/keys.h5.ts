const names: Readonly<Record<string, string>> = { Enter: 'enter', Backspace: 'back' };

/** Digits, Enter and Backspace of the keyboard, until the returned function is called. */
export function onKey(listen: (key: string) => void): () => void {
  const hear = ({ key }: KeyboardEvent) => {
    const name = names[key] ?? (/^\d$/.test(key) ? key : undefined);
    if (name !== undefined) listen(name);
  };
  window.addEventListener('keydown', hear);
  return () => window.removeEventListener('keydown', hear);
}
