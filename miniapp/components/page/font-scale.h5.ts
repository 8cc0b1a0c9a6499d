import { withinBounds } from './font-bounds';

const normal = 16;
let measured: number | undefined;

/** How much larger than normal the person has set the letters of her browser. */
export function fontScale(): number {
  measured ??= withinBounds(mediumInPixels() / normal);
  return measured;
}

/** `medium` is the size that the person chose, whatever the page says. */
function mediumInPixels(): number {
  const probe = document.createElement('span');
  probe.style.fontSize = 'medium';
  document.body.append(probe);
  const size = parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return size;
}
