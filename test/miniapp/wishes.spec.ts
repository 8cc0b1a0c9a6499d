import { refusedIn, wishOf, words } from '../../miniapp/permissions/wishes';

describe('What the phone gives only with her leave', () => {
  it.each([
    ['scanCode:fail cancel', 'cancelled'],
    ['chooseMedia:fail cancel', 'cancelled'],
    ['chooseMedia:fail privacy permission is not authorized', 'privacy'],
    ['scanCode:fail auth deny', 'forbidden'],
    ['chooseMedia:fail:auth denied', 'forbidden'],
    ['scanCode:fail authorize no response', 'forbidden'],
    ['chooseMedia:fail system permission denied', 'forbidden'],
    ['chooseMedia:fail the file is too large', undefined],
    ['', undefined],
  ])('reads "%s" as %s', (errMsg, refused) => expect(refusedIn(errMsg)).toBe(refused));

  it.each([
    ['button.getPhoneNumber', 'phone'],
    ['chooseMedia', 'photo'],
    ['chooseImage', 'photo'],
    ['scanCode', 'scan'],
    ['getClipboardData', undefined],
  ])('knows that "%s" is the wish %s', (referrer, wish) => expect(wishOf(referrer)).toBe(wish));

  it('says for each why it is asked and what goes on without it', () => {
    for (const { reason, without } of Object.values(words)) {
      expect(reason.length).toBeGreaterThan(8);
      expect(without).toMatch(/不要紧|也行/);
    }
  });
});
