/** Sets a value at a path as `setData` writes it: `name`, `list[0].title`, `root.cn.[0].v`. */
export function setAt(target: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean);
  const last = steps.pop();
  if (last === undefined) return;
  let place = target;
  steps.forEach((step, index) => {
    if (typeof place[step] !== 'object' || place[step] === null) {
      place[step] = /^\d+$/.test(steps[index + 1] ?? last) ? [] : {};
    }
    place = place[step] as Record<string, unknown>;
  });
  place[last] = value;
}
