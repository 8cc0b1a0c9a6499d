import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { sayDate } from '../../../server/calendar/days.rules';
import { call, type Answer } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Field } from '../../components/field/field';
import { Answered, Page } from '../../components/page/page';
import './index.scss';

type Checked = Answer<'GET /api/certificates/check'>;

/** Whether a certificate is genuine: for anybody, without signing in. */
export default function CertificatePage() {
  const { number } = useRouter().params;
  return <Page title="查证书">{number ? <Scanned number={number} /> : <Typed />}</Page>;
}

function Scanned({ number }: { number: string }) {
  const asking = useAnswer(() => call('GET /api/certificates/check', { query: { number } }), number);
  return <Answered asking={asking}>{(checked) => <Found checked={checked} />}</Answered>;
}

function Typed() {
  const [number, setNumber] = useState('');
  const [checked, setChecked] = useState<Checked>();
  const { isBusy, does } = useDeed();
  const check = () =>
    does(async () => setChecked(await call('GET /api/certificates/check', { query: { number } })));
  return (
    <>
      <Field
        id="number"
        name="证书编号"
        about="在证书右下角，像 230129-2026-K7QMD-2XHRA。"
        value={number}
        longest={60}
        onInput={setNumber}
        onEnter={check}
      />
      <Button id="check" isBusy={isBusy} isOff={number.trim() === ''} onTap={check}>
        查一查
      </Button>
      {checked && <Found checked={checked} />}
    </>
  );
}

function Found({ checked: { number, name, title, completedOn, isRevoked } }: { checked: Checked }) {
  return (
    <View className={`certificate ${isRevoked ? 'certificate-revoked' : ''}`} id="certificate">
      <View className="certificate-says">{isRevoked ? '这张证书已经作废' : '✓ 这张证书是真的'}</View>
      <View className="certificate-name">{name}</View>
      <View className="certificate-title">“{title}”</View>
      <View>{sayDate(completedOn)}结业</View>
      <View className="certificate-number">{number}</View>
    </View>
  );
}
