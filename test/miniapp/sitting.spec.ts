import {
  isAllKept,
  keyOf,
  nextToSend,
  press,
  fresh,
  withoutRow,
  withRow,
  type Keyed,
  type Row,
} from '../../miniapp/office/sitting/model';
import { mapOf, monthBars, workbookPath, everything } from '../../miniapp/office/demand/model';

describe('A card keyed in', () => {
  const type = (keys: readonly string[], from: Keyed = fresh) =>
    keys.reduce<Keyed | 'done'>((keyed, key) => (keyed === 'done' ? keyed : press(keyed, key)), from);

  it('is done by numbers and Enter alone, in her order of wish', () => {
    expect(type(['5', '1', 'Enter', 'w', 'Enter', '2', 'c', 'Enter'])).toBe('done');
    expect(type(['5', '1', 'Enter', 'w', 'Enter', '2', 'c'])).toMatchObject({
      step: 'reach',
      draft: {
        families: ['handicraft', 'planting'],
        freeMonths: [1, 2, 3, 11, 12],
        farthestKm: 20,
        needsChildCare: true,
      },
    });
  });

  it('does not go on without an answer, goes back, and takes a choice back by the same key', () => {
    expect(type(['Enter'])).toEqual(fresh);
    expect(type(['5', '5', 'Enter'])).toEqual(fresh);
    expect(type(['5', 'Enter', 'Backspace'])).toMatchObject({ step: 'families' });
    expect(type(['9', 'x', 'F5'])).toEqual(fresh);
  });

  it('knows October, November and December by the keys behind nine', () => {
    expect([10, 11, 12].map(keyOf.month)).toEqual(['0', '-', '=']);
    expect(type(['1', 'Enter', '0', '-', '='])).toMatchObject({ draft: { freeMonths: [10, 11, 12] } });
  });
});

describe('The list of a sitting', () => {
  const row = (id: string, state: Row['state']): Row => ({ id, name: id, body: {} as Row['body'], state });

  it('sends the first that waits, replaces by id, and is done only when all are kept', () => {
    const rows = [row('a', 'kept'), row('b', 'waiting'), row('c', 'waiting')];
    expect(nextToSend(rows)?.id).toBe('b');
    const kept = withRow(withRow(rows, row('b', 'kept')), row('c', 'refused'));
    expect(kept.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect([isAllKept(kept), isAllKept(withoutRow(kept, 'c'))]).toEqual([false, true]);
  });
});

describe('The map of the board', () => {
  const area = (regionCode: string, latitudeE5: number | null, longitudeE5: number | null) => ({
    ...{ regionCode, regionName: regionCode, latitudeE5, longitudeE5 },
  });

  it('puts the north above, the east to the right, nobody on another, and those without a position beside it', () => {
    const areas = [
      ...[area('north', 46_000, 128_000), area('south', 45_000, 128_000), area('east', 45_500, 129_000)],
      ...[area('same', 45_500, 129_000), area('unknown', null, null)],
    ];
    const { tiles, unplaced } = mapOf(areas, [], 'planting');
    const at = (code: string) => tiles.find(({ regionCode }) => regionCode === code)!;
    expect(at('north').row).toBeLessThan(at('south').row);
    expect(at('north').column).toBeLessThan(at('east').column);
    expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(4);
    expect(unplaced.map(({ regionCode }) => regionCode)).toEqual(['unknown']);
  });

  it('begins its months with the winter, and says in an address what it shows', () => {
    const count = { women: 2, registeredPoor: 0, neverTrained: 0, stale: 0, reachable: 0 };
    const bars = monthBars([1, 11].map((month) => ({ ...count, month })));
    expect(bars.map(({ month, height }) => [month, height])).toEqual([
      [11, 1],
      [1, 1],
    ]);
    expect(workbookPath(everything)).toBe('/api/demand/workbook');
    expect(workbookPath({ ...everything, month: '11', who: 'poor' })).toBe(
      '/api/demand/workbook?month=11&who=poor',
    );
  });
});
