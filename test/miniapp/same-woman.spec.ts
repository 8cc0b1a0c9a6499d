import { entryRows } from '../../miniapp/components/near-files/model';
import { sideRows, type FileSide } from '../../miniapp/components/sides/model';
import { sayList, sayMerge, sayPreview, type Preview } from '../../miniapp/office/same-woman/model';
import { candidatesOf } from '../../miniapp/office/sitting/model';

const side = (other: Partial<FileSide> = {}): FileSide => ({
  ...{ id: 'a', name: '王秀英', villageName: '凌河村', born: '1974年', phone: '139****1234', identity: null },
  ...{ householdCode: null, relation: null, education: null, isRegisteredPoor: false, hasWechat: false },
  ...{
    needs: [],
    enrolments: 0,
    certificates: 0,
    openedAt: '2026-11-20T01:00:00.000Z',
    openedByName: '周雅茹',
  },
  ...other,
});

describe('Two files side by side', () => {
  it('say every fact of either, a dash where one says nothing, and mark what differs', () => {
    const rows = sideRows(
      side(),
      side({ id: 'b', name: '王秀瑛', born: null, needs: ['柳编'], enrolments: 2 }),
      ['name'],
    );
    expect(rows).toEqual([
      { name: '姓名', first: '王秀英', second: '王秀瑛', differs: true },
      { name: '所在的村', first: '凌河村', second: '凌河村', differs: false },
      { name: '出生', first: '1974年', second: '—', differs: false },
      { name: '手机号', first: '139****1234', second: '139****1234', differs: false },
      { name: '想学', first: '—', second: '柳编', differs: false },
      { name: '报名', first: '—', second: '2次', differs: false },
      { name: '建档', first: '2026-11-20 周雅茹', second: '2026-11-20 周雅茹', differs: false },
    ]);
  });

  it('before the second is written, with her typed phone masked', () => {
    const entry = { name: '王秀瑛', villageCode: '1', phone: '13904569999', consentWords: '', agrees: true };
    const rows = entryRows(entry, '', side());
    expect(rows.filter(({ differs }) => differs).map(({ name }) => name)).toEqual(['姓名', '手机号']);
    expect(JSON.stringify(rows)).not.toContain('13904569999');
    expect(rows.find(({ name }) => name === '建档')).toMatchObject({ first: '—' });
  });

  it('before a merge say what stays, what comes over and what ends for good', () => {
    const preview: Preview = {
      ...{ kept: side(), merged: side({ id: 'b', name: '王秀瑛' }), comes: ['手机号', '备注'] },
      ...{ enrolments: 1, needs: 2, marks: 0, certificates: 0, bringsWechat: true, ends: ['柳编'] },
    };
    const { comes, ends } = sayPreview(preview);
    expect(comes).toEqual([
      '留下“王秀英”（凌河村）这一份，她的编号不变。',
      '补上：手机号、备注。',
      '并过来：2样想学的、1次报名。',
      '她的微信接到这一份上。',
      '“王秀瑛”那一份不再出现在名单里，两份的修改记录都留着。',
    ]);
    expect(ends).toHaveLength(1);
    expect(
      sayPreview({ ...preview, comes: [], enrolments: 0, needs: 0, bringsWechat: false }).comes,
    ).toHaveLength(2);
  });

  it('are told by how many there are, and how many are still being compared', () => {
    expect(sayList({ pairs: [], total: 0, waiting: 0 })).toBe('眼下没有要核对的档案。');
    expect(sayList({ pairs: [], total: 3, waiting: 40 })).toContain('还有40份档案正在比对');
    const merge = {
      ...{ id: '', keptId: '', keptName: '王秀英', mergedName: '王秀瑛', villageName: '', byName: '周雅茹' },
      ...{ at: '2026-11-23T01:00:00.000Z', undoneAt: null },
    };
    expect(sayMerge(merge)).toContain('王秀瑛 → 王秀英 · 周雅茹');
    expect(sayMerge({ ...merge, undoneAt: merge.at })).toContain('已分开');
  });

  it('at a sitting come first when they are near, and nobody twice', () => {
    const near = [{ file: side(), why: ['姓名同音'], isVeryNear: false }];
    const found = candidatesOf(near, [
      { id: 'a', name: '王秀英', villageName: '凌河村' },
      { id: 'c', name: '王秀瑛', villageName: '凌河村' },
    ]);
    expect(found).toEqual([
      { id: 'a', name: '王秀英', villageName: '凌河村', why: ['姓名同音'] },
      { id: 'c', name: '王秀瑛', villageName: '凌河村' },
    ]);
  });
});
