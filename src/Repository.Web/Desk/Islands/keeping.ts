import { api, ask, calmly, form, key, renewToken, SignedOut, text, written } from './page';

interface Local {
  at: string;
  fields: string;
}

const place = `desk:${key}`;
const pause = 2500;
const retry = 10_000;

/**
 * Keeps what is written: on the server a few seconds after each change, and on this machine from the first letter until the server has it. Nobody who types waits for it.
 */
export const keeping = (): void => {
  const status = form.querySelector<HTMLElement>('[data-status]')!;
  const unsaved = document.querySelector<HTMLElement>('[data-panel-unsaved]');
  // What came back with errors was never kept anywhere.
  let sent = form.dataset.unsent ? '' : written();
  let sending = false;
  let leaving = false;
  let going = false;
  let again: number | undefined;

  const say = (words: string, tone: '' | 'good' | 'warn' = ''): void => {
    status.className = `edit-status ${tone}`;
    status.textContent = words;
  };

  const hold = (fields: string): boolean => {
    try {
      localStorage.setItem(place, JSON.stringify({ at: new Date().toISOString(), fields } satisfies Local));
      return true;
    } catch {
      return false;
    }
  };

  const letGo = (): void => {
    try {
      localStorage.removeItem(place);
    } catch {
      // Whoever forbids it never kept anything there.
    }
  };

  const keep = async (): Promise<void> => {
    const fields = written();
    if (sending || leaving || fields === sent) return;
    sending = true;
    clearTimeout(again);
    try {
      const answer = await ask('PUT', api(`content/${key}/working-copy`), fields);
      const { at, isBehind } = (await answer.json()) as { at: string; isBehind: boolean };
      sent = fields;
      if (written() === fields) {
        // The next page may have been made before this arrived: it compares, and lets go by itself.
        if (!going) letGo();
        say(text('saved', new Date(at).toLocaleTimeString('es-MX', { hour: '2-digit', minute: '2-digit' })), 'good');
      }
      if (isBehind) document.dispatchEvent(new CustomEvent('desk-moved'));
    } catch (failure) {
      const kept = hold(fields);
      if (failure instanceof SignedOut) signedOut();
      else say(text(kept ? 'offline' : 'full'), 'warn');
      again = setTimeout(() => void keep(), retry);
    } finally {
      sending = false;
    }
    if (written() !== sent) soon();
  };

  const soon = calmly(() => void keep(), pause);

  // Another tab, so that nothing of this page is lost; when somebody comes back to it, it goes on by itself.
  const signedOut = (): void => {
    say(`${text('signedout')} `, 'warn');
    const link = document.createElement('a');
    link.href = '/desk/signin?return=/desk/account';
    link.target = '_blank';
    link.rel = 'opener';
    link.textContent = text('signin');
    status.append(link);
    const back = async (): Promise<void> => {
      await renewToken().catch(() => undefined);
      await keep();
    };
    addEventListener('focus', () => void back(), { once: true });
  };

  form.addEventListener('input', () => {
    unsaved?.removeAttribute('hidden');
    going = false;
    say(text('waiting'));
    hold(written());
    soon();
  });
  form.addEventListener('change', () => soon());
  addEventListener('online', () => void keep());
  addEventListener('offline', () => say(text(hold(written()) ? 'offline' : 'full'), 'warn'));

  form.addEventListener('submit', (event) => {
    // A form that is sent without a connection would leave an error page in its place.
    if (!navigator.onLine) {
      event.preventDefault();
      hold(written());
      say(text('offline'), 'warn');
      return;
    }
    leaving = true;
    clearTimeout(again);
    hold(written());
  });

  addEventListener('beforeunload', () => {
    going = true;
  });
  addEventListener('pagehide', () => {
    if (written() !== sent) hold(written());
  });

  if (sent === '') soon();
  recovering(letGo);
};

/** What this machine has and the server has not: whoever opens the page decides. */
const recovering = (letGo: () => void): void => {
  const box = document.querySelector<HTMLElement>('[data-recover]')!;
  const local = read();
  if (!local) return;
  if (same(local.fields, written()) || form.dataset.settled) {
    letGo();
    return;
  }

  box.querySelector('[data-recover-text]')!.textContent = text('recover', new Date(local.at).toLocaleString('es-MX', { dateStyle: 'medium', timeStyle: 'short' }));
  box.hidden = false;
  box.querySelector('[data-recover-no]')!.addEventListener('click', () => {
    letGo();
    box.hidden = true;
  });
  box.querySelector('[data-recover-yes]')!.addEventListener('click', async () => {
    // The version it began from is part of it: if somebody saved meanwhile, saving will compare.
    await ask('PUT', api(`content/${key}/working-copy`), local.fields);
    letGo();
    location.reload();
  });
};

const read = (): Local | null => {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null') as Local | null;
  } catch {
    return null;
  }
};

/** The same content, whatever state it began from. */
const same = (one: string, other: string): boolean => bare(one) === bare(other);

const bare = (fields: string): string => {
  const all = new URLSearchParams(fields);
  for (const name of ['$version', '$revision', 'Token']) all.delete(name);
  return all.toString();
};
