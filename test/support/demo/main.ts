import { readSettings, SettingsError } from '../../../config/settings';
import { listen } from '../../../server/listen';
import { startWechat, testAccount } from '../wechat/stand-in';
import { DemoModule } from './demo.module';

/** The whole product with a stand-in for WeChat and invented people: what `npm start` runs outside production. */
async function main(): Promise<void> {
  // The developer tools of WeChat bring login codes of their own.
  const wechat = await startWechat({ acceptAnyCode: true });
  const { appId: WECHAT_APP_ID, appSecret: WECHAT_APP_SECRET } = testAccount;
  const settings = readSettings({
    ...process.env,
    WECHAT_API_URL: wechat.url,
    WECHAT_APP_ID,
    WECHAT_APP_SECRET,
  });
  await listen(settings, { beside: [DemoModule.with(wechat)] });
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof SettingsError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
});
