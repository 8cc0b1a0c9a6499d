import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { say } from '../page/page';
import { Speak } from './speak';
import './speak.scss';

interface ReadAloudProps {
  readonly id: string;
  readonly says: string;
  /** A person's voice, where the staff sent one: it goes before the platform's. */
  readonly audioFileId: string | null;
}

/** Reads an article aloud: by the recording where there is one, else by the platform's voice, else there is nothing here. */
export function ReadAloud({ id, says, audioFileId }: ReadAloudProps) {
  return audioFileId ? <Recording key={audioFileId} fileId={audioFileId} /> : <Speak id={id} says={says} />;
}

function Recording({ fileId }: { fileId: string }) {
  const [isPlaying, setPlaying] = useState(false);
  const player = useRef<Taro.InnerAudioContext>();
  useEffect(() => () => player.current?.destroy(), []);
  const turn = () => {
    if (isPlaying) {
      player.current?.pause();
      setPlaying(false);
      return;
    }
    if (!player.current) {
      const audio = Taro.createInnerAudioContext();
      audio.src = `${process.env.TARO_APP_API ?? ''}/api/files/${fileId}`;
      audio.onEnded(() => setPlaying(false));
      audio.onError(() => {
        setPlaying(false);
        say('录音没有放出来，请过一会儿再试。');
      });
      player.current = audio;
    }
    player.current.play();
    setPlaying(true);
  };
  return (
    <View id="recording" className="speak speak-wide" onClick={turn} aria-role="button">
      {isPlaying ? '停一停' : '听人念这篇'}
    </View>
  );
}
