import { Image, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import picture from '../../pictures/icon-speak.svg';
import './speak.scss';

interface SpeakProps {
  readonly id: string;
  readonly says: string;
}

/** Says aloud what stands on the screen; shown only where the browser has a Chinese voice. */
export function Speak({ id, says }: SpeakProps) {
  const voice = useChineseVoice();
  useEffect(() => () => window.speechSynthesis?.cancel(), [says]);
  if (!voice) return null;
  const speak = () => {
    const words = new SpeechSynthesisUtterance(says);
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = 0.85;
    window.speechSynthesis.cancel();
    window.speechSynthesis.speak(words);
  };
  return (
    <View id={`speak-${id}`} className="speak" onClick={speak} aria-role="button" aria-label="念给我听">
      <Image className="speak-picture" src={picture} mode="aspectFit" />
      <View>听</View>
    </View>
  );
}

/** Browsers load their voices after the page. */
function useChineseVoice(): SpeechSynthesisVoice | undefined {
  const [voice, setVoice] = useState(chineseVoice);
  useEffect(() => {
    const synthesis = window.speechSynthesis;
    if (!synthesis?.addEventListener) return undefined;
    const look = () => setVoice(chineseVoice());
    synthesis.addEventListener('voiceschanged', look);
    return () => synthesis.removeEventListener('voiceschanged', look);
  }, []);
  return voice;
}

function chineseVoice(): SpeechSynthesisVoice | undefined {
  const voices = window.speechSynthesis?.getVoices() ?? [];
  return voices.find(({ lang }) => /^(zh|cmn)/i.test(lang));
}
