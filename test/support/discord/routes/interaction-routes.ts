import { refusal } from '../api-error.ts';
import { FLAGS } from '../check-message.ts';
import { CALLBACK, type Interactions } from '../interactions.ts';
import type { CallbackBody, MessageBody } from '../payloads.ts';
import { CHANNEL_BUCKET } from '../rate-limits.ts';
import { type ApiRequest, done, ok, type Route } from '../route.ts';
import type { World } from '../world.ts';

/** How a bot answers interactions: the callback, then the webhook of the application. */
export function interactionRoutes(world: World, interactions: Interactions): Route[] {
  const tokenOf = (request: ApiRequest): string => {
    if (request.param('application') !== world.applicationId) throw refusal.unknownWebhook();
    return request.param('token');
  };
  const bodyOf = ({ body }: ApiRequest): MessageBody => (body ?? {}) as MessageBody;

  return [
    {
      name: 'POST /interactions/:interaction/:token/callback',
      auth: 'none',
      answer(request) {
        const body = (request.body ?? {}) as CallbackBody;
        const interaction = interactions.answer(
          request.param('interaction'),
          request.param('token'),
          body,
          request.files,
        );
        if (request.query.get('with_response') !== 'true') return done();
        const { original } = interaction;
        const isMessage = body.type !== CALLBACK.choices && body.type !== CALLBACK.modal && original !== undefined;
        return ok({
          interaction: {
            id: interaction.id,
            type: interaction.type,
            ...(isMessage && {
              response_message_id: original.id,
              response_message_loading: (original.payload.flags & FLAGS.loading) !== 0,
              response_message_ephemeral: original.visibleTo !== undefined,
            }),
          },
          ...(isMessage && { resource: { type: body.type, message: original.payload } }),
        });
      },
    },
    {
      name: 'POST /webhooks/:application/:token',
      auth: 'none',
      bucket: CHANNEL_BUCKET,
      answer: (request) => ok(interactions.followUp(tokenOf(request), bodyOf(request), request.files).payload),
    },
    {
      name: 'GET /webhooks/:application/:token/messages/:message',
      auth: 'none',
      bucket: CHANNEL_BUCKET,
      answer: (request) => ok(interactions.message(tokenOf(request), request.param('message')).payload),
    },
    {
      name: 'PATCH /webhooks/:application/:token/messages/:message',
      auth: 'none',
      bucket: CHANNEL_BUCKET,
      answer: (request) =>
        ok(interactions.edit(tokenOf(request), request.param('message'), bodyOf(request), request.files).payload),
    },
    {
      name: 'DELETE /webhooks/:application/:token/messages/:message',
      auth: 'none',
      bucket: CHANNEL_BUCKET,
      answer(request) {
        interactions.remove(tokenOf(request), request.param('message'));
        return done();
      },
    },
  ];
}
