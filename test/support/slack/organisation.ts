import type { OtherWorkspace } from './fake-slack.ts';
import { allow } from './oauth-methods.ts';
import type { Sender } from './sender.ts';
import type { Turn, TurnSubject } from './turn.ts';
import { createInstallation, type Installation, type Organisation, type World } from './world.ts';

/** A company with several workspaces, as its own admins see it. */
export type FakeOrganisation = {
  readonly id: string;
  readonly installation: Installation;
  /** A workspace of the company, which the app is not given to yet. */
  addWorkspace(name: string): OtherWorkspace;
  /** An admin of the company allows the app for all of it; tells where that leads back. */
  allow(authorizeUrl: string, redirectUrl: string): string;
  /** Gives the app to workspaces. */
  give(...places: OtherWorkspace[]): Promise<Turn>;
  /** And takes it from them. */
  take(...places: OtherWorkspace[]): Promise<Turn>;
  /** Removes the app from the whole company: its token is dead from then on. */
  uninstall(): Promise<Turn>;
};

type Added = { world: World; sender: Sender; place: OtherWorkspace };

export type AddWorkspace = (name: string, organisation?: Organisation) => Added;

export function createOrganisation(name: string, addWorkspace: AddWorkspace): FakeOrganisation {
  const installation = createInstallation(name);
  const organisation: Organisation = { id: `E0${name}`, name, installation, given: new Set() };
  const { given } = organisation;
  for (const event of ['team_access_granted', 'team_access_revoked', 'tokens_revoked']) installation.events.add(event);
  let first: Added | undefined;
  const some = (): Added => {
    if (!first) throw new Error('Fake Slack: an organisation needs a workspace first');
    return first;
  };
  const tell = (event: { type: string; [detail: string]: unknown }): Promise<Turn> => {
    const { sender, place } = some();
    const nothing = { channel: undefined, threadTs: undefined, message: undefined, responseUrl: undefined };
    const subject: TurnSubject = { user: place.user.id, triggerId: undefined, ...nothing };
    return sender.sendOrganisationEvent(event.type, event, subject);
  };
  const teamsOf = (places: OtherWorkspace[]) => places.map(({ workspace }) => workspace.teamId);

  return {
    id: organisation.id,
    installation,
    addWorkspace(workspaceName) {
      const added = addWorkspace(workspaceName, organisation);
      first ??= added;
      return added.place;
    },
    allow: (authorizeUrl, redirectUrl) => allow(some().world, authorizeUrl, redirectUrl),
    give(...places) {
      for (const team of teamsOf(places)) given.add(team);
      return tell({ type: 'team_access_granted', team_ids: teamsOf(places) });
    },
    take(...places) {
      for (const team of teamsOf(places)) given.delete(team);
      return tell({ type: 'team_access_revoked', team_ids: teamsOf(places) });
    },
    async uninstall() {
      installation.botTokenError = 'account_inactive';
      const [turn] = await Promise.all([
        tell({ type: 'app_uninstalled' }),
        tell({ type: 'tokens_revoked', tokens: { bot: [some().world.workspace.bot.id] } }),
      ]);
      return turn;
    },
  };
}
