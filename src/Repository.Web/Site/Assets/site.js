// Improvements only: the page works without. Texts come from the markup, so that every language brings its own.

// Pages that were read can be read again without a connection.
if ('serviceWorker' in navigator) addEventListener('load', () => navigator.serviceWorker.register('/sw.js').catch(() => {})); // refused: the page works without

// Copy buttons: <button hidden data-copy="id" data-done="Copiado">
if (navigator.clipboard) for (const button of document.querySelectorAll('[data-copy]')) {
  const status = document.createElement('span');
  status.className = 'copied';
  status.setAttribute('role', 'status');
  button.after(status);
  button.hidden = false;
  button.addEventListener('click', async () => {
    const text = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(text.textContent.trim());
      status.textContent = button.dataset.done;
    } catch {
      getSelection().selectAllChildren(text); // refused: at least the text is marked, ready for the keys
    }
  });
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

// Paper shows what a fold hides, also where ::details-content is unknown.
addEventListener('beforeprint', () => document.querySelectorAll('main details:not([open])').forEach(fold => { fold.open = true; fold.dataset.folded = ''; }));
addEventListener('afterprint', () => document.querySelectorAll('details[data-folded]').forEach(fold => { fold.open = false; delete fold.dataset.folded; }));

// Suggestions: <input data-suggest="/api/v1/suggest" data-kinds="practice:Práctica;…" data-count="{n} sugerencias" data-none="…">
const savesData = navigator.connection?.saveData;
if (!savesData) document.querySelectorAll('input[data-suggest]').forEach(suggest);

function suggest(input, number) {
  const kinds = Object.fromEntries((input.dataset.kinds ?? '').split(';').filter(Boolean).map(pair => pair.split(':')));
  const list = document.createElement('ul');
  list.className = 'suggestions';
  list.id = `suggestions-${number}`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.labels[0]?.textContent.trim() ?? '');
  list.hidden = true;
  const status = document.createElement('span');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  input.after(list, status);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id }))
    input.setAttribute(name, value);

  let items = [], active = -1, waiting, request;

  const close = () => {
    clearTimeout(waiting);
    request?.abort();
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  const move = to => {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = to;
    const option = list.children[active];
    if (!option) { input.removeAttribute('aria-activedescendant'); return; }
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.id);
  };

  const choose = item => {
    close();
    if (item.route?.path) { location.assign(item.route.path); return; }
    input.value = item.text;
    input.form.requestSubmit();
  };

  const show = found => {
    items = found;
    list.replaceChildren(...items.map((item, at) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${at}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      const text = document.createElement('span');
      text.textContent = item.text;
      option.append(text);
      if (kinds[item.kind]) {
        const kind = document.createElement('small');
        kind.textContent = kinds[item.kind];
        option.append(' ', kind);
      }
      option.addEventListener('pointerdown', event => event.preventDefault()); // the box keeps the focus
      option.addEventListener('click', () => choose(item));
      return option;
    }));
    active = -1;
    input.removeAttribute('aria-activedescendant');
    list.hidden = items.length === 0;
    input.setAttribute('aria-expanded', String(items.length > 0));
    status.textContent = items.length ? (input.dataset.count ?? '').replace('{n}', items.length) : (input.dataset.none ?? '');
  };

  const ask = async () => {
    request?.abort();
    request = new AbortController();
    const q = input.value.trim();
    if (!q) { close(); return; }
    try {
      const query = new URLSearchParams({ q, lang: document.documentElement.lang, take: 8 });
      const answer = await fetch(`${input.dataset.suggest}?${query}`, { signal: request.signal });
      if (answer.ok) show((await answer.json()).items);
    } catch { /* out of reach, or overtaken by the next letter: the form still searches */ }
  };

  input.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(ask, 160); });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', event => {
    if (list.hidden) { if (event.key === 'ArrowDown' && input.value.trim()) { event.preventDefault(); ask(); } return; }
    if (event.key === 'ArrowDown') move(active + 1 < items.length ? active + 1 : -1);
    else if (event.key === 'ArrowUp') move(active === -1 ? items.length - 1 : active - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && active >= 0) choose(items[active]);
    else return;
    event.preventDefault();
  });
}
