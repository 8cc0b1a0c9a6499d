import { addsColumn, flag, id, instant, key, makesTable, maybe, states, text, whole } from '../columns';

/** Staff in a browser: passwords, one-time codes, devices, invitations, tickets; sign-ins one can see; break-glass. */
export const staff = [
  // A sign-in of before has no number by which its owner could end it: everybody signs in once more.
  states('1796000009001', 'EndEarlierSignIns', 'DELETE FROM sign_ins', 'SELECT 1'),
  addsColumn('1796000009002', 'sign_ins', 'id', id()),
  addsColumn('1796000009003', 'sign_ins', 'kind', text(10)),
  addsColumn('1796000009004', 'sign_ins', 'deviceName', text(60)),
  addsColumn('1796000009005', 'sign_ins', 'lastSeenAt', instant()),
  makesTable(
    '1796000009006',
    'passwords',
    { accountId: key(id()), login: text(30), hash: text(200), changedAt: instant() },
    { passwords_login: { on: ['login'], unique: true } },
  ),
  makesTable('1796000009007', 'one_time_keys', {
    accountId: key(id()),
    secretSealed: text(255),
    confirmedAt: maybe(instant()),
    lastStep: whole(),
  }),
  makesTable('1796000009008', 'recovery_codes', {
    accountId: key(id()),
    codeMark: key(text(64)),
    usedAt: maybe(instant()),
  }),
  makesTable(
    '1796000009009',
    'known_devices',
    { tokenHash: key(text(64)), accountId: id(), createdAt: instant() },
    { known_devices_account: { on: ['accountId'] } },
  ),
  makesTable(
    '1796000009010',
    'sign_in_failures',
    { who: key(text(64)), failures: whole(), lastAt: instant() },
    { sign_in_failures_last: { on: ['lastAt'] } },
  ),
  makesTable(
    '1796000009011',
    'invitations',
    {
      codeMark: key(text(64)),
      accountId: id(),
      byAccountId: id(),
      createdAt: instant(),
      expiresAt: instant(),
      usedAt: maybe(instant()),
    },
    { invitations_account: { on: ['accountId'] } },
  ),
  makesTable('1796000009012', 'sign_in_tickets', {
    id: key(id()),
    keyHash: text(64),
    deviceName: text(60),
    createdAt: instant(),
    expiresAt: instant(),
    approvedById: maybe(id()),
    usedAt: maybe(instant()),
  }),
  makesTable(
    '1796000009013',
    'break_glasses',
    {
      id: key(id()),
      accountId: id(),
      regionCode: text(12),
      reason: text(200),
      since: instant(),
      until: instant(),
      isOpen: flag(),
    },
    {
      break_glasses_account: { on: ['accountId', 'isOpen'] },
      break_glasses_region: { on: ['regionCode', 'since'] },
    },
  ),
  states(
    '1796000009014',
    'FindRecordsByAccount',
    'CREATE INDEX records_account ON records (byAccountId, at)',
    'DROP INDEX records_account',
  ),
];
