import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { Refusal } from '../http/refusals';
import { RegionsService } from '../regions/regions.service';
import { viewMe, type MeView, type SignedInView } from './accounts.view';
import { SignInsService } from './sign-ins.service';

/** What somebody who has just signed in is told of herself. */
@Injectable()
export class MeService {
  constructor(
    @Inject(SignInsService) private readonly signIns: SignInsService,
    @Inject(RegionsService) private readonly regions: RegionsService,
  ) {}

  async view(actor: Actor): Promise<MeView> {
    const regions = await this.regions.tree();
    return viewMe(actor, (code) => regions.pathName(code));
  }

  /** Who holds this token. @throws Refusal when she was suspended in the same moment. */
  async of(token: string): Promise<MeView> {
    const actor = await this.signIns.actorOf(token);
    if (!actor) throw new Refusal('signIn.needed');
    return this.view(actor);
  }

  async signedIn({ token, device }: { token: string; device?: string }): Promise<SignedInView> {
    return { token, me: await this.of(token), ...(device && { device }) };
  }
}
