import { changed, dress } from './page';

/** Rows that can be added and taken away, and texts that count their letters. */
export const rows = (): void =>
  dress((within) => {
    for (const box of within.querySelectorAll<HTMLElement>('[data-rows]')) growing(box);
    for (const area of within.querySelectorAll<HTMLTextAreaElement>('textarea[data-most]')) counted(area);
    for (const area of within.querySelectorAll<HTMLTextAreaElement>('textarea:not(.code)')) area.addEventListener('input', () => fit(area));
  });

const growing = (box: HTMLElement): void => {
  const template = box.querySelector('template')!;
  const list = box.querySelector<HTMLElement>('.rows')!;
  const add = box.querySelector<HTMLButtonElement>('[data-add]')!;
  const ready = (row: HTMLElement): void => {
    const remove = row.querySelector<HTMLButtonElement>('[data-remove]')!;
    remove.hidden = false;
    remove.addEventListener('click', () => {
      row.remove();
      changed(box);
      add.focus();
    });
  };
  let next = list.children.length;
  for (const row of list.children) ready(row as HTMLElement);
  add.hidden = false;
  add.addEventListener('click', () => {
    const row = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    const number = String(next++);
    for (const control of row.querySelectorAll<HTMLInputElement>('[name]')) {
      control.name = control.name.replace('/$x/', `/$${number}/`);
      if (control.value === 'x') control.value = number;
    }
    list.append(row);
    ready(row);
    row.querySelector<HTMLInputElement>('input:not([type=hidden])')!.focus();
  });
};

const counted = (area: HTMLTextAreaElement): void => {
  const hint = area.parentElement!.querySelector<HTMLElement>('[data-count]');
  if (!hint) return;
  const most = Number(area.dataset.most);
  const count = (): void => {
    hint.textContent = hint.dataset.count!.replace('{0}', String(area.value.length)).replace('{1}', String(most));
    hint.classList.toggle('over', area.value.length > most);
  };
  area.addEventListener('input', count);
  count();
};

const fit = (area: HTMLTextAreaElement): void => {
  if (area.scrollHeight > area.clientHeight + 4) area.rows = Math.min(30, area.rows + Math.ceil((area.scrollHeight - area.clientHeight) / 24));
};

