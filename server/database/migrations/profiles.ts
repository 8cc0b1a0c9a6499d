import { initialsOf, soundOf } from '../../women/names';
import { addsColumn, fills, text } from '../columns';

export const profiles = [
  addsColumn('1797000002001', 'women', 'sound', text(220), "''"),
  addsColumn('1797000002002', 'women', 'initials', text(30), "''"),
  fills<{ id: string; name: string }>('1797000002003', 'women', ['name'], ({ name }) => ({
    ...{ sound: soundOf(name), initials: initialsOf(name) },
  })),
];
