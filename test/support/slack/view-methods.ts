import { type ApiMethod, readJson, refuse, refusePayload } from './api-method.ts';
import { asPart, type Part } from './blocks.ts';
import { problemsInView } from './check-blocks.ts';
import type { World } from './world.ts';

const scope = () => undefined;

const publish: ApiMethod = {
  token: 'bot',
  scope,
  run(args, world) {
    if (!world.workspace.users.has(args.user_id ?? '')) return refuse('user_not_found');
    const view = readView(args.view);
    const problems = view.type === 'home' ? problemsInView(view, world.blockRules) : ['must be a home view'];
    if (problems.length > 0) return refusePayload('invalid_arguments', problems);
    const user = args.user_id ?? '';
    const old = world.views.home(user);
    if (args.hash !== undefined && old && args.hash !== old.hash) return refuse('hash_conflict');
    const shown = world.views.show({ user, kind: 'home', view }, old?.id);
    return { ok: true, view: world.views.asPayload(shown) };
  },
};

const open: ApiMethod = {
  token: 'bot',
  scope,
  run(args, world) {
    const view = readView(args.view);
    const problems = modalProblems(view, world);
    if (problems.length > 0) return refusePayload('invalid_arguments', problems);
    const trigger = world.triggers.exchange(args.trigger_id ?? '');
    if ('error' in trigger) return refuse(trigger.error);
    const shown = world.views.show({ user: trigger.user, kind: 'modal', view });
    return { ok: true, view: world.views.asPayload(shown) };
  },
};

const update: ApiMethod = {
  token: 'bot',
  scope,
  run(args, world) {
    const old = world.views.find(args.view_id ?? '');
    if (!old) return refuse('not_found');
    const view = readView(args.view);
    const problems = old.kind === 'home' ? problemsInView(view, world.blockRules) : modalProblems(view, world);
    if (problems.length > 0) return refusePayload('invalid_arguments', problems);
    if (args.hash !== undefined && args.hash !== old.hash) return refuse('hash_conflict');
    const shown = world.views.show({ user: old.user, kind: old.kind, view }, old.id);
    return { ok: true, view: world.views.asPayload(shown) };
  },
};

export const viewMethods = { 'views.publish': publish, 'views.open': open, 'views.update': update };

function readView(text: string | undefined): Part {
  return asPart(readJson(text)) ?? {};
}

function modalProblems(view: Part, world: World): string[] {
  return view.type === 'modal' ? problemsInView(view, world.blockRules) : ['must be a modal view'];
}
