import { Input, View } from '@tarojs/components';
import './field.scss';

interface FieldProps {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly about?: string;
  readonly isSecret?: boolean;
  readonly type?: 'text' | 'number';
  readonly longest?: number;
  /** Enter on a keyboard does what the page's button does. */
  readonly onEnter?: () => void;
}

/** One thing to be typed, with its name above it. */
export function Field({
  id,
  name,
  value,
  onInput,
  about,
  isSecret = false,
  type = 'text',
  longest = 128,
  onEnter,
}: FieldProps) {
  return (
    <View className="field-one">
      <View className="field-one-name">{name}</View>
      <Input
        id={id}
        className="field-one-input"
        aria-label={name}
        type={type}
        password={isSecret}
        value={value}
        maxlength={longest}
        onInput={({ detail }) => onInput(detail.value)}
        onConfirm={onEnter}
      />
      {about && <View className="field-one-about">{about}</View>}
    </View>
  );
}
