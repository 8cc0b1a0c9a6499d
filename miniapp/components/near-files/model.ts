import type { SideField } from '../../../server/duplicates/sides.rules';
import { maskPhone } from '../../../server/secrecy/mask.rules';
import type { components } from '../../api/schema';
import { sideRows, type FileSide, type SideRow } from '../sides/model';

type Schemas = components['schemas'];
export type NearFile = Schemas['NearFileView'];
export type Entry = Schemas['RegisterWomanDto'];

/** What is about to be written beside a file that is there: her phone is masked on both sides. */
export function entryRows({ name, phone }: Entry, villageName: string, file: FileSide): SideRow[] {
  const masked = phone ? maskPhone(phone) : null;
  const entry: FileSide = {
    ...{ id: '', name, villageName, born: null, phone: masked, identity: null, householdCode: null },
    ...{ relation: null, education: null, isRegisteredPoor: false, hasWechat: false, needs: [] },
    ...{ enrolments: 0, certificates: 0, openedAt: '', openedByName: '' },
  };
  const differs: SideField[] = [
    ...(name === file.name ? [] : (['name'] as const)),
    ...(masked && file.phone && masked !== file.phone ? (['phone'] as const) : []),
  ];
  return sideRows(entry, file, differs);
}
