// Forms of the site, made easier where scripts run: questions come and go as they are answered, what was written survives a mishap, a proof of
// work is done while one reads. What is sent is what would be sent without; the server decides.
const form = document.querySelector('form[data-form]');
if (form) {
  const shown = form.elements.namedItem('_shown');
  const absent = new Set((form.dataset.absent ?? '').split(','));
  const wrappers = [...form.querySelectorAll('[data-when]:not([data-when=""])')].map(element => ({ element, when: JSON.parse(element.dataset.when) }));
  const fields = [...form.querySelectorAll('[data-field]')];
  const fieldOf = new Map(fields.map(element => [element.dataset.field, element]));

  // A field holds nothing while it is hidden, or the group it is in.
  const chainOf = element => wrappers.filter(wrapper => wrapper.element === element || wrapper.element.contains(element));
  const visible = (element, seen) => chainOf(element).every(wrapper => holds(wrapper.when, seen));

  const valuesOf = (alias, seen) => {
    if (absent.has(alias) || seen.has(alias)) return [];
    const own = fieldOf.get(alias);
    if (own && !visible(own, new Set([...seen, alias]))) return [];
    return said(alias);
  };

  // What the server would keep of it: letters in one with their accents, numbers and dates written in one way, nothing unseen at the ends.
  const unseen = /^(?:(?![\u{E0000}-\u{E007F}])[\s\u0085\p{Cf}])+|(?:(?![\u{E0000}-\u{E007F}])[\s\u0085\p{Cf}])+$/gu;
  const numeric = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
  const dates = new Set(form.querySelectorAll('input[type=date], input[type=month]'));
  const kept = input => {
    const value = input.value.normalize('NFC').replace(unseen, '');
    if (dates.has(input) && /^(?:\d{1,2}\/){1,2}\d{4}$/.test(value)) return value.split('/').reverse().map(part => part.padStart(2, '0')).join('-');
    if (input.inputMode !== 'decimal' || !numeric.test(value)) return value;
    const [whole, rest] = value.replace(/^[+-]/, '').split('.');
    return (value.startsWith('-') ? '-' : '') + (whole.replace(/^0+(?=\d)/, '') || '0') + (rest ? `.${rest}` : '');
  };

  // Disabled inputs count too: whoever asks decides whether they are there.
  const said = alias => {
    const values = [];
    for (const input of form.elements) {
      const part = input.name?.startsWith(`${alias}.`) ? input.name.slice(alias.length + 1) : null;
      if (input.name !== alias && part === null) continue;
      if ((input.type === 'radio' || input.type === 'checkbox') && !input.checked) continue;
      if (input.type === 'file') { values.push(...[...input.files].map(file => file.name)); continue; }
      const value = kept(input);
      if (value) values.push(part !== null && input.type === 'radio' ? `${part}=${value}` : value);
    }
    // Files that were sent with an earlier step.
    for (const kept of fieldOf.get(alias)?.querySelectorAll('[data-file]') ?? []) values.push(kept.dataset.file);
    return values;
  };

  const compare = (one, other) => {
    const number = text => numeric.test(text.trim()) ? Number(text) : null;
    const date = text => {
      const at = /^\d{4}-\d{2}(-\d{2})?$/.test(text) ? Date.parse(text) : NaN;
      return Number.isNaN(at) || !new Date(at).toISOString().startsWith(text) ? null : at;
    };
    for (const read of [number, date]) {
      const left = read(one), right = read(other);
      if (left !== null && right !== null) return Math.sign(left - right);
    }
    return 0;
  };

  const meets = (operator, text, value) => {
    const [one, other] = [text.toLowerCase(), value.toLowerCase()];
    switch (operator) {
      case 'Is': case 'IsNot': return one.trim() === other.trim();
      case 'GreaterThen': return compare(text, value) > 0;
      case 'LessThen': return compare(text, value) < 0;
      case 'Contains': return one.includes(other);
      case 'StartsWith': return one.startsWith(other);
      default: return one.endsWith(other);
    }
  };

  const holds = (when, seen) => {
    const results = when.rules.map(([alias, operator, value]) => {
      const held = valuesOf(alias, seen);
      const any = (held.length ? held : ['']).some(text => meets(operator, text, value));
      return operator === 'IsNot' ? !any : any;
    });
    return (when.all ? results.every(Boolean) : results.some(Boolean)) === when.show;
  };

  const update = () => {
    for (const { element, when } of wrappers) {
      const isShown = holds(when, new Set());
      element.hidden = !isShown;
      if ('disabled' in element) element.disabled = !isShown;
    }
    shown.value = fields.filter(element => !element.closest('[hidden]')).map(element => element.dataset.field).join(',');
  };

  form.addEventListener('input', update);
  form.addEventListener('change', update);
  addEventListener('pageshow', update);
  update();

  // Whoever leaves with answers that were never sent is asked once. Nothing is kept in the browser: it may be shared.
  let isTouched = false;
  form.addEventListener('input', () => { isTouched = true; });
  form.addEventListener('submit', () => { isTouched = false; });
  addEventListener('beforeunload', event => { if (isTouched) event.preventDefault(); });

  const start = document.querySelector('[autofocus]');
  if (start) start.focus();

  if (form.dataset.challenge) work(form.dataset.challenge, form.elements.namedItem('_proof'));
}

// Finds a number that, behind the name of the attempt, gives a hash that begins with 14 zero bits.
async function work(attempt, proof) {
  if (!crypto.subtle) return; // without TLS there is none: the entry waits until somebody has looked at it
  const encoder = new TextEncoder();
  for (let number = 0; ; number++) {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(`${attempt}:${number}`)));
    if (hash[0] === 0 && hash[1] < 4) { proof.value = String(number); return; }
  }
}
