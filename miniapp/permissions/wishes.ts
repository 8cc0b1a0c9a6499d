/** What the phone gives only with her leave, each asked for at the moment of its use. */
export type Wish = 'photo' | 'scan' | 'phone' | 'messages';

interface Words {
  /** Why it is asked for: stands in the dialogue before she answers. */
  readonly reason: string;
  /** What goes on without it: stands there after she said no. */
  readonly without: string;
}

export const words: Readonly<Record<Wish, Words>> = {
  photo: {
    reason: '要用一下相机或相册，只传您挑的这一张照片。',
    without: '没有照片也不要紧，以后再传。',
  },
  scan: {
    reason: '要用一下相机扫码，不拍照，也不存照片。',
    without: '不扫码也行，请老师在名单上点您的名字。',
  },
  phone: {
    reason: '用您微信里的手机号，开班、改时间好通知您。',
    without: '不给也行，手机号可以自己填，也可以不填。',
  },
  messages: {
    reason: '有结果、改时间，在微信里告诉您。',
    without: '不收也行，打开“我的”就能看到。',
  },
};

/** Which wish WeChat means by the name of a function or a button. */
export function wishOf(referrer: string): Wish | undefined {
  if (/phoneNumber/i.test(referrer)) return 'phone';
  if (/scan/i.test(referrer)) return 'scan';
  if (/choose(Media|Image)|camera/i.test(referrer)) return 'photo';
  return undefined;
}

export type Refused =
  /** She changed her mind: nothing is to be said. */
  | 'cancelled'
  /** She said no to the privacy dialogue; she is asked again next time. */
  | 'privacy'
  /** She or the phone has forbidden it: only its settings open it again. */
  | 'forbidden';

/** What the phone's answer means, or undefined where something else went wrong. */
export function refusedIn(errMsg: string): Refused | undefined {
  if (/cancel/i.test(errMsg)) return 'cancelled';
  if (/privacy/i.test(errMsg)) return 'privacy';
  if (/auth(orize)?:? ?den|authorize no response|permission denied|no permission/i.test(errMsg))
    return 'forbidden';
  return undefined;
}
