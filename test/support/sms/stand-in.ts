import { createServer, type IncomingMessage } from 'node:http';
import { authorizationOf } from '../../../server/notices/sms/tc3';

/** How the stand-in answers: the status of the one number, an error of the gateway, or a broken line. */
export type SmsFault = { readonly status: string } | { readonly error: string } | 'hang' | 'half' | 'down';

export interface SentSms {
  readonly PhoneNumberSet: readonly string[];
  readonly SmsSdkAppId: string;
  readonly SignName: string;
  readonly TemplateId: string;
  readonly TemplateParamSet: readonly string[];
}

export interface SmsStandIn {
  readonly settings: Readonly<Record<string, string>>;
  readonly sent: readonly SentSms[];
  failNext(fault: SmsFault, times?: number): void;
  close(): Promise<void>;
}

const account = { secretId: 'AKIDstandin', secretKey: 'the-secret-of-the-stand-in' } as const;
const oldestMs = 5 * 60_000;

/** Speaks `SendSms` of Tencent Cloud SMS: signature, age of the request, one status for each number. */
export async function startSms(): Promise<SmsStandIn> {
  const sent: SentSms[] = [];
  const faults: SmsFault[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const fault = faults.shift();
      if (fault === 'hang') return;
      if (fault === 'down') return void response.destroy();
      const Response = answerTo(request, body, fault);
      const text = JSON.stringify({ Response });
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      });
      if (fault !== 'half') return void response.end(text);
      response.write(text.slice(0, 10), () => response.destroy());
    });
  });

  function answerTo({ headers }: IncomingMessage, body: string, fault: SmsFault | undefined): object {
    const at = new Date(Number(headers['x-tc-timestamp']) * 1000);
    const call = { service: 'sms', host: headers.host ?? '', action: 'SendSms', body, at };
    const isOurs = headers.authorization === authorizationOf(call, account);
    if (!isOurs) return { Error: { Code: 'AuthFailure.SignatureFailure' } };
    if (Math.abs(Date.now() - at.getTime()) > oldestMs)
      return { Error: { Code: 'AuthFailure.SignatureExpire' } };
    if (typeof fault === 'object' && 'error' in fault) return { Error: { Code: fault.error } };
    const sms = JSON.parse(body) as SentSms;
    const status = typeof fault === 'object' ? fault.status : 'Ok';
    if (status === 'Ok') sent.push(sms);
    return { SendStatusSet: [{ Code: status, PhoneNumber: sms.PhoneNumberSet[0] }], RequestId: 'r' };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  return {
    settings: {
      SMS_API_URL: `http://127.0.0.1:${address.port}`,
      ...{ SMS_SECRET_ID: account.secretId, SMS_SECRET_KEY: account.secretKey, SMS_APP_ID: '1400006666' },
      ...{ SMS_SIGNATURE: '巾帼培训', SMS_TEMPLATES: 'result=11:1=title,2=note change=12:1=title,2=note' },
    },
    sent,
    failNext: (fault, times = 1) => faults.push(...Array.from({ length: times }, () => fault)),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
