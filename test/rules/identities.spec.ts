import fc from 'fast-check';
import { checkOf, readIdentity } from '../../server/women/identity.rules';
import { consentsHeld } from '../../server/women/consents.rules';
import { maskIdentity } from '../../server/secrecy/mask.rules';

const today = '2026-11-24';

/** The number whose first seventeen digits these are; area 239901 does not exist. */
const whole = (seventeen: string) => `${seventeen}${checkOf(seventeen)}`;
const hers = whole('23990119740312002');

describe('An identity number', () => {
  it('is read with its birth date, also with full-width digits, spaces, strokes and a small x', () => {
    expect(readIdentity('11010519491231002X', today)).toEqual({
      identity: '11010519491231002X',
      bornOn: '1949-12-31',
    });
    for (const typed of [
      '11010519491231002x',
      ' 110105 19491231 002x ',
      '１１０１０５１９４９１２３１００２ｘ',
      '110105-19491231-002X',
    ])
      expect(readIdentity(typed, today)).toMatchObject({ identity: '11010519491231002X' });
  });

  it.each([
    ['one digit short', hers.slice(1), 'identity.digits'],
    ['the old fifteen digits', '239901740312002', 'identity.digits'],
    ['empty', '', 'identity.digits'],
    ['with a letter inside', `A${hers.slice(1)}`, 'identity.digits'],
    ['with a wrong check digit', `${hers.slice(0, 17)}${hers[17] === '1' ? '2' : '1'}`, 'identity.check'],
    ['with two digits changed over', `23990119743012002${hers[17]}`, 'identity.check'],
    ['of the thirtieth of February', whole('23990119740230002'), 'identity.birth'],
    ['of tomorrow', whole('23990120261125002'), 'identity.birth'],
    ['of somebody of a hundred and thirty', whole('23990118960312002'), 'identity.birth'],
    ['of a man', whole('23990119740312001'), 'identity.sex'],
    ['in scientific notation', '2.39901E+17', 'identity.rounded'],
    ['with its last digits rounded away', '239901197403120000', 'identity.rounded'],
  ])('%s is refused with its reason', (_, typed, refused) => {
    expect(readIdentity(typed, today)).toEqual({ refused });
  });

  it('with any single digit mistyped is refused', () => {
    fc.assert(
      fc.property(fc.nat(17), fc.nat(9), (place, digit) => {
        const typed = hers.slice(0, place) + String(digit) + hers.slice(place + 1);
        return typed === hers || 'refused' in readIdentity(typed, today);
      }),
    );
  });

  it('leaves the server as its last character', () => {
    expect(maskIdentity('11010519491231002X')).toBe('*****************X');
  });
});

describe('Consent', () => {
  const row = (id: string, isWithdrawal: boolean, at: string, purpose = 'needs' as const) => ({
    ...{ id, purpose, isWithdrawal, givenAt: new Date(at) },
  });

  it('is what the latest row says, whatever the order in which rows come', () => {
    const given = row('1', false, '2026-01-01');
    const withdrawn = row('2', true, '2026-02-01');
    const again = row('3', false, '2026-03-01');
    expect([...consentsHeld([])]).toEqual([]);
    expect([...consentsHeld([given])]).toEqual(['needs']);
    for (const rows of [
      [given, withdrawn],
      [withdrawn, given],
    ])
      expect([...consentsHeld(rows)]).toEqual([]);
    expect([...consentsHeld([again, given, withdrawn])]).toEqual(['needs']);
  });

  it('of two rows in one millisecond follows the later id', () => {
    const rows = [row('2', true, '2026-01-01'), row('1', false, '2026-01-01')];
    expect([...consentsHeld(rows)]).toEqual([]);
  });
});
