/** A phone has no keyboard of its own to listen to: there every choice is tapped. */
export function useKeys(_: ((key: string) => void) | undefined): void {}

/** Only a browser moves the keyboard's place by itself. */
export function enterField(_: string): void {}

export function leaveField(): void {}
