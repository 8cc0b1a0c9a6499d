import {
  addsColumn,
  addsIndex,
  day,
  flag,
  id,
  instant,
  key,
  makesTable,
  maybe,
  text,
  whole,
} from '../columns';

/** The whole profile of a woman, the history of its changes, and consent that can be withdrawn. */
export const files = [
  addsColumn('1797000003001', 'women', 'identitySealed', maybe(text(255))),
  addsColumn('1797000003002', 'women', 'identityMark', maybe(text(64))),
  addsIndex('1797000003003', 'women', 'women_identity', { on: ['identityMark'], unique: true }),
  addsColumn('1797000003004', 'women', 'bornOn', maybe(day())),
  addsColumn('1797000003005', 'women', 'householdCode', maybe(text(30))),
  addsColumn('1797000003006', 'women', 'relation', maybe(text(20))),
  addsColumn('1797000003007', 'women', 'education', maybe(text(10))),
  addsColumn('1797000003008', 'women', 'healthSealed', maybe(text(600))),
  addsColumn('1797000003009', 'women', 'notesSealed', maybe(text(1000))),
  addsColumn('1797000003010', 'women', 'needsWithdrawnAt', maybe(instant())),
  addsColumn('1797000003011', 'women', 'erasedAt', maybe(instant())),
  addsColumn('1797000003012', 'women', 'revision', whole(), '1'),
  addsColumn('1797000003013', 'consents', 'isWithdrawal', flag(), '0'),
  makesTable(
    '1797000003014',
    'woman_changes',
    {
      id: key(id()),
      womanId: id(),
      at: instant(),
      byAccountId: id(),
      field: text(20),
      beforeSealed: maybe(text(1000)),
      afterSealed: maybe(text(1000)),
    },
    { changes_woman: { on: ['womanId', 'at'] } },
  ),
];
