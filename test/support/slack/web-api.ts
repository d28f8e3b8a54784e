import { type ApiArguments, type ApiMethod, type ApiRefusal, type ApiResult, refuse } from './api-method.ts';
import { chatMethods } from './chat-methods.ts';
import { fileMethods } from './file-methods.ts';
import { oauthMethods } from './oauth-methods.ts';
import { peopleMethods } from './people-methods.ts';
import { viewMethods } from './view-methods.ts';
import type { World } from './world.ts';

/** Calls a Web API method by its name, after the token and the scopes have been looked at. */
export type WebApi = {
  call(method: string, token: string | undefined, args: ApiArguments): ApiResult;
};

/** `openSocket` gives the address of a new Socket Mode connection. */
export function createWebApi(world: World, openSocket: () => string): WebApi {
  const connectionsOpen: ApiMethod = {
    token: 'app',
    scope: () => undefined,
    run: () => ({ ok: true, url: openSocket() }),
  };
  const methods = new Map<string, ApiMethod>(
    Object.entries({
      'apps.connections.open': connectionsOpen,
      ...chatMethods,
      ...fileMethods,
      ...oauthMethods,
      ...peopleMethods,
      ...viewMethods,
    }),
  );
  return {
    call(name, token, args) {
      const method = methods.get(name);
      if (!method) return refuse('unknown_method', { req_method: name });
      return (
        tokenRefusal(method, token, world) ??
        accessRefusal(args, world) ??
        scopeRefusal(method, args, world) ??
        method.run(args, world)
      );
    },
  };
}

function tokenRefusal(method: ApiMethod, token: string | undefined, world: World): ApiRefusal | undefined {
  const { botToken, appToken, botTokenError, appTokenError } = world.installation;
  if (method.token === 'none') return undefined;
  if (!token) return refuse('not_authed');
  if (token !== botToken && token !== appToken) return refuse('invalid_auth');
  const kind = token === botToken ? 'bot' : 'app';
  const error = kind === 'bot' ? botTokenError : appTokenError;
  if (error !== undefined) return refuse(error);
  return kind === method.token ? undefined : refuse('not_allowed_token_type');
}

/** The token of an organisation reaches those of its workspaces that the app was given to. */
function accessRefusal({ channel, user }: ApiArguments, { workspace, organisation }: World): ApiRefusal | undefined {
  if (!organisation || organisation.given.has(workspace.teamId)) return undefined;
  return (channel ?? user) === undefined ? undefined : refuse('team_access_not_granted');
}

function scopeRefusal(method: ApiMethod, args: ApiArguments, world: World): ApiRefusal | undefined {
  const needed = method.scope(args, world);
  const { scopes } = world.installation;
  if (needed === undefined || scopes.has(needed)) return undefined;
  return refuse('missing_scope', { needed, provided: [...scopes].join(',') });
}
