/** Roles of what can be tapped, and so must be reached by keyboard too. */
export const tappable: ReadonlySet<string> = new Set([
  'button',
  'link',
  'checkbox',
  'radio',
  'tab',
  'switch',
  'option',
]);

/** Taro's elements around one of the browser's own, to which the label belongs. */
const around = ['taro-input-core', 'taro-textarea-core', 'taro-image-core'] as const;
const inside = 'input, textarea, img';
const dressed = ['[aria-role]', 'taro-button-core', ...around].join();

/** Gives all elements below this one their roles, now and whenever the pages change. */
export function dressAll(root: HTMLElement): void {
  root.querySelectorAll<HTMLElement>(dressed).forEach(dress);
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'attributes') dress(target as HTMLElement);
      addedNodes.forEach((node) => node instanceof HTMLElement && dressWithin(node));
    }
  }).observe(root, { subtree: true, childList: true, attributeFilter: ['aria-role', 'aria-label'] });
}

function dressWithin(node: HTMLElement): void {
  if (node.matches(dressed)) dress(node);
  const host = node.matches(inside) ? node.closest<HTMLElement>(around.join()) : null;
  if (host) dress(host);
  node.querySelectorAll<HTMLElement>(dressed).forEach(dress);
}

function dress(element: HTMLElement): void {
  const role = roleOf(element);
  if (role !== null && element.getAttribute('role') !== role) element.setAttribute('role', role);
  // WeChat's word for it is none of the browser's.
  element.removeAttribute('aria-role');
  if (role !== null && tappable.has(role) && !element.hasAttribute('tabindex')) element.tabIndex = 0;
  const own = element.matches(around.join()) ? element.querySelector(inside) : null;
  if (own) label(own, element, role);
}

function roleOf(element: HTMLElement): string | null {
  const own = element.localName === 'taro-button-core' ? 'button' : null;
  return element.getAttribute('aria-role') ?? element.getAttribute('role') ?? own;
}

/** A picture that says nothing is passed over; one that is tapped is named by the element that is tapped. */
function label(own: Element, host: HTMLElement, role: string | null): void {
  const said = host.getAttribute('aria-label');
  if (own instanceof HTMLImageElement) {
    own.alt = role === null ? (said ?? own.alt) : '';
    if (role !== null) return;
  } else if (said !== null) own.setAttribute('aria-label', said);
  if (said !== null) host.removeAttribute('aria-label');
}
