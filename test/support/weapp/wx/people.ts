import { WxFailure, type Area, type Host } from './host';

const allowed = [
  'authorize',
  'checkSession',
  'makePhoneCall',
  'openSetting',
  'openLocation',
  'requirePrivacyAuthorize',
  'openPrivacyContract',
  'vibrateShort',
  'vibrateLong',
  'openCustomerServiceChat',
];

/** Who she is, and what she allows. Put a name into `phone.refused` and it is refused. */
export function people(host: Host): Area {
  const { phone } = host;
  return {
    later: {
      ...Object.fromEntries(allowed.map((name) => [name, () => undefined])),
      login: async () => {
        if (!phone.isConnected) throw new WxFailure('');
        return { code: await phone.loginCode() };
      },
      scanCode: () => {
        const result = phone.answers.scan();
        if (result === undefined) throw new WxFailure('cancel');
        return { result, scanType: 'QR_CODE' };
      },
      getSetting: () => ({ authSetting: {}, subscriptionsSetting: { mainSwitch: true, itemSettings: {} } }),
      getPrivacySetting: () => ({ needAuthorization: false, privacyContractName: '《隐私保护指引》' }),
      requestSubscribeMessage: ({ tmplIds }) => {
        const ids = tmplIds as readonly string[];
        if (!host.isTapped) throw new WxFailure('can only be invoked by user TAP gesture.');
        if (ids.length < 1) throw new WxFailure('TmplIds can not be empty');
        if (ids.length > 3) throw new WxFailure('The number of templates exceeds the limit');
        return Object.fromEntries(ids.map((id) => [id, phone.answers.subscribe(id)]));
      },
    },
  };
}
