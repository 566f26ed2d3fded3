/** What the editing page tells its islands: the form, its texts, and how to ask the server. */
export const form = document.querySelector<HTMLFormElement>('form[data-edit]')!;

export const key = form.dataset.edit!;

export const isNew = form.elements.namedItem('$key') !== null;

/** A text of the interface, with what it is about put in. */
export const text = (name: string, ...parts: (string | number)[]): string =>
  parts.reduce<string>((so, part, at) => so.replaceAll(`{${at}}`, String(part)), form.getAttribute(`data-text-${name}`) ?? '');

export const api = (path: string): string => `/desk/api/${path}`;

/** Everything in the form, as the browser would send it. */
export const written = (): string => {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string' && name !== 'Token') fields.append(name, value);
  return fields.toString();
};

export class SignedOut extends Error {}

/** Asks the server. A session that ended and a server that cannot be reached are told apart; of a session that is new the token is fetched first. */
export const ask = async (method: string, address: string, body?: string | FormData, isSecond = false): Promise<Response> => {
  const headers: Record<string, string> = { RequestVerificationToken: token() };
  if (typeof body === 'string') headers['Content-Type'] = 'application/x-www-form-urlencoded';
  const answer = await fetch(address, { method, headers, body: body ?? null, credentials: 'same-origin' });
  if (answer.status === 401) throw new SignedOut();
  if (answer.status === 400 && !isSecond) {
    await renewToken();
    return ask(method, address, body, true);
  }
  if (!answer.ok) throw new Error(String(answer.status));
  return answer;
};

const token = (): string => document.querySelector<HTMLMetaElement>('meta[name="desk-token"]')?.content ?? '';

/** The page's own token again after somebody signed in elsewhere. */
export const renewToken = async (): Promise<void> => {
  const page = new DOMParser().parseFromString(await (await fetch(location.href, { credentials: 'same-origin' })).text(), 'text/html');
  const fresh = page.querySelector<HTMLMetaElement>('meta[name="desk-token"]')?.content;
  if (!fresh) return;
  document.querySelector<HTMLMetaElement>('meta[name="desk-token"]')!.content = fresh;
  for (const field of document.querySelectorAll<HTMLInputElement>('input[name="Token"]')) field.value = fresh;
};

/** Tells a control's form that something was changed by a script. */
export const changed = (at: Element): void => {
  at.dispatchEvent(new Event('input', { bubbles: true }));
};

/** Runs once a stream of calls has paused. */
export const calmly = (work: () => void, pause: number): (() => void) => {
  let waiting: number | undefined;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(work, pause);
  };
};

/** Runs some time after the first of a stream of calls, and again as long as it goes on. */
export const steadily = (work: () => void, pause: number): (() => void) => {
  let waiting: number | undefined;
  return () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      work();
    }, pause);
  };
};

/** Something happened that is worth a word to whoever listens to the page. */
export const tell = (words: string): void => {
  const status = form.querySelector<HTMLElement>('[data-status]');
  if (status) status.textContent = words;
};

/** What has to be done to every part of the page, those that come later included. */
type Dressing = (within: ParentNode) => void;
const dressings: Dressing[] = [];
export const dress = (dressing: Dressing): void => {
  dressings.push(dressing);
  dressing(form);
};
export const dressed = (part: ParentNode): void => dressings.forEach((dressing) => dressing(part));
