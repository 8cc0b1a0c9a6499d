import { readSettings } from '../../config/settings';
import { roles, type Role } from '../access/roles.rules';
import { dataSourceFor } from '../database/data-source';
import { harbinDivisions } from '../regions/harbin-divisions';
import { Account, AccountRole } from './account.entity';

/** Gives an account a role for a region: how the first officer of an installation comes to her office. */
async function appoint([accountId, role, regionCode, name]: readonly string[]): Promise<string> {
  if (!accountId || !name) return 'Usage: npm run appoint -- ACCOUNT ROLE REGION NAME';
  if (!roles.includes(role as Role) || role === 'woman' || role === 'trainer')
    return `There is no such role of staff: ${role}`;
  if (!harbinDivisions().some(({ code }) => code === regionCode))
    return `There is no such region: ${regionCode}`;
  const dataSource = await dataSourceFor(readSettings(process.env).databaseUrl).initialize();
  try {
    // Whoever stands at the machine stands above all: a stopped account is let in again.
    const again = { name, suspendedAt: null };
    const { affected } = await dataSource.manager.update(Account, { id: accountId }, again);
    if (affected !== 1) return `There is no account ${accountId}: she must sign in once first`;
    await dataSource.manager.upsert(AccountRole, { accountId, role: role as Role, regionCode: regionCode! }, [
      'accountId',
      'role',
      'regionCode',
    ]);
    return '';
  } finally {
    await dataSource.destroy();
  }
}

void appoint(process.argv.slice(2)).then((problem) => {
  if (problem) process.stderr.write(`${problem}\n`);
  process.exitCode = problem ? 2 : 0;
});
