import {
  draftOf,
  editOf,
  linesOf,
  sayChange,
  type Profile,
  mayRelocate,
} from '../../miniapp/office/profile/model';

const profile: Profile = {
  ...{ id: 'a', revision: 4, villageCode: '230129101201' },
  ...{ name: '王秀英', villageName: '延寿县 六团镇 凌河村' },
  ...{ phone: '139****1234', identity: '*****************X', bornOn: '1974-03-12', bornInYear: 1974 },
  ...{ householdCode: '007-12', relation: 'spouse', education: 'primary', healthLimits: null },
  ...{ mayKeepHealth: false, notes: '爱唱歌', isRegisteredPoor: true, povertySource: '建档立卡名册' },
  ...{ povertyAsOf: '2026-06-30', isLeader: false, needsWithdrawnAt: null },
  abilities: { edit: true, relocate: true, setPoverty: true, reveal: true },
};

describe('Her file on the helper’s page', () => {
  it('sends nothing but the revision where nothing was changed, and never a masked number', () => {
    expect(editOf(profile, draftOf(profile))).toEqual({ beganFrom: 4 });
    expect(JSON.stringify(draftOf(profile))).not.toContain('****');
  });

  it('sends only what was changed; an emptied field is taken out, a name never', () => {
    const draft = {
      ...draftOf(profile),
      notes: ' ',
      householdCode: '',
      relation: null,
      phone: ' 13904561234 ',
    };
    expect(editOf(profile, { ...draft, name: ' 王秀瑛 ', bornInYear: '' })).toEqual({
      ...{ beganFrom: 4, name: '王秀瑛', phone: '13904561234', bornInYear: null },
      ...{ householdCode: null, relation: null, notes: null },
    });
  });

  it('sends the poverty status whole when one part of it changed', () => {
    expect(editOf(profile, { ...draftOf(profile), isRegisteredPoor: false })).toEqual({
      beganFrom: 4,
      poverty: { isRegisteredPoor: false, source: '建档立卡名册', asOf: '2026-06-30' },
    });
  });

  it('says what is not known too, and why health is not asked', () => {
    const lines = Object.fromEntries(linesOf(profile));
    expect(lines).toMatchObject({ 出生: '1974-03-12', 文化程度: '小学', 健康情况: '她没有同意登记' });
    const bare = { ...profile, bornOn: null, bornInYear: null, education: null, mayKeepHealth: true };
    const said = Object.fromEntries(linesOf({ ...bare, isRegisteredPoor: false }));
    expect(said).toMatchObject({
      出生: '没登记',
      文化程度: '没登记',
      健康情况: '没登记',
      建档立卡: '不在册',
    });
  });

  it('tells a change as before and after, and a deed by its name', () => {
    const change = { id: '1', at: '', byName: '', field: 'phone', fieldName: '手机号' } as const;
    expect(sayChange({ ...change, before: null, after: '139****1234' })).toBe('手机号 空 → 139****1234');
    expect(sayChange({ ...change, before: null, after: null })).toBe('手机号');
  });
});

describe('Taking her file to another village', () => {
  it.each([
    ['230129101202', '嫁过去了', true],
    ['230129101202', ' 嫁 ', false],
    ['', '嫁过去了', false],
    ['230129101201', '嫁过去了', false],
  ])('to %p because %p: %p', (villageCode, reason, may) => {
    expect(mayRelocate({ villageCode: '230129101201' }, villageCode, reason)).toBe(may);
  });
});
