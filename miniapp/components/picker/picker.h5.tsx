import type { PickerProps } from './picker-props';
import './picker.scss';

/**
 * One of a list, or a day, by the browser's own control: Taro's wheel is for fingers only. It lies unseen over what is
 * shown, and comes to sight when the keyboard reaches it.
 */
export function Picker(props: PickerProps) {
  return (
    <label className="picker">
      {props.children}
      {props.mode === 'selector' ? <Choose {...props} /> : <Day {...props} />}
    </label>
  );
}

function Choose({ range, value, onChange }: Extract<PickerProps, { mode: 'selector' }>) {
  return (
    <select
      className="picker-native"
      value={range[value] === undefined ? '' : value}
      onChange={({ target }) => onChange({ detail: { value: target.value } })}
    >
      <option value="" hidden />
      {range.map((name, place) => (
        <option key={place} value={place}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Day({ value, start, end, onChange }: Extract<PickerProps, { mode: 'date' }>) {
  return (
    <input
      className="picker-native"
      type="date"
      value={value}
      min={start}
      max={end}
      // A mouse opens the calendar wherever it clicks, not only on the browser's small picture of one.
      onClick={({ currentTarget }) => currentTarget.showPicker?.()}
      onChange={({ target }) => {
        if (target.value !== '') onChange({ detail: { value: target.value } });
      }}
    />
  );
}
