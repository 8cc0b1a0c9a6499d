/** A phone has no keyboard of its own to listen to: there every choice is tapped. */
export function useKeys(_: ((key: string) => void) | undefined): void {}
