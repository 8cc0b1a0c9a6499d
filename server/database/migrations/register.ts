import {
  addsColumn,
  bytes,
  day,
  flag,
  id,
  instant,
  json,
  key,
  makesTable,
  maybe,
  states,
  text,
  whole,
} from '../columns';

export const register = [
  addsColumn('1797000001001', 'attendance_marks', 'madeAt', instant(), "'2000-01-01 00:00:00.000'"),
  states(
    '1797000001002',
    'Marks_made_when_marked',
    'UPDATE attendance_marks SET madeAt = CASE WHEN markedAt < receivedAt THEN markedAt ELSE receivedAt END',
    'UPDATE attendance_marks SET madeAt = receivedAt',
  ),
  addsColumn('1797000001003', 'attendance_marks', 'needsSecond', flag(), '0'),
  addsColumn('1797000001004', 'attendance_marks', 'sheetId', maybe(id())),
  makesTable('1797000001005', 'mark_decisions', {
    markId: key(id()),
    isConfirmed: flag(),
    byAccountId: id(),
    at: instant(),
  }),
  makesTable(
    '1797000001006',
    'walk_ins',
    { id: key(id()), sessionId: id(), womanId: id(), isGuest: flag(), byAccountId: id(), at: instant() },
    { walk_ins_session: { on: ['sessionId'] } },
  ),
  makesTable(
    '1797000001007',
    'check_ins',
    { id: key(id()), sessionId: id(), womanId: id(), at: instant() },
    { check_ins_woman: { on: ['sessionId', 'womanId'], unique: true } },
  ),
  makesTable(
    '1797000001008',
    'session_sheets',
    { id: key(id()), sessionId: id(), womanIds: json(), byAccountId: id(), at: instant() },
    { sheets_session: { on: ['sessionId'] } },
  ),
  makesTable(
    '1797000001009',
    'sheet_photos',
    { id: key(id()), sheetId: id(), width: whole(), height: whole(), byAccountId: id(), at: instant() },
    { photos_sheet: { on: ['sheetId'] } },
  ),
  makesTable(
    '1797000001010',
    'sheet_photo_parts',
    { id: key(id()), photoId: id(), number: whole(), sealed: bytes() },
    { photo_parts: { on: ['photoId', 'number'], unique: true } },
  ),
  makesTable(
    '1797000001011',
    'certificates',
    {
      ...{ id: key(id()), number: text(30), womanId: id(), batchId: id(), completedOn: day() },
      ...{ issuedAt: instant(), revokedAt: maybe(instant()) },
    },
    {
      certificates_number: { on: ['number'], unique: true },
      certificates_woman: { on: ['womanId', 'batchId'], unique: true },
    },
  ),
];
