/** The body that Discord sends with a refusal: its own code, a sentence, and for invalid bodies where and why. */
export type ApiErrorBody = { message: string; code: number; errors?: ErrorTree };

/** Where a body is invalid: keys and indexes down to a list of reasons. */
export type ErrorTree = { [key: string]: ErrorTree | { code: string; message: string }[] };

/** A refusal, thrown by whoever notices and sent by the server as status and body. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: ApiErrorBody;

  constructor(status: number, body: ApiErrorBody) {
    super(`${status} ${body.code} ${body.message}`);
    this.status = status;
    this.body = body;
  }
}

/** The refusals of Discord that a bot can meet, by what they say. */
export const refusal = {
  unauthorized: () => new ApiError(401, { message: '401: Unauthorized', code: 0 }),
  notFound: () => new ApiError(404, { message: '404: Not Found', code: 0 }),
  badJson: () => new ApiError(400, { message: 'The request body contains invalid JSON.', code: 50109 }),
  unknownChannel: () => new ApiError(404, { message: 'Unknown Channel', code: 10003 }),
  unknownGuild: () => new ApiError(404, { message: 'Unknown Guild', code: 10004 }),
  unknownMember: () => new ApiError(404, { message: 'Unknown Member', code: 10007 }),
  unknownMessage: () => new ApiError(404, { message: 'Unknown Message', code: 10008 }),
  unknownUser: () => new ApiError(404, { message: 'Unknown User', code: 10013 }),
  unknownWebhook: () => new ApiError(404, { message: 'Unknown Webhook', code: 10015 }),
  unknownInteraction: () => new ApiError(404, { message: 'Unknown interaction', code: 10062 }),
  unknownCommand: () => new ApiError(404, { message: 'Unknown application command', code: 10063 }),
  tooManyCommandCreations: () =>
    new ApiError(429, {
      message: 'Max number of daily application command creates has been reached (200)',
      code: 30034,
    }),
  entityTooLarge: () => new ApiError(413, { message: 'Request entity too large', code: 40005 }),
  alreadyAcknowledged: () => new ApiError(400, { message: 'Interaction has already been acknowledged.', code: 40060 }),
  tooManyFollowUps: () =>
    new ApiError(400, {
      message: 'This interaction has reached the maximum number of follow-up messages.',
      code: 40094,
    }),
  missingAccess: () => new ApiError(403, { message: 'Missing Access', code: 50001 }),
  notTheAuthor: () => new ApiError(403, { message: 'Cannot edit a message authored by another user', code: 50005 }),
  emptyMessage: () => new ApiError(400, { message: 'Cannot send an empty message', code: 50006 }),
  closedToMessages: () => new ApiError(403, { message: 'Cannot send messages to this user', code: 50007 }),
  missingPermissions: () => new ApiError(403, { message: 'Missing Permissions', code: 50013 }),
  invalidWebhookToken: () => new ApiError(401, { message: 'Invalid Webhook Token', code: 50027 }),
  archivedThread: () => new ApiError(400, { message: 'Thread is archived', code: 50083 }),
  replyWithoutHistory: () =>
    new ApiError(400, { message: 'Cannot reply without permission to read message history', code: 160002 }),
  invalidBody: (errors: ErrorTree) => new ApiError(400, { message: 'Invalid Form Body', code: 50035, errors }),
};
