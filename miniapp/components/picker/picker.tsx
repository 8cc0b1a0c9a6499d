import { Picker as Native } from '@tarojs/components';
import type { PickerProps } from './picker-props';

/** One of a list, or a day, by the phone's own wheel. */
export function Picker(props: PickerProps) {
  const { children, onChange } = props;
  const heard = ({ detail }: { detail: { value: unknown } }) =>
    onChange({ detail: { value: String(detail.value) } });
  if (props.mode === 'date') {
    const { value, start, end } = props;
    return (
      <Native mode="date" value={value} start={start} end={end} onChange={heard}>
        {children}
      </Native>
    );
  }
  return (
    <Native mode="selector" range={[...props.range]} value={Math.max(0, props.value)} onChange={heard}>
      {children}
    </Native>
  );
}
