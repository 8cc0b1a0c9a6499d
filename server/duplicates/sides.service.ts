import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Account } from '../accounts/account.entity';
import { accountNames } from '../accounts/account-names';
import { Certificate } from '../certificates/certificate.entity';
import { Database } from '../database/database';
import { Enrolment } from '../enrolments/enrolment.entity';
import { familyNames } from '../needs/families.rules';
import { Need } from '../needs/need.entity';
import { RegionsService } from '../regions/regions.service';
import { maskIdentity, maskPhone } from '../secrecy/mask.rules';
import { educations, relations } from '../women/profile.rules';
import { ProfilesService } from '../women/profiles.service';
import type { Woman } from '../women/woman.entity';
import type { FileSideView } from './near.view';
import type { SideFacts } from './sides.rules';

/** A file as it stands beside another: what is shown of it, and what is compared. */
export interface Side {
  readonly view: FileSideView;
  readonly facts: SideFacts;
}

/** Files as they are put side by side. */
@Injectable()
export class SidesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ProfilesService) private readonly profiles: ProfilesService,
    @Inject(RegionsService) private readonly regions: RegionsService,
  ) {}

  async of(women: readonly Woman[]): Promise<Map<string, Side>> {
    if (women.length === 0) return new Map();
    const { rows } = this.database;
    const womanId = In(women.map(({ id }) => id));
    const [enrolments, certificates, needs, accounts, nameOf, regions] = await Promise.all([
      rows.findBy(Enrolment, { womanId }),
      rows.findBy(Certificate, { womanId }),
      rows.find(Need, { where: { womanId, state: 'open' }, order: { wish: 'ASC' } }),
      rows.findBy(Account, { womanId }),
      accountNames(
        rows,
        women.map(({ enteredById }) => enteredById),
      ),
      this.regions.tree(),
    ]);
    const hers = <Row extends { womanId: string | null }>(all: readonly Row[], id: string) =>
      all.filter((row) => row.womanId === id);
    return new Map(
      women.map((woman) => {
        const { id, bornOn, bornInYear, householdCode, villageCode } = woman;
        const { phone, identity } = this.profiles.opened(woman);
        const villageName = regions.pathName(villageCode);
        const born = bornOn ?? (bornInYear === null ? null : `${bornInYear}年`);
        const relation = woman.relation && relations[woman.relation];
        const education = woman.education && educations[woman.education];
        const view: FileSideView = {
          ...{ id, name: woman.name, villageName, born, householdCode, relation, education },
          phone: phone && maskPhone(phone),
          identity: identity && maskIdentity(identity),
          isRegisteredPoor: woman.isRegisteredPoor,
          hasWechat: hers(accounts, id).some(({ openid }) => openid !== null),
          needs: hers(needs, id).map(({ family }) => familyNames[family]),
          enrolments: hers(enrolments, id).length,
          certificates: hers(certificates, id).length,
          openedAt: woman.createdAt,
          openedByName: nameOf(woman.enteredById),
        };
        const facts = { name: woman.name, village: villageCode, born, phone, identity };
        return [id, { view, facts: { ...facts, household: householdCode, relation, education } }];
      }),
    );
  }
}
