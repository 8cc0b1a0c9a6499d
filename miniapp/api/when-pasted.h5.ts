/** Listens for what is pasted out of a page or out of Word; true from the listener keeps the browser from pasting it. */
export function whenPasted(listener: (html: string, into: string) => boolean): () => void {
  const hear = (event: ClipboardEvent) => {
    const html = event.clipboardData?.getData('text/html') ?? '';
    const into = event.target instanceof Element ? (event.target.closest('[id^="block-"]')?.id ?? '') : '';
    if (html !== '' && into !== '' && listener(html, into)) event.preventDefault();
  };
  document.addEventListener('paste', hear);
  return () => document.removeEventListener('paste', hear);
}
