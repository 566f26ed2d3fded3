import { api, ask, calmly, form, isNew, key, text, written } from './page';

interface Told {
  field: string;
  label: string;
  text: string;
}

/** Says in words what is wrong with what was written and what is missing to publish it, some seconds after each change. */
export const checking = (): void => {
  const panel = form.querySelector<HTMLElement>('[data-check]')!;
  const title = panel.querySelector<HTMLElement>('[data-check-title]')!;
  const list = panel.querySelector<HTMLElement>('[data-check-list]')!;

  const field = (name: string): HTMLElement | null => form.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);

  const point = (told: Told): HTMLLIElement => {
    const line = document.createElement('li');
    const words = told.label ? `${told.label}: ${told.text}` : told.text;
    const place = told.field ? field(told.field) : null;
    const control = place?.matches('fieldset') ? place : place?.querySelector<HTMLElement>('[id]:not(.error, .hint)');
    if (!control) {
      line.textContent = words;
      return line;
    }
    const link = document.createElement('a');
    link.href = `#${control.id}`;
    link.textContent = words;
    line.append(link);
    return line;
  };

  const mark = (wrong: Told[]): void => {
    for (const place of form.querySelectorAll<HTMLElement>('[data-field]')) {
      if (place.parentElement?.closest('[data-field]')) continue;
      const mine = wrong.filter((told) => told.field === place.dataset.field);
      const box = [...place.querySelectorAll<HTMLElement>('.error')].at(-1);
      if (!box) continue;
      box.replaceChildren(
        ...mine.map((told) => {
          const line = document.createElement('p');
          line.textContent = told.text;
          return line;
        }),
      );
      box.hidden = mine.length === 0;
      const control = place.matches('fieldset') ? null : place.querySelector<HTMLElement>('input, select, textarea');
      if (mine.length > 0) control?.setAttribute('aria-invalid', 'true');
      else control?.removeAttribute('aria-invalid');
    }
    for (const count of form.querySelectorAll<HTMLElement>('[data-errors-of]')) {
      const errors = [...document.getElementById(count.dataset.errorsOf!)!.querySelectorAll('.error:not([hidden])')].length;
      count.hidden = errors === 0;
      count.firstChild!.textContent = String(errors);
    }
  };

  const check = async (): Promise<void> => {
    if (!navigator.onLine) return;
    try {
      const { wrong, lacking } = (await (await ask('POST', api(`content/${key}/check`), written())).json()) as { wrong: Told[]; lacking: Told[] };
      mark(wrong);
      panel.hidden = false;
      title.textContent = wrong.length > 0 ? text('wrong') : lacking.length > 0 ? text('lacking') : text('ready');
      list.replaceChildren(...(wrong.length > 0 ? wrong : lacking).map(point));
    } catch {
      // It is said again when the form is sent.
    }
  };

  form.addEventListener('input', calmly(() => void check(), 1800));
  // Whoever opens an empty form has done nothing wrong yet.
  if (!isNew || form.querySelector<HTMLInputElement>('#c-name')!.value !== '') setTimeout(() => void check(), 400);
};
