import { readFileSync } from 'node:fs';

const sheet = readFileSync('miniapp/app.scss', 'utf8');
const [light, dark] = sheet.split('@media (prefers-color-scheme: dark)').map(coloursIn) as [Colours, Colours];
type Colours = Readonly<Record<string, string>>;

/** Words in these colours on these grounds, as the pages write them. */
const pairs = [
  ...['ink', 'ink-soft', 'jujube', 'gold', 'field', 'sky'].flatMap((word) => [
    [word, 'ground'],
    [word, 'paper'],
  ]),
  ['on-jujube', 'jujube'],
  ['on-bar', 'bar'],
  ['ink', 'jujube-faint'],
  ['ink-soft', 'jujube-faint'],
  ['jujube-deep', 'jujube-faint'],
  ['gold', 'gold-faint'],
  ['ink', 'gold-faint'],
  ['field', 'field-faint'],
  ['sky', 'sky-faint'],
  ['ink-soft', 'still'],
  ['ink-soft', 'heat-0'],
  ['ink', 'heat-1'],
  ['ink', 'heat-2'],
  ['on-heat', 'heat-3'],
  ['on-heat', 'heat-4'],
] as const;

describe('The colours', () => {
  it.each(['light', 'dark'])('keep words readable on every ground, %s: 4.5 to 1', (name) => {
    const colours: Colours = name === 'light' ? light : { ...light, ...dark };
    const weak = pairs.filter(([word, ground]) => contrast(colours[word]!, colours[ground]!) < 4.5);
    expect(weak).toEqual([]);
  });

  it('are all said anew for the night, but the white on the bar and under a code', () => {
    const same = Object.keys(light).filter((name) => !(name in dark));
    expect(same).toEqual(['on-bar', 'sheet']);
  });

  it('are those that WeChat draws its own bars in', () => {
    const theme = JSON.parse(readFileSync('miniapp/theme.json', 'utf8')) as Record<'light' | 'dark', Colours>;
    const drawn = (colours: Colours) => [colours.bar, colours.ground, colours.jujube, colours.paper];
    for (const [said, colours] of [
      [theme.light, light],
      [theme.dark, dark],
    ] as const)
      expect(
        [said.bar, said.ground, said.tabChosen, said.tabGround].map((one) => one!.toLowerCase()),
      ).toEqual(drawn(colours));
  });
});

function coloursIn(part: string): Colours {
  return Object.fromEntries(
    [...part.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]),
  ) as Colours;
}

/** The contrast of WCAG 2.2: from 1, the same, to 21, black on white. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [one, other].map(luminance).sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
