import { ask, calmly, changed, dress, text } from './page';

export interface Offered {
  value: string;
  label: string;
  note: string;
  key: string;
  address: string;
  image?: string | null;
  alt?: string | null;
}

/** Boxes to look for something that can be picked: by keyboard as the pattern of a combobox has it. */
export const pickers = (): void =>
  dress((within) => {
    for (const box of within.querySelectorAll<HTMLElement>('[data-picker]:not([data-media])')) {
      const list = box.querySelector<HTMLElement>('.picked')!;
      seeking(box, (item) => {
        if (list.querySelector(`input[value="${CSS.escape(item.value)}"]`)) return;
        if (box.dataset.most === '1') list.replaceChildren();
        const entry = (box.querySelector('template')!.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
        entry.querySelector('input')!.value = item.value;
        entry.querySelector<HTMLElement>('[data-slot=label]')!.textContent = item.label;
        entry.querySelector<HTMLAnchorElement>('[data-slot=link]')!.href = item.address;
        list.append(entry);
        changed(list);
      });
    }
  });

export const seeking = (box: HTMLElement, take: (item: Offered) => void): void => {
  const seek = box.querySelector<HTMLElement>('[data-seek]')!;
  const input = seek.querySelector<HTMLInputElement>('[role=combobox]')!;
  const list = seek.querySelector<HTMLElement>('[role=listbox]')!;
  const told = box.querySelector<HTMLElement>('[data-told]')!;
  let offered: Offered[] = [];
  let at = -1;
  let asked = 0;
  seek.hidden = false;

  const close = (): void => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    at = -1;
  };

  const point = (to: number): void => {
    at = offered.length === 0 ? -1 : (to + offered.length) % offered.length;
    [...list.children].forEach((option, number) => option.setAttribute('aria-selected', String(number === at)));
    const option = list.children[at];
    if (!option) return;
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  };

  const pick = (item: Offered): void => {
    take(item);
    input.value = '';
    told.textContent = '';
    close();
  };

  const show = (): void => {
    list.replaceChildren(
      ...offered.map((item, number) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${number}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        if (item.image) {
          const image = document.createElement('img');
          image.src = item.image;
          image.alt = '';
          option.append(image);
        }
        const label = document.createElement('span');
        label.textContent = item.label;
        const note = document.createElement('small');
        note.textContent = item.note;
        option.append(label, note);
        // Before the box loses the focus.
        option.addEventListener('mousedown', (event) => {
          event.preventDefault();
          pick(item);
        });
        return option;
      }),
    );
    list.hidden = offered.length === 0;
    input.setAttribute('aria-expanded', String(offered.length > 0));
    told.textContent = offered.length === 0 ? text('none') : text('found', offered.length);
    at = -1;
  };

  const look = async (): Promise<void> => {
    const mine = ++asked;
    try {
      const found = (await (await ask('GET', `${box.dataset.picker}&q=${encodeURIComponent(input.value)}`)).json()) as Offered[];
      if (mine !== asked || document.activeElement !== input) return;
      offered = found;
      show();
    } catch {
      told.textContent = text('failed');
    }
  };

  const soon = calmly(() => void look(), 180);
  // What is typed here is no part of the form.
  input.addEventListener('input', (event) => {
    event.stopPropagation();
    soon();
  });
  input.addEventListener('focus', () => soon());
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) void look();
      else point(at + (event.key === 'ArrowDown' ? 1 : at < 0 ? 0 : -1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const item = offered[Math.max(at, 0)];
      if (!list.hidden && item && (at >= 0 || offered.length === 1)) pick(item);
    } else if (event.key === 'Escape') {
      if (!list.hidden) event.preventDefault();
      close();
    }
  });
};
