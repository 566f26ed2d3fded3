// Keeps a translation on this machine from the first letter until it is saved, and offers it when the page is opened again.
import { held, hold, letGo } from './local';
import { form, key, steadily, text, written } from './page';

const place = `${form.dataset.person}:${key}:${form.dataset.language}`;
const box = document.querySelector<HTMLElement>('[data-recover]')!;
const opened = written();
let asking = false;

const say = (words: string, tone: '' | 'warn' = ''): void => {
  const status = form.querySelector<HTMLElement>('[data-status]')!;
  status.className = `edit-status ${tone}`;
  status.textContent = words;
};

const keep = async (): Promise<void> => {
  const fields = written();
  const isHeld = asking || (await hold(place, fields));
  if (written() === fields) say(text(!isHeld ? 'full' : navigator.onLine ? 'here' : 'offline'), isHeld && navigator.onLine ? '' : 'warn');
};

const here = steadily(() => void keep(), 250);

form.addEventListener('input', () => {
  say(text('waiting'));
  here();
});
addEventListener('offline', () => void keep());
form.addEventListener('submit', (event) => {
  // A form that is sent without a connection would leave an error page in its place.
  if (!navigator.onLine) event.preventDefault();
  void keep();
});

/** Puts what was kept back into the fields it came from. */
const fill = (fields: string): void => {
  const kept = new URLSearchParams(fields);
  for (const control of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('[name]')) {
    if (control.name.startsWith('$') && control.name !== '$name') continue;
    if (control.name === 'Token') continue;
    const values = kept.getAll(control.name);
    if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)) control.checked = values.includes(control.value);
    else if (values.length > 0) control.value = values.at(-1)!;
  }
};

/** The same words, whatever state they began from. */
const bare = (fields: string): string => {
  const all = new URLSearchParams(fields);
  for (const name of ['$version', '$revision']) all.delete(name);
  return all.toString();
};

const recover = async (): Promise<void> => {
  const local = await held(place);
  if (!local) return;
  if (form.dataset.settled || bare(local.fields) === bare(opened)) {
    await letGo(place);
    return;
  }

  asking = true;
  box.querySelector('[data-recover-text]')!.textContent = text('recover', new Date(local.at).toLocaleString('es-MX', { dateStyle: 'medium', timeStyle: 'short' }));
  box.hidden = false;
  const answer = (): void => {
    asking = false;
    box.hidden = true;
    form.querySelector<HTMLElement>('#c-name')!.focus();
  };
  box.querySelector('[data-recover-yes]')!.addEventListener('click', () => {
    fill(local.fields);
    answer();
    here();
  });
  box.querySelector('[data-recover-no]')!.addEventListener('click', async () => {
    await letGo(place);
    answer();
  });
};

void recover();
