import { In, type EntityManager } from 'typeorm';
import type { Scope } from '../../access/scope';
import type { Database } from '../../database/database';
import { statement } from '../../database/statement';
import { Account, AccountRole } from '../account.entity';
import { staffRoles } from './staff.rules';

export interface Colleague {
  readonly account: Account;
  readonly held: readonly AccountRole[];
}

export interface StaffFilter {
  readonly scope: Scope;
  readonly name?: string | undefined;
  readonly page: number;
  readonly size: number;
}

/** Those who hold an office in the scope, by name; a page of them and how many there are. */
export async function staffIn(
  tx: EntityManager,
  { scope, name, page, size }: StaffFilter,
): Promise<{ staff: Colleague[]; total: number }> {
  const query = tx.createQueryBuilder(Account, 'account').where(
    `EXISTS (SELECT 1 FROM account_roles office WHERE office.accountId = account.id
                AND office.role IN (:...staffRoles) AND ${clauseOf(scope)})`,
    { staffRoles, ...valuesOf(scope) },
  );
  if (name)
    query.andWhere("account.name LIKE :name ESCAPE '!'", { name: `%${name.replace(/[!%_]/g, '!$&')}%` });
  const [accounts, total] = await query
    .orderBy('account.name')
    .addOrderBy('account.id')
    .skip((page - 1) * size)
    .take(size)
    .getManyAndCount();
  return { staff: await withRoles(tx, accounts), total };
}

/** One of them, or nobody when she holds no office in the scope. */
export async function colleague(
  tx: EntityManager,
  scope: Scope,
  accountId: string,
): Promise<Colleague | undefined> {
  const accounts = await tx
    .createQueryBuilder(Account, 'account')
    .where('account.id = :accountId', { accountId })
    .andWhere(
      `EXISTS (SELECT 1 FROM account_roles office WHERE office.accountId = account.id
                AND office.role IN (:...staffRoles) AND ${clauseOf(scope)})`,
      { staffRoles, ...valuesOf(scope) },
    )
    .getMany();
  return (await withRoles(tx, accounts))[0];
}

/** How many other city officers could still let people in. All their accounts are locked, in the order of their ids. */
export async function otherCityOfficers(
  database: Database,
  tx: EntityManager,
  accountId: string,
): Promise<number> {
  const held = await tx.find(AccountRole, { where: { role: 'city_officer' }, order: { accountId: 'ASC' } });
  let others = 0;
  for (const id of new Set(held.map((one) => one.accountId))) {
    const account = await database.lock(tx, Account, id);
    if (account && account.id !== accountId && !account.suspendedAt) others += 1;
  }
  return others;
}

export interface TrainerFacts {
  readonly name: string;
  readonly countyCode: string;
}

/** A trainer's record, locked so that she gets one account, unless she has one already. */
export async function trainerWithoutAccount(
  database: Database,
  tx: EntityManager,
  trainerId: string,
): Promise<TrainerFacts | undefined> {
  const lock = database.hasRowLocks ? 'FOR UPDATE' : '';
  const [trainer] = await statement<TrainerFacts[]>(
    tx,
    `SELECT name, countyCode FROM trainers WHERE id = ? ${lock}`,
    [trainerId],
  );
  return trainer && !(await tx.existsBy(Account, { trainerId })) ? trainer : undefined;
}

async function withRoles(tx: EntityManager, accounts: readonly Account[]): Promise<Colleague[]> {
  if (accounts.length === 0) return [];
  const roles = await tx.find(AccountRole, {
    where: { accountId: In(accounts.map(({ id }) => id)) },
    order: { regionCode: 'ASC', role: 'ASC' },
  });
  return accounts.map((account) => ({
    account,
    held: roles.filter(({ accountId }) => accountId === account.id),
  }));
}

function clauseOf({ prefixes }: Scope): string {
  if (prefixes.length === 0) return '1 = 0';
  return `(${prefixes.map((_, index) => `office.regionCode LIKE :office${index}`).join(' OR ')})`;
}

function valuesOf({ prefixes }: Scope): Record<string, string> {
  return Object.fromEntries(prefixes.map((prefix, index) => [`office${index}`, `${prefix}%`]));
}
