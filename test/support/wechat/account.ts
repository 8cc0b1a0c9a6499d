/** The account of the stand-in; its server is started with the same two values. */
export const testAccount = { appId: 'wxtest', appSecret: 'development-only-secret-of-the-stand-in' } as const;
