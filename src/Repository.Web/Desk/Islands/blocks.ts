import { grip } from './grips';
import { api, ask, changed, dress, dressed, form, tell, text } from './page';

/** Blocks: added in place, moved by keyboard and by hand, taken away and brought back. */
export const blocks = (): void =>
  dress((within) => {
    for (const tools of within.querySelectorAll<HTMLElement>('[data-tools]')) tools.hidden = false;
    for (const block of within instanceof HTMLLIElement ? [within, ...within.querySelectorAll<HTMLElement>('.block')] : within.querySelectorAll<HTMLElement>('.block')) ready(block as HTMLElement);
    for (const button of within.querySelectorAll<HTMLButtonElement>('[data-add-block]')) button.addEventListener('click', (event) => void add(event, button));
  });

const nameOf = (block: HTMLElement): string =>
  block.querySelector('[data-title]')?.textContent?.trim() || block.querySelector('.block-kind')?.textContent?.trim() || '';

const ready = (block: HTMLElement): void => {
  if (block.dataset.ready) return;
  block.dataset.ready = 'yes';
  const tools = block.querySelector<HTMLElement>(':scope > [data-tools]')!;
  tools.querySelector('[data-up]')!.addEventListener('click', () => move(block, -1));
  tools.querySelector('[data-down]')!.addEventListener('click', () => move(block, 1));
  tools.querySelector('[data-remove-block]')!.addEventListener('click', () => remove(block));
  titled(block);
  grip(tools, { item: block, list: (over) => own(block, over), items: '.block', moved: () => moved(block) });
};

/** A block stays in its list: blocks inside others, and other fields, take in what is their own. */
const own = (block: HTMLElement, over: Element): HTMLElement | null => (block.parentElement!.contains(over) ? block.parentElement : null);

const add = async (event: Event, button: HTMLButtonElement): Promise<void> => {
  event.preventDefault();
  const list = button.closest('[data-blocks]')!.querySelector<HTMLElement>(':scope > .block-list')!;
  const { into, list: name, type, datatype } = button.dataset;
  button.disabled = true;
  try {
    const asked = new URLSearchParams({ into: into!, list: name!, type: type!, datatype: datatype!, language: form.dataset.language ?? '' });
    const markup = await (await ask('GET', api(`blocks/new?${asked}`))).text();
    const block = new DOMParser().parseFromString(markup, 'text/html').querySelector<HTMLElement>('.block')!;
    list.append(document.adoptNode(block));
    dressed(block);
    changed(block);
    limit(list);
    block.querySelector<HTMLElement>('.block-body input:not([type=hidden]), .block-body textarea, .block-body select')?.focus();
  } catch {
    tell(text('failed'));
  } finally {
    button.disabled = false;
  }
};

const limit = (list: HTMLElement): void => {
  const owner = list.parentElement!;
  const offer = owner.querySelector<HTMLElement>(':scope > .block-offer');
  if (offer) offer.hidden = owner.dataset.most === '1' && list.children.length > 0;
};

const move = (block: HTMLElement, by: -1 | 1): void => {
  const other = by < 0 ? block.previousElementSibling : block.nextElementSibling;
  if (!other) return;
  if (by < 0) other.before(block);
  else other.after(block);
  moved(block);
  block.querySelector<HTMLElement>(by < 0 ? ':scope > [data-tools] [data-up]' : ':scope > [data-tools] [data-down]')!.focus();
};

const moved = (block: HTMLElement): void => {
  const all = [...block.parentElement!.children];
  changed(block);
  tell(text('moved-block', all.indexOf(block) + 1, all.length));
};

const remove = (block: HTMLElement): void => {
  const list = block.parentElement!;
  const next = block.nextElementSibling;
  const note = document.createElement('li');
  note.className = 'block-gone';
  const words = document.createElement('span');
  words.textContent = text('removed', nameOf(block));
  const undo = document.createElement('button');
  undo.type = 'button';
  undo.className = 'second small';
  undo.textContent = text('undo');
  undo.addEventListener('click', () => {
    note.replaceWith(block);
    changed(block);
    limit(list);
    block.querySelector<HTMLElement>('summary')!.focus();
  });
  note.append(words, ' ', undo);
  if (next) next.before(note);
  else list.append(note);
  block.remove();
  changed(list);
  limit(list);
  undo.focus();
};

/** What a block is called follows what is written in it. */
const titled = (block: HTMLElement): void => {
  const title = block.querySelector<HTMLElement>(':scope > details > summary [data-title]');
  const source = block.querySelector<HTMLInputElement | HTMLTextAreaElement>(':scope > details > .block-body > .field > input[type=text], :scope > details > .block-body > .field > textarea');
  if (!title || !source) return;
  source.addEventListener('input', () => {
    title.textContent = source.value.trim().split('\n')[0]!.slice(0, 80);
  });
};
