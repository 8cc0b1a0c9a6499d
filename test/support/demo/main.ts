import { readSettings, SettingsError } from '../../../config/settings';
import { Clock } from '../../../server/calendar/clock';
import { listen } from '../../../server/listen';
import { startWechat, testAccount } from '../wechat/stand-in';
import { taskTemplate, templates } from '../wechat/templates';
import { DemoModule } from './demo.module';

/** A journey may let days pass: the demo then lives so many days ahead of the machine. */
function passDays(days: number): void {
  const ahead = days * 24 * 60 * 60 * 1000;
  Clock.prototype.now = () => new Date(Date.now() + ahead);
}

/** The whole product with a stand-in for WeChat and invented people: what `npm start` runs outside production. */
async function main(): Promise<void> {
  passDays(Number(process.env.DEMO_DAYS_AHEAD ?? 0));
  // The developer tools of WeChat bring login codes of their own.
  const wechat = await startWechat({ acceptAnyCode: true });
  const { appId: WECHAT_APP_ID, appSecret: WECHAT_APP_SECRET } = testAccount;
  const settings = readSettings({
    WECHAT_TEMPLATES: `${templates.WECHAT_TEMPLATES} ${taskTemplate}`,
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
