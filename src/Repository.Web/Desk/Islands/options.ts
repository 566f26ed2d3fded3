import { grip } from './grips';

/** A list of options in lines `value=words` as rows that can be moved; what is sent stays the lines. */
export const options = (area: HTMLTextAreaElement): void => {
  const text = (name: string, about = ''): string => (area.getAttribute(`data-text-${name}`) ?? '').replace('{0}', about);
  const rows = document.createElement('div');
  rows.className = 'option-rows';
  const list = document.createElement('div');
  list.className = 'option-rows';
  const told = document.createElement('p');
  told.className = 'visually-hidden';
  told.setAttribute('role', 'status');

  const button = (words: string, sign: string, press: () => void): HTMLButtonElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = sign === words ? 'second small' : 'second small icon';
    made.textContent = sign;
    if (sign !== words) made.setAttribute('aria-label', words);
    made.addEventListener('click', press);
    return made;
  };

  const field = (words: string, value: string): HTMLInputElement => {
    const made = document.createElement('input');
    made.type = 'text';
    made.value = value;
    made.placeholder = words;
    made.setAttribute('aria-label', words);
    made.addEventListener('input', write);
    return made;
  };

  const write = (): void => {
    const lines = [...list.children].map((row) => {
      const [caption, value] = [...row.querySelectorAll('input')].map((input) => input.value.trim());
      return value ? `${value}=${caption}` : caption!.includes('=') ? `=${caption}` : caption!;
    });
    area.value = lines.filter((line) => line !== '').join('\n');
    for (const row of list.children) {
      const name = row.querySelector('input')!.value;
      for (const [at, words] of ['up', 'down', 'remove'].entries()) row.querySelectorAll('button')[at]!.setAttribute('aria-label', text(words, name));
    }
  };

  const move = (row: HTMLElement, by: -1 | 1): void => {
    const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (by < 0) other.before(row);
    else other.after(row);
    row.querySelectorAll('button')[by < 0 ? 0 : 1]!.focus();
    moved(row);
  };

  const moved = (row: Element): void => {
    write();
    told.textContent = `${row.querySelector('input')!.value}: ${[...list.children].indexOf(row) + 1} / ${list.children.length}`;
  };

  const add = (line: string): HTMLElement => {
    const row = document.createElement('div');
    row.className = 'option-row';
    const end = line.indexOf('=');
    const remove = (): void => {
      const next = row.nextElementSibling ?? row.previousElementSibling;
      row.remove();
      write();
      (next?.querySelector('input') ?? more).focus();
    };
    row.append(
      field(text('caption'), end > 0 ? line.slice(end + 1).trim() : line.replace(/^=/, '')),
      field(text('value'), end > 0 ? line.slice(0, end).trim() : ''),
      button(text('up'), '↑', () => move(row, -1)),
      button(text('down'), '↓', () => move(row, 1)),
      button(text('remove'), '×', remove),
    );
    grip(row, { item: row, list: (over) => over.closest<HTMLElement>('.option-rows'), items: '.option-row', moved: () => moved(row) });
    list.append(row);
    return row;
  };

  const fill = (): void => {
    list.replaceChildren();
    for (const line of area.value.split('\n').filter((line) => line.trim() !== '')) add(line.trim());
    write();
  };

  const more = button(text('add'), text('add'), () => add('').querySelector('input')!.focus());
  const either = button(text('list'), text('list'), () => {
    area.hidden = rows.hidden;
    rows.hidden = !rows.hidden;
    if (!rows.hidden) fill();
    either.textContent = text(rows.hidden ? 'rows' : 'list');
    tell();
  });

  /** What is to be typed follows what is to be seen. */
  const hint = document.getElementById(area.getAttribute('aria-describedby') ?? '');
  const lines = hint?.textContent ?? '';
  const tell = (): void => {
    if (hint) hint.textContent = rows.hidden ? lines : text('hint');
  };
  rows.append(list, more, told);
  area.hidden = true;
  area.before(rows);
  area.after(either);
  fill();
  tell();
};
