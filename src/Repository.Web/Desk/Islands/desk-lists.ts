// What the lists of the desk do beyond what the browser does by itself: choose all, sort by dragging, send files one by one with their progress.

const token = () => document.querySelector<HTMLMetaElement>('meta[name="desk-token"]')?.content ?? '';

/** A box in the head of a table that ticks all below it. */
const chooseAll = (form: HTMLFormElement, label: string) => {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name="key"]')];
  const head = form.querySelector<HTMLElement>('thead .pick');
  if (!head || boxes.length < 2) return;
  const all = document.createElement('input');
  all.type = 'checkbox';
  all.setAttribute('aria-label', label);
  const show = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
  };
  all.addEventListener('change', () => boxes.forEach((box) => (box.checked = all.checked)));
  form.addEventListener('change', show);
  head.append(all);
  show();
};

/** Rows that can be dragged to another place; the numbers beside them follow, and are what is saved. */
const dragToSort = (list: HTMLOListElement) => {
  let dragged: HTMLLIElement | undefined;
  const number = () => list.querySelectorAll<HTMLInputElement>('input[name="place"]').forEach((place, index) => (place.value = String(index + 1)));
  for (const row of list.querySelectorAll<HTMLLIElement>('li')) {
    row.draggable = true;
    row.classList.add('draggable');
    row.addEventListener('dragstart', (event) => {
      dragged = row;
      row.classList.add('dragged');
      event.dataTransfer?.setData('text/plain', row.id);
    });
    row.addEventListener('dragend', () => {
      row.classList.remove('dragged');
      dragged = undefined;
      number();
    });
    row.addEventListener('dragover', (event) => {
      if (!dragged || dragged === row) return;
      event.preventDefault();
      const box = row.getBoundingClientRect();
      row[event.clientY < box.top + box.height / 2 ? 'before' : 'after'](dragged);
    });
    row.addEventListener('drop', (event) => event.preventDefault());
  }
};

const portion = 4 * 1024 * 1024;
const encode = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const told = async (answer: Response) => {
  if (answer.ok) return answer;
  const problem = (await answer.json().catch(() => undefined)) as { detail?: string } | undefined;
  throw new Refused(answer.status, problem?.detail ?? answer.statusText);
};

/** One file, bit by bit (tus 1.0). A part that breaks off is sent again from where the server has come to. */
const send = async (file: File, words: Record<string, string>, progress: (sent: number) => void) => {
  const headers = { RequestVerificationToken: token(), 'Tus-Resumable': '1.0.0' };
  const metadata = Object.entries({ filename: file.name, ...words })
    .filter(([, text]) => text !== '')
    .map(([word, text]) => `${word} ${encode(text)}`)
    .join(',');
  const begun = await told(await fetch('/desk/media/uploads', { method: 'POST', headers: { ...headers, 'Upload-Length': String(file.size), 'Upload-Metadata': metadata } }));
  const address = begun.headers.get('Location')!;
  for (let offset = 0, tries = 0; offset < file.size; ) {
    try {
      const body = file.slice(offset, offset + portion);
      await told(await fetch(address, { method: 'PATCH', headers: { ...headers, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' }, body }));
      offset += body.size;
      tries = 0;
    } catch (broken) {
      if (broken instanceof Refused || ++tries > 5) throw broken;
      await new Promise((later) => setTimeout(later, 1000 * tries));
      const head = await fetch(address, { method: 'HEAD', headers }).catch(() => undefined);
      if (head?.ok) offset = Number(head.headers.get('Upload-Offset'));
    }
    progress(offset);
  }
};

const upload = (form: HTMLFormElement) => {
  const text = (name: string) => form.dataset[name] ?? '';
  form.addEventListener('submit', async (event) => {
    const files = [...(form.querySelector<HTMLInputElement>('input[type="file"]')?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    const field = (name: string) => String(new FormData(form).get(name) ?? '').trim();
    const shared = { folder: text('folder'), credit: field('credit') };
    const own: Record<string, string> = files.length > 1 ? {} : { name: field('name'), alt: field('alt'), decorative: field('decorative') && 'true', publish: field('publish') && 'true' };
    const list = document.createElement('ol');
    list.className = 'panel uploads list-plain';
    const status = document.createElement('p');
    status.setAttribute('role', 'status');
    form.hidden = true;
    form.after(status, list);
    let failed = 0;
    for (const file of files) {
      const row = document.createElement('li');
      const bar = document.createElement('progress');
      bar.max = Math.max(1, file.size);
      bar.value = 0;
      bar.setAttribute('aria-label', file.name);
      row.append(file.name, ' ', bar);
      list.append(row);
      try {
        await send(file, { ...shared, ...own }, (sent) => (bar.value = sent));
        bar.replaceWith(text('done'));
      } catch (refused) {
        if (refused instanceof Refused && refused.status === 401) {
          // Nobody lets files in that way: the form can still be sent as it is.
          list.remove();
          status.remove();
          form.hidden = false;
          form.submit();
          return;
        }
        failed++;
        bar.replaceWith(refused instanceof Refused ? refused.message : text('broken'));
      }
    }
    status.textContent = failed === 0 ? text('all') : text('some');
    const back = document.createElement('a');
    back.className = 'button';
    back.href = text('back');
    back.textContent = text('see');
    list.after(back);
    back.focus();
  });
};

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-choose]')) chooseAll(form, form.dataset['choose']!);
for (const list of document.querySelectorAll<HTMLOListElement>('ol.order')) dragToSort(list);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) upload(form);
