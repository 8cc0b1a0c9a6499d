import { Account } from '../../server/accounts/account.entity';
import type { ClaimedView, PhoneProofView } from '../../server/duplicates/claims/claims.view';
import type { NearPairsPageView } from '../../server/duplicates/near.view';
import type { CardAnswerView } from '../../server/needs/needs.view';
import type { WomanChangeView } from '../../server/women/profiles.view';
import type { WomanView } from '../../server/women/women.view';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { aCard, anEntry, anOpenid, aWoman, helper } from '../support/house/people';
import { yanshou } from '../support/house/places';
import { dump } from '../support/house/rows';

const phone = '13904567777';

describeHouse('A file that a helper opened', () => {
  let house: House;
  let here: Caller;
  beforeEach(async () => {
    house = await openHouse();
    here = await helper(house, yanshou.township);
  });
  afterEach(() => house.close());

  const aFile = async (other: object = {}) =>
    granted(await here.post<WomanView>('/women', anEntry({ phone, ...other }))).id;
  const look = async (by: Caller, number = phone) =>
    granted(await by.post<PhoneProofView>('/claims/phones', { code: house.wechat.issuePhoneCode(number) }));
  const claim = (by: Caller, proof: string, womanId: string) =>
    by.post<ClaimedView>('/claims', { proof, womanId });

  it('becomes hers by the phone that WeChat tells: the same file, the same needs, both histories', async () => {
    const id = await aFile();
    granted(await here.put(`/women/${id}/need-card`, aCard({ families: ['breeding'], source: 'visit' })));
    const her = await house.signIn(anOpenid());
    const { proof, files, phone: masked } = await look(her);
    expect([masked, files]).toEqual([
      '139****7777',
      [{ womanId: id, name: '王某英', villageName: '延寿县 六团镇 凌河村' }],
    ]);
    expect(granted(await claim(her, proof, id))).toEqual({ womanId: id });
    expect(granted(await claim(her, proof, id))).toEqual({ womanId: id });
    expect(granted(await her.get<CardAnswerView>(`/women/${id}/need-card`)).card).toMatchObject({
      families: ['breeding'],
    });
    const changes = granted(await her.get<WomanChangeView[]>(`/women/${id}/changes`));
    expect(changes.map(({ field }) => field)).toEqual(['claimed', 'opened']);
    expect(await her.post('/women', anEntry())).toMatchObject({ code: 'woman.alreadyRegistered' });
  });

  it('and her own become one where she had one already; each history is kept', async () => {
    const id = await aFile({ name: '王秀瑛' });
    granted(await here.put(`/women/${id}/need-card`, aCard({ families: ['breeding'], source: 'visit' })));
    const her = await aWoman(house);
    const { proof } = await look(her.calls);
    expect(granted(await claim(her.calls, proof, id))).toEqual({ womanId: her.id });
    const card = granted(await her.calls.get<CardAnswerView>(`/women/${her.id}/need-card`)).card;
    expect(card).toMatchObject({ families: ['breeding'] });
    expect(granted(await her.calls.get<WomanView>(`/women/${her.id}`)).phone).toBe('139****7777');
    const changes = granted(await her.calls.get<WomanChangeView[]>(`/women/${her.id}/changes`));
    expect(changes.map(({ field }) => field).sort()).toEqual(['claimed', 'merged', 'opened', 'opened']);
    expect(await here.get(`/women/${id}`)).toMatchObject({ status: 404 });
  });

  it('of a family’s one phone is chosen by name, and whoever is chosen already is offered to nobody', async () => {
    const [mother, daughter] = [await aFile({ name: '李桂兰' }), await aFile({ name: '王小梅' })];
    const her = await house.signIn(anOpenid());
    const { proof, files } = await look(her);
    expect(files.map(({ name }) => name)).toEqual(['李某兰', '王某梅']);
    granted(await claim(her, proof, daughter));
    const beside = await house.signIn(anOpenid());
    const second = await look(beside);
    expect(second.files.map(({ womanId }) => womanId)).toEqual([mother]);
    expect(await claim(beside, second.proof, daughter)).toMatchObject({ status: 404 });
    expect(await claim(beside, proof, mother)).toMatchObject({ status: 409, code: 'claim.proofOver' });
  });

  it('is nobody’s by another phone, by a proof of another, by one that is old or made up', async () => {
    const id = await aFile();
    const her = await house.signIn(anOpenid());
    const { proof, files } = await look(her, '13904568888');
    expect(files).toEqual([]);
    const before = await dump(house);
    expect(await claim(her, proof, id)).toMatchObject({ status: 404, code: 'thing.notFound' });
    const elsewhere = '01890000-0000-7000-8000-000000000000';
    expect(await claim(her, proof, elsewhere)).toMatchObject({ status: 404, code: 'thing.notFound' });
    expect(await claim(her, 'v1.k1.a.b.c', id)).toMatchObject({ code: 'claim.proofOver' });
    expect(await here.post('/claims/phones', { code: 'x' })).toMatchObject({ status: 403 });
    const right = await look(her);
    house.setClock(new Date(house.now().getTime() + 31 * 60 * 1000).toISOString());
    expect(await claim(her, right.proof, id)).toMatchObject({ status: 409, code: 'claim.proofOver' });
    expect(await dump(house)).toMatchObject({ women: before.women, accounts: before.accounts });
  });

  it('asked for by two phones at once is one account’s', async () => {
    const id = await aFile();
    const both = await Promise.all([1, 2].map(() => house.signIn(anOpenid())));
    const proofs = await Promise.all(both.map((by) => look(by)));
    const answers = await Promise.all(both.map((by, place) => claim(by, proofs[place]!.proof, id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(await house.database.rows.countBy(Account, { womanId: id })).toBe(1);
  });

  it('gives its number to a new one where she is none of those', async () => {
    await aFile();
    const her = await house.signIn(anOpenid());
    const { proof } = await look(her);
    const entry = anEntry({ name: '赵春梅', phoneProof: proof });
    expect(granted(await her.post<WomanView>('/women', entry)).phone).toBe('139****7777');
  });

  it('whose number she only typed lies beside her own until her helper has looked', async () => {
    const id = await aFile();
    const her = await aWoman(house, { phone });
    expect(her.id).not.toBe(id);
    const { pairs } = granted(await here.get<NearPairsPageView>('/near-pairs'));
    expect(pairs.map(({ first, second }) => [first.id, second.id].sort())).toEqual([[id, her.id].sort()]);
    expect(pairs[0]!.staysId).toBe(her.id);
    granted(await here.post('/merges', { keptId: her.id, mergedId: id }));
    expect(granted(await here.get<NearPairsPageView>('/near-pairs')).total).toBe(0);
  });
});
