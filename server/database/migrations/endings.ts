import { addsColumn, whole } from '../columns';

export const endings = [addsColumn('1796000011001', 'courses', 'completeShare', whole(), '80')];
