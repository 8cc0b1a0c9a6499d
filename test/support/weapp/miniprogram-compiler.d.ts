declare module 'miniprogram-compiler' {
  /** Compiles every .wxml below a folder; answers the body of a function that returns `$gwx`. */
  export function wxmlToJs(folder: string, options?: { maxBuffer?: number }): string;
}
