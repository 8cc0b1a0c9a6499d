import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { sayInstant } from '../../../server/calendar/days.rules';
import { readScan } from '../../../server/accounts/scans.rules';
import { call } from '../../api/call';
import { download } from '../../api/download';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Answered, Page, say } from '../../components/page/page';
import { Section } from '../../components/section/section';
import { go, routes } from '../../routes';
import './index.scss';

/** The bridge to paper: a sheet to print before the class, to be entered after it. */
export default function SheetsPage() {
  const { id = '' } = useRouter().params;
  const asking = useAnswer(() => call('GET /api/sessions/{id}/sheets', { path: { id } }), id);
  const { isBusy, does } = useDeed();
  const print = () =>
    does(async () => {
      const sheet = await call('POST /api/sessions/{id}/sheets', { path: { id } });
      await download(`/api/sheets/${sheet.id}/paper`);
      asking.again();
    });
  const scan = async () => {
    const scanned = await Taro.scanCode({ onlyFromCamera: true }).catch(() => undefined);
    if (!scanned) return;
    const found = readScan(scanned.result);
    if (found?.kind === 'sheet') go(routes.sheet(found.value));
    else say('这不是签到表上的码');
  };
  return (
    <Page title="纸质签到表">
      <View className="sheets-says">
        没有信号、没有电也能签到：课前打印一张，课上请大家签名，课后录进来，再拍张照片存底。
      </View>
      <Button id="print" isBusy={isBusy} onTap={print}>
        打印一张签到表
      </Button>
      {process.env.TARO_ENV !== 'h5' && (
        <Button id="scan-sheet" kind="plain" onTap={() => void scan()}>
          扫签到表上的码，录入
        </Button>
      )}
      <Answered asking={asking}>
        {(sheets) => (
          <Section title="这节课打印过的">
            {sheets.length === 0 && <View className="sheets-says">还没有打印过。</View>}
            {sheets.map(({ id: sheetId, printedAt, women, photos }) => (
              <View
                key={sheetId}
                id={`sheet-${sheetId}`}
                className="sheets-one"
                aria-role="link"
                onClick={() => go(routes.sheet(sheetId))}
              >
                <View className="sheets-name">{women}人的签到表</View>
                <View className="sheets-says">
                  {sayInstant(new Date(printedAt))}打印 · {photos > 0 ? `有${photos}张照片` : '还没有照片'}
                </View>
              </View>
            ))}
          </Section>
        )}
      </Answered>
    </Page>
  );
}
