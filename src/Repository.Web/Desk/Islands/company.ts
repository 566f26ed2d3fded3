import { api, ask, calmly, form, isNew, key, text } from './page';

interface Offered {
  label: string;
  note: string;
  address: string;
}

/** Tells who else is here, and whether somebody saved meanwhile. */
export const company = (): void => {
  if (isNew) return;
  const box = form.querySelector<HTMLElement>('[data-others]')!;
  const seen = Number((form.elements.namedItem('$version') as HTMLInputElement).value);
  let moved = false;

  const show = (others: string[]): void => {
    const words = [others.length > 0 ? text('others', others.join(', ')) : '', moved ? text('moved') : ''].filter((part) => part !== '').join(' ');
    box.hidden = words === '';
    if (box.textContent !== words) box.textContent = words;
  };

  const meet = async (): Promise<void> => {
    if (document.hidden || !navigator.onLine) return;
    try {
      const answer = await ask('GET', api(`content/${key}/presence`));
      const { others, version } = (await answer.json()) as { others: string[]; version: number };
      // Whoever opened the page after that was told so at its top.
      moved = moved || (!form.dataset.behind && version > 0 && version !== seen);
      show(others);
    } catch {
      // Who is here is a kindness; nothing depends on it.
    }
  };

  document.addEventListener('desk-moved', () => {
    moved = !form.dataset.behind;
    void meet();
  });
  void meet();
  setInterval(() => void meet(), 15_000);
};

/** Names that are nearly there already. */
export const alike = (): void => {
  const name = form.querySelector<HTMLInputElement>('#c-name')!;
  const box = form.querySelector<HTMLElement>('[data-similar]')!;
  const look = calmly(async () => {
    if (name.value.trim().length < 5) {
      box.replaceChildren();
      return;
    }
    try {
      const asked = new URLSearchParams({ type: form.dataset.type!, name: name.value, except: key });
      const found = (await (await ask('GET', api(`content/alike?${asked}`))).json()) as Offered[];
      box.replaceChildren();
      if (found.length === 0) return;
      box.append(`${text('similar')} `);
      found.forEach((item, at) => {
        const link = document.createElement('a');
        link.href = item.address;
        link.target = '_blank';
        link.textContent = item.label;
        box.append(...(at > 0 ? [', '] : []), link);
      });
    } catch {
      box.replaceChildren();
    }
  }, 700);
  name.addEventListener('input', look);
};
