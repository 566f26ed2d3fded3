import { api, ask, changed, dress, text } from './page';
import { seeking, type Offered } from './picker';

/** Files: looked for or brought, described where they stand, with the point that matters in them. */
export const media = (): void =>
  dress((within) => {
    for (const box of within.querySelectorAll<HTMLElement>('[data-media]')) gallery(box);
    for (const picture of within.querySelectorAll<HTMLElement>('[data-medium-file]')) focus(picture);
  });

const gallery = (box: HTMLElement): void => {
  const list = box.querySelector<HTMLElement>('.picked')!;
  const told = box.querySelector<HTMLElement>('[data-told]')!;
  for (const entry of list.children) ready(entry as HTMLElement);

  const take = (item: Offered): void => {
    if (box.dataset.most === '1') list.replaceChildren();
    const entry = (box.querySelector('template')!.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    const own = crypto.randomUUID();
    for (const control of entry.querySelectorAll<HTMLInputElement>('[name]')) {
      control.name = control.name.replace('{key}', own);
      if (control.value === '{key}') control.value = own;
    }
    entry.querySelector<HTMLInputElement>('[data-entry]')!.value = JSON.stringify({ key: own, mediaKey: item.key, mediaTypeAlias: '', crops: [], focalPoint: null });
    entry.dataset.medium = item.key;
    fill(entry, item);
    list.append(entry);
    ready(entry);
    changed(list);
  };

  seeking(box, take);
  box.querySelector<HTMLInputElement>('[data-upload]')?.addEventListener('change', async (event) => {
    const input = event.target as HTMLInputElement;
    event.stopPropagation();
    for (const file of [...(input.files ?? [])]) {
      told.textContent = text('bringing', file.name);
      try {
        take(await bring(file));
        told.textContent = text('brought', file.name);
      } catch (failure) {
        told.textContent = failure instanceof Error && failure.message ? failure.message : text('failed');
      }
    }
    input.value = '';
  });
};

const bring = async (file: File): Promise<Offered> => {
  const sent = new FormData();
  sent.append('file', file, file.name);
  const answer = await fetch('/desk/media/uploads', { method: 'POST', body: sent, headers: { RequestVerificationToken: document.querySelector<HTMLMetaElement>('meta[name="desk-token"]')!.content } });
  const told = (await answer.json()) as { id?: string; detail?: string };
  if (!answer.ok || !told.id) throw new Error(told.detail ?? '');
  const [item] = (await (await ask('GET', api(`pick/${told.id}`))).json()) as Offered[];
  return item!;
};

const fill = (entry: HTMLElement, item: Offered): void => {
  entry.querySelector<HTMLElement>('[data-slot=label]')!.textContent = item.label;
  entry.querySelector<HTMLElement>('[data-slot=alt]')!.textContent = item.alt ?? '';
  entry.querySelector<HTMLAnchorElement>('[data-slot=link]')!.href = item.address;
  const thumb = entry.querySelector<HTMLElement>('[data-thumb]')!;
  if (!item.image) return;
  const image = document.createElement('img');
  image.src = item.image;
  image.alt = '';
  thumb.replaceChildren(image);
};

const ready = (entry: HTMLElement): void => {
  focus(entry);
  const button = entry.querySelector<HTMLButtonElement>('[data-alt]');
  if (!button || !entry.querySelector('img')) return;
  button.hidden = false;
  button.addEventListener('click', () => describe(entry));
};

/** One small question, asked in the page: what does it show? */
const describe = (entry: HTMLElement): void => {
  const label = entry.querySelector('[data-slot=label]')!.textContent!;
  const alt = entry.querySelector<HTMLElement>('[data-slot=alt]')!;
  const dialog = document.createElement('dialog');
  const title = document.createElement('h2');
  title.id = 'alt-title';
  title.textContent = text('alt', label);
  dialog.setAttribute('aria-labelledby', title.id);
  const hint = document.createElement('p');
  hint.className = 'hint';
  hint.textContent = text('althint');
  const area = document.createElement('textarea');
  area.setAttribute('aria-labelledby', title.id);
  area.maxLength = 300;
  area.value = entry.dataset.alt ?? (alt.classList.contains('none') ? '' : alt.textContent!.trim());
  const told = document.createElement('p');
  told.className = 'error';
  told.setAttribute('role', 'alert');
  const buttons = document.createElement('div');
  buttons.className = 'row end';
  const cancel = document.createElement('button');
  cancel.className = 'second';
  cancel.textContent = text('cancel');
  cancel.addEventListener('click', () => dialog.close());
  const save = document.createElement('button');
  save.textContent = text('save');
  save.addEventListener('click', async () => {
    try {
      const [item] = (await (await ask('POST', api(`media/${entry.dataset.medium}/alt`), new URLSearchParams({ alt: area.value }).toString())).json()) as Offered[];
      alt.textContent = item!.alt ?? '';
      entry.dataset.alt = area.value.trim();
      dialog.close();
    } catch {
      told.textContent = text('failed');
    }
  });
  buttons.append(cancel, save);
  dialog.append(title, hint, area, told, buttons);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
};

/** A click on a picture says what must never be cut off; the numbers beside it say the same. */
const focus = (owner: HTMLElement): void => {
  const left = owner.querySelector<HTMLInputElement>('[data-left]');
  const top = owner.querySelector<HTMLInputElement>('[data-top]');
  const thumb = owner.querySelector<HTMLElement>('[data-thumb]');
  if (!left || !top || !thumb) return;
  const mark = document.createElement('span');
  mark.className = 'focus-mark';
  mark.setAttribute('aria-hidden', 'true');
  thumb.append(mark);
  const show = (): void => {
    mark.hidden = left.value === '' || top.value === '' || !thumb.querySelector('img');
    mark.style.left = `${left.value}%`;
    mark.style.top = `${top.value}%`;
  };
  thumb.addEventListener('click', (event) => {
    const image = thumb.querySelector('img');
    if (!image) return;
    const box = image.getBoundingClientRect();
    left.value = String(Math.round(((event.clientX - box.left) / box.width) * 100));
    top.value = String(Math.round(((event.clientY - box.top) / box.height) * 100));
    show();
    changed(left);
  });
  left.addEventListener('input', show);
  top.addEventListener('input', show);
  show();
};
