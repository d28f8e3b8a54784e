import type { Part } from './blocks.ts';

/** A Home or a modal as one person sees it. */
export type ShownView = {
  id: string;
  hash: string;
  user: string;
  kind: 'home' | 'modal';
  view: Part;
  /** When it appeared, on the scale of performance.now(). */
  at: number;
};

/** All views that the bot has published or opened. */
export type ViewShelf = {
  /** Every appearance in order. */
  readonly history: ShownView[];
  home(user: string): ShownView | undefined;
  find(id: string): ShownView | undefined;
  /** Shows a view; with an id it takes the place of that view. */
  show(view: Pick<ShownView, 'user' | 'kind' | 'view'>, id?: string): ShownView;
  /** The view as payloads and answers carry it. */
  asPayload(shown: ShownView): object;
};

export function createViewShelf(teamId: string): ViewShelf {
  const history: ShownView[] = [];
  const latest = (fits: (shown: ShownView) => boolean) => history.findLast(fits);
  return {
    history,
    home: (user) => latest((shown) => shown.kind === 'home' && shown.user === user),
    find: (id) => latest((shown) => shown.id === id),
    show(view, id = `V0${history.length + 1}`) {
      const shown: ShownView = { ...view, id, hash: `${history.length + 1}.fake`, at: performance.now() };
      history.push(shown);
      return shown;
    },
    asPayload: ({ view, id, hash }) => ({
      ...view,
      id,
      hash,
      team_id: teamId,
      state: { values: {} },
      private_metadata: view.private_metadata ?? '',
      callback_id: view.callback_id ?? '',
    }),
  };
}
