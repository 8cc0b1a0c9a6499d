import fc from 'fast-check';
import {
  decideLook,
  isReadBehindGlass,
  looksADay,
  sayRead,
} from '../../server/access/break-glass/break-glass.rules';
import { policies } from '../../server/access/policies';
import { roles, type Role } from '../../server/access/roles.rules';
import { readScan, writeScan } from '../../server/accounts/scans.rules';
import {
  decideAppointment,
  decideSuspension,
  mayGive,
  standsAbove,
} from '../../server/accounts/staff/staff.rules';
import { bayan, city, yanshou } from '../support/house/places';

const held = (role: Role, regionCode: string) => ({ role, regionCode });
const places = [city, yanshou.county, bayan.county, yanshou.township, yanshou.villages[0], bayan.village];
const anOffice = fc.record({ role: fc.constantFrom(...roles), regionCode: fc.constantFrom(...places) });

describe('An office', () => {
  it('is never given to oneself, beside or above, nor outside one’s own place', () => {
    fc.assert(
      fc.property(anOffice, anOffice, (own, given) => {
        if (!('office' in decideAppointment([own], given))) return;
        expect(given.role).not.toBe(own.role);
        expect(given.regionCode.startsWith(own.regionCode)).toBe(true);
        expect(standsAbove([own], [given])).toBe(true);
        expect(standsAbove([given], [own])).toBe(false);
      }),
    );
  });

  it('is ended only by who could give it', () => {
    fc.assert(
      fc.property(anOffice, anOffice, (own, given) => {
        expect(mayGive([own], given) || !('office' in decideAppointment([own], given))).toBe(true);
      }),
    );
  });

  it('of somebody who also holds a higher one is not reached from between them', () => {
    const officer = [held('county_officer', yanshou.county)];
    const helper = held('helper', yanshou.township);
    expect(standsAbove(officer, [helper])).toBe(true);
    expect(standsAbove(officer, [helper, held('editor', city)])).toBe(false);
    expect(standsAbove(officer, [helper, held('helper', bayan.township)])).toBe(false);
    expect(standsAbove(officer, [helper, held('woman', bayan.village)])).toBe(true);
    expect(standsAbove(officer, [])).toBe(false);
  });

  it('of an auditor or an editor stands above nobody', () => {
    for (const role of ['auditor', 'editor'] as const)
      expect(standsAbove([held(role, city)], [held('helper', yanshou.township)])).toBe(false);
  });

  it('is left by herself, but not by the last who can let others in', () => {
    const own = [held('city_officer', city)];
    const leave = (otherCityOfficers: number) =>
      decideSuspension(own, own, { isHerself: true, otherCityOfficers });
    expect(leave(1)).toEqual({ mayStop: true });
    expect(leave(0)).toEqual({ refused: 'staff.lastOfficer' });
  });
});

describe('A look into another county', () => {
  it('is for reading alone: every action that may be read is one that women’s helpers read', () => {
    const behind = Object.keys(policies).filter(isReadBehindGlass);
    expect(behind.sort()).toEqual(['enrolments.read', 'needs.read', 'women.list', 'women.read']);
  });

  it('is refused for one’s own county and after five a day', () => {
    expect(decideLook(yanshou.county, [yanshou.county], 0)).toEqual({ refused: 'glass.ownRegion' });
    expect(decideLook(bayan.county, [yanshou.county], looksADay)).toEqual({ refused: 'glass.tooMany' });
    expect(decideLook(bayan.county, [yanshou.county], looksADay - 1)).toEqual({ lastsMs: 3 * 3_600_000 });
  });
});

describe('What was read behind the glass', () => {
  it('is said in words for each place it was read in', () => {
    expect(sayRead('/api/women')).toBe('在名单上看到');
    expect(sayRead('/api/women/:id')).toBe('打开档案');
    expect(sayRead('/api/women/:id/need-card')).toBe('看了想学什么');
    expect(sayRead('/api/women/:id/something-new')).toBe('看了她的情况');
    expect(sayRead('/api/batches/:id/standing')).toBe('看了她能不能报班');
  });
});

describe('A scanned picture', () => {
  it('says what was written into it, and nothing when it is not ours', () => {
    expect(readScan(writeScan('invitation', 'K7QMD-2XHRA'))).toEqual({
      kind: 'invitation',
      value: 'K7QMD-2XHRA',
    });
    const id = '01a20998-c8ce-7519-80d1-82214a6c40f6';
    for (const kind of ['sign-in', 'card', 'sheet'] as const)
      expect(readScan(writeScan(kind, id))).toEqual({ kind, value: id });
    for (const text of [
      '',
      'https://example.com',
      'jinguo:sign-in:',
      'jinguo:sign-in:../x',
      `xjinguo:sign-in:${id}`,
      'jinguo:toString:abcde',
    ])
      expect(readScan(text)).toBeUndefined();
  });
});
