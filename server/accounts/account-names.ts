import type { EntityManager } from 'typeorm';
import { readSome } from '../database/plain-rows';
import { Account } from './account.entity';

/** From an account to the name by which it is shown; empty where it has none, or was erased. */
export type NameOf = (accountId: string) => string;

/** The names of those who did something, asked for once. */
export async function accountNames(rows: EntityManager, accountIds: Iterable<string>): Promise<NameOf> {
  const id = [...new Set(accountIds)];
  const accounts = id.length === 0 ? [] : await readSome(rows, Account, ['id', 'name'], { id });
  const names = new Map(accounts.map((account) => [account.id, account.name]));
  return (accountId) => names.get(accountId) ?? '';
}
