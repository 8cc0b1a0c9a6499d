import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { digits, pressed } from './model';
import { onKey } from './keys';

interface KeypadProps {
  /** What the last number came to. */
  readonly says: string;
  readonly onEnter: (typed: string) => void;
}

/** Large keys for row numbers; in a browser the keyboard does the same. */
export function Keypad({ says, onEnter }: KeypadProps) {
  const [typed, setTyped] = useState('');
  const press = (key: string) => {
    if (key !== 'enter') return setTyped(pressed(typed, key));
    if (typed === '') return;
    onEnter(typed);
    setTyped('');
  };
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => onKey((key) => latest.current(key)), []);
  return (
    <View className="keypad">
      <View className="keypad-shown" id="typed">
        {typed === '' ? says || '按表上的号' : `${typed}号`}
      </View>
      <View className="keypad-keys">
        {digits.slice(0, 9).map((digit) => (
          <Key key={digit} name={digit} onTap={() => press(digit)} />
        ))}
        <Key name="删" id="back" onTap={() => press('back')} />
        <Key name="0" onTap={() => press('0')} />
        <Key name="记" id="enter" onTap={() => press('enter')} />
      </View>
    </View>
  );
}

function Key({ name, id = name, onTap }: { name: string; id?: string; onTap: () => void }) {
  return (
    <View
      id={`key-${id}`}
      className={`keypad-key ${id === 'enter' ? 'keypad-enter' : ''}`}
      onClick={onTap}
      aria-role="button"
    >
      {name}
    </View>
  );
}
