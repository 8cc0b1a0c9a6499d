import { addsColumn, maybe, text } from '../columns';

export const workPhones = [addsColumn('1799300000001', 'accounts', 'workPhoneSealed', maybe(text(255)))];
