import { Button as Native } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import './button.scss';

interface ButtonProps {
  readonly id?: string;
  readonly onTap: () => void;
  /** `main` is the one action of a screen; `plain` stands beside it; `quiet` is for what is seldom wanted. */
  readonly kind?: 'main' | 'plain' | 'quiet';
  readonly isBusy?: boolean;
  readonly isOff?: boolean;
}

/**
 * A button large enough for a thumb. While it is busy it says so and does nothing.
 * It is off by what it does, not by `disabled`: both platforms draw that in greys of their own that cannot be read.
 */
export function Button({
  id,
  onTap,
  kind = 'main',
  isBusy = false,
  isOff = false,
  children,
}: PropsWithChildren<ButtonProps>) {
  const off = isBusy || isOff;
  return (
    <Native
      id={id}
      className={`button button-${kind} ${off ? 'button-off' : ''}`}
      aria-disabled={off}
      onClick={() => off || onTap()}
    >
      {isBusy ? '请稍等…' : children}
    </Native>
  );
}
