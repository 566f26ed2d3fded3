import { held, hold, letGo } from './local';
import { api, ask, form, key, renewToken, SignedOut, steadily, text, written } from './page';

const place = `${form.dataset.person}:${key}`;
const pause = 2500;
const moment = 250;
const retry = 5000;

/**
 * Keeps what is written: on the server every few seconds while somebody writes, and on this machine in between until the server has it. Nobody who types waits for it.
 */
export const keeping = (): void => {
  const status = form.querySelector<HTMLElement>('[data-status]')!;
  const unsaved = document.querySelector<HTMLElement>('[data-panel-unsaved]');
  const opened = written();
  // What came back with errors was never kept anywhere.
  let sent = form.dataset.unsent ? '' : opened;
  let sending = false;
  let leaving = false;
  let going = false;
  let asking = false;
  let again: number | undefined;

  const say = (words: string, tone: '' | 'good' | 'warn' = ''): void => {
    status.className = `edit-status ${tone}`;
    status.textContent = words;
  };

  // What somebody is being asked about stays what it is until they answer.
  const holds = (): Promise<boolean> => (asking ? Promise.resolve(true) : hold(place, written()));

  const holding = async (): Promise<void> => {
    const fields = written();
    const isHeld = await holds();
    // Of what was typed meanwhile nothing is known yet.
    if (written() === fields) say(text(isHeld ? 'offline' : 'full'), 'warn');
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
        if (!going && !asking) void letGo(place);
        say(text('saved', new Date(at).toLocaleTimeString('es-MX', { hour: '2-digit', minute: '2-digit' })), 'good');
      }
      if (isBehind) document.dispatchEvent(new CustomEvent('desk-moved'));
    } catch (failure) {
      await holding();
      if (failure instanceof SignedOut) signedOut();
      again = setTimeout(() => void keep(), retry);
      return;
    } finally {
      sending = false;
    }
    if (written() !== sent) soon();
  };

  const soon = steadily(() => void keep(), pause);
  const here = steadily(() => {
    if (written() !== sent) void holds();
  }, moment);

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
    here();
    soon();
  });
  form.addEventListener('change', () => soon());
  addEventListener('online', () => void keep());
  addEventListener('offline', () => void holding());

  form.addEventListener('submit', (event) => {
    // A form that is sent without a connection would leave an error page in its place.
    if (!navigator.onLine) {
      event.preventDefault();
      void holding();
      return;
    }
    leaving = true;
    clearTimeout(again);
    void holds();
  });

  addEventListener('beforeunload', () => {
    going = true;
  });
  addEventListener('pagehide', () => {
    if (written() !== sent) void holds();
  });

  /** What this machine has and the server has not: whoever opens the page decides. */
  const recovering = async (): Promise<void> => {
    const local = await held(place);
    if (!local) return;
    if (form.dataset.settled || (await isKnown(local.fields))) {
      await letGo(place);
      return;
    }

    asking = true;
    const box = document.querySelector<HTMLElement>('[data-recover]')!;
    box.querySelector('[data-recover-text]')!.textContent = text('recover', new Date(local.at).toLocaleString('es-MX', { dateStyle: 'medium', timeStyle: 'short' }));
    box.hidden = false;
    box.querySelector('[data-recover-no]')!.addEventListener('click', async () => {
      await letGo(place);
      asking = false;
      box.hidden = true;
    });
    box.querySelector('[data-recover-yes]')!.addEventListener('click', async () => {
      leaving = true;
      // The version it began from is part of it: if somebody saved meanwhile, saving will compare.
      await ask('PUT', api(`content/${key}/working-copy`), local.fields);
      // What was written before the answer is offered next.
      await (written() === opened ? letGo(place) : hold(place, written()));
      location.reload();
    });
  };

  if (sent === '') soon();
  void recovering();
};

/** Only the server knows what a form amounts to: two may differ and say the same. */
const isKnown = async (fields: string): Promise<boolean> => {
  try {
    return ((await (await ask('POST', api(`content/${key}/known`), fields)).json()) as { isKnown: boolean }).isKnown;
  } catch {
    return false;
  }
};
