import { Button as Native } from '@tarojs/components';
import type { PhoneButtonProps } from './phone-button.h5';
import '../button/button.scss';

/** WeChat's own button: she allows it, and the server learns her number by the code. A refusal is no trouble. */
export function PhoneButton({ id, isBusy, onCode, children }: PhoneButtonProps) {
  return (
    <Native
      id={id}
      className={`button button-plain ${isBusy ? 'button-off' : ''}`}
      openType="getPhoneNumber"
      onGetPhoneNumber={({ detail }) => {
        if (detail.code && !isBusy) onCode(detail.code);
      }}
    >
      {isBusy ? '请稍等…' : children}
    </Native>
  );
}
