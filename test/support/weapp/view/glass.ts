/**
 * The script of the page in the browser. It changes what differs from the new drawing and nothing else,
 * so that a field keeps its cursor, and brings her clicks and words to `bringEvent`.
 */
export const glass = `
window.redraw = (html) => {
  const wanted = document.createElement('body');
  wanted.innerHTML = html;
  adapt(document.body, wanted);
};
function adapt(shown, wanted) {
  for (const { name, value } of [...wanted.attributes]) if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  for (const { name } of [...shown.attributes]) if (!wanted.hasAttribute(name)) shown.removeAttribute(name);
  const isField = shown.tagName === 'INPUT' || shown.tagName === 'TEXTAREA';
  if (isField && document.activeElement !== shown && shown.value !== wanted.value) shown.value = wanted.value;
  const now = [...shown.childNodes];
  const next = [...wanted.childNodes];
  next.forEach((child, index) => {
    const there = now[index];
    if (!there) shown.appendChild(child);
    else if (there.nodeName !== child.nodeName) shown.replaceChild(child, there);
    else if (there.nodeType === Node.TEXT_NODE) { if (there.data !== child.data) there.data = child.data; }
    else adapt(there, child);
  });
  now.slice(next.length).forEach((child) => child.remove());
}
const bring = (target, type, text) => {
  const place = target.closest && target.closest('[data-n]');
  if (place) window.bringEvent(Number(place.dataset.n), type, text);
};
document.addEventListener('click', ({ target }) => bring(target, 'tap', ''));
document.addEventListener('input', ({ target }) => bring(target, 'input', target.value));
`;
