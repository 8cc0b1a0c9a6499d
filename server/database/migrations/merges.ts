import { addsColumn, id, instant, json, key, makesTable, maybe } from '../columns';

export const merges = [
  addsColumn('1796000012001', 'women', 'mergedIntoId', maybe(id())),
  makesTable(
    '1796000012002',
    'merges',
    {
      id: key(id()),
      keptId: id(),
      mergedId: id(),
      moved: json(),
      byAccountId: id(),
      at: instant(),
      undoneById: maybe(id()),
      undoneAt: maybe(instant()),
    },
    { merges_kept: { on: ['keptId'] }, merges_merged: { on: ['mergedId'] } },
  ),
];
