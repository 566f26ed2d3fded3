import { Editor, Mark, mergeAttributes, Node } from '@tiptap/core';
import Blockquote from '@tiptap/extension-blockquote';
import Bold from '@tiptap/extension-bold';
import Document from '@tiptap/extension-document';
import Heading from '@tiptap/extension-heading';
import Italic from '@tiptap/extension-italic';
import Link from '@tiptap/extension-link';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import Paragraph from '@tiptap/extension-paragraph';
import Text from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { changed, text } from './page';

/** What is written with the buttons is what the site shows; everything else that stands in a text stays as it is, letter by letter. */
const blockTags = ['umb-rte-block', 'table', 'figure', 'details', 'pre', 'dl', 'hr', 'img', 'div', 'section'];
const inlineTags = ['umb-rte-block-inline', 'br', 'wbr'];
const markTags = ['u', 's', 'del', 'ins', 'sub', 'sup', 'small', 'mark', 'abbr', 'cite', 'q', 'dfn', 'code', 'kbd', 'samp', 'var', 'time', 'bdi', 'bdo', 'span'];

/** The words of the toolbar, in the order in which the page tells them. */
const wordOrder = ['bold', 'italic', 'title', 'subtitle', 'smallTitle', 'list', 'numbered', 'quote', 'link', 'undo', 'redo', 'address', 'setLink', 'unsetLink', 'block', 'table', 'figure', 'image', 'rule', 'detail', 'fixed', 'definitions', 'part', 'remove'] as const;
const words = text('rich').split('|');
const say = Object.fromEntries(wordOrder.map((name, at) => [name, words[at] ?? name])) as Record<(typeof wordOrder)[number], string>;

const attributesOf = (element: Element): Record<string, string> => Object.fromEntries([...element.attributes].map((attribute) => [attribute.name, attribute.value]));

const parsed = (markup: string): Element | null => new DOMParser().parseFromString(`<body>${markup}</body>`, 'text/html').body.firstElementChild;

/** A part that is shown and not taken apart: a block of the repository, a table, a picture. */
const kept = (name: string, tags: string[], inline: boolean, names: Map<string, string>) =>
  Node.create({
    name,
    group: inline ? 'inline' : 'block',
    inline,
    atom: true,
    selectable: true,
    draggable: !inline,
    addAttributes: () => ({ markup: { default: '', parseHTML: (element: HTMLElement) => element.outerHTML, rendered: false } }),
    parseHTML: () => tags.map((tag) => ({ tag, priority: 60 })),
    renderHTML: ({ node }) => ({ dom: (parsed(node.attrs.markup as string) ?? document.createElement('span')) as HTMLElement }),
    addNodeView: () =>
      ({ node, editor, getPos }) => {
        const source = parsed(node.attrs.markup as string);
        const dom = document.createElement(inline ? 'span' : 'div');
        if (source?.localName === 'br') {
          dom.append(document.createElement('br'));
          return { dom };
        }
        dom.className = 'kept-part';
        dom.contentEditable = 'false';
        const block = source?.getAttribute('data-content-key') ?? source?.getAttribute('data-content-udi')?.split('/').pop();
        const word = block ? (names.get(block.replaceAll('-', '')) ?? say.block) : (({ table: say.table, figure: say.figure, img: say.image, hr: say.rule, details: say.detail, pre: say.fixed, dl: say.definitions }) as Record<string, string>)[source?.localName ?? ''];
        const said = source?.textContent?.trim() || source?.getAttribute('alt') || '';
        dom.textContent = `${[word ?? say.part, said.slice(0, 160)].filter((part) => part !== '').join(': ')} `;
        const gone = document.createElement('button');
        gone.type = 'button';
        gone.className = 'quiet small';
        gone.textContent = say.remove;
        gone.setAttribute('aria-label', `${say.remove}: ${word ?? say.part}`);
        gone.addEventListener('click', () => {
          const at = getPos();
          if (at !== undefined) editor.chain().focus().deleteRange({ from: at, to: at + node.nodeSize }).run();
        });
        dom.append(gone);
        return { dom, stopEvent: (event: Event) => event.target === gone };
      },
  });

/** Formatting that has no button. */
const KeptMark = Mark.create({
  name: 'kept',
  excludes: '',
  addAttributes: () => ({
    tag: { default: 'span', parseHTML: (element: HTMLElement) => element.localName, rendered: false },
    own: { default: {}, parseHTML: (element: HTMLElement) => attributesOf(element), rendered: false },
  }),
  parseHTML: () => markTags.map((tag) => ({ tag })),
  renderHTML: ({ mark }) => [mark.attrs.tag as string, mergeAttributes(mark.attrs.own as Record<string, string>), 0],
});

/** Attributes that texts have and the editor has no use for. */
const own = (names: string[]) => () => Object.fromEntries(names.map((name) => [name, { default: null, parseHTML: (element: HTMLElement) => element.getAttribute(name), renderHTML: (attributes: Record<string, string | null>) => (attributes[name] === null ? {} : { [name]: attributes[name] }) }]));

const common = ['id', 'class', 'lang', 'dir', 'title'];

export const rich = (box: HTMLElement): void => {
  if (box.dataset.ready) return;
  box.dataset.ready = 'yes';
  const area = box.querySelector('textarea')!;
  const blocks = [...box.querySelectorAll<HTMLElement>('[data-block]')];
  const names = new Map(blocks.map((block) => [block.dataset.block!.replaceAll('-', ''), block.querySelector('summary')!.textContent!.replace(/\s+/g, ' ').trim()]));
  const toolbar = document.createElement('div');
  toolbar.className = 'rich-tools';
  toolbar.setAttribute('role', 'toolbar');
  toolbar.setAttribute('aria-label', box.dataset.label ?? '');
  const host = document.createElement('div');
  area.before(toolbar, host);

  const editor = new Editor({
    element: host,
    injectCSS: false,
    content: area.value,
    editorProps: {
      attributes: {
        class: 'rich-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': box.dataset.label ?? '',
        ...(area.getAttribute('aria-describedby') ? { 'aria-describedby': area.getAttribute('aria-describedby')! } : {}),
        spellcheck: 'true',
      },
    },
    extensions: [
      Document,
      Paragraph.extend({ addAttributes: own(common) }),
      Text,
      Heading.extend({ addAttributes: () => ({ level: { default: 2, rendered: false }, ...own(common)() }) }).configure({ levels: [1, 2, 3, 4, 5, 6] }),
      Bold,
      Italic,
      Blockquote.extend({ addAttributes: own([...common, 'cite']) }),
      BulletList.extend({ addAttributes: own(common) }),
      OrderedList.extend({ addAttributes: own([...common, 'start', 'type', 'reversed']) }),
      ListItem.extend({ addAttributes: own([...common, 'value']) }),
      ListKeymap,
      UndoRedo,
      Link.extend({ addAttributes: own(['href', 'target', 'rel', 'type', 'hreflang', 'title', 'class', 'id', 'lang', 'data-anchor', 'data-udi']) }).configure({
        openOnClick: false,
        autolink: false,
        linkOnPaste: true,
        isAllowedUri: (address) => /^(https?:|mailto:|tel:|\/|#|\{localLink:|[^:]*$)/i.test(address ?? ''),
      }),
      kept('keptBlock', blockTags, false, names),
      kept('keptInline', inlineTags, true, names),
      KeptMark,
    ],
    onUpdate: ({ editor: now }) => {
      area.value = now.isEmpty ? '' : now.getHTML();
      // What was taken out of the text can come back by undoing.
      for (const block of blocks) block.hidden = !area.value.includes(block.dataset.block!) && !area.value.includes(block.dataset.block!.replaceAll('-', ''));
      changed(area);
    },
    onSelectionUpdate: () => show(),
    onTransaction: () => show(),
  });

  // Only what can be shown again without a loss is taken apart; anything else stays the plain text it is.
  if (!isFaithful(area.value, editor.getHTML())) {
    editor.destroy();
    toolbar.remove();
    host.remove();
    return;
  }

  area.hidden = true;
  host.id = `${area.id}-rich`;
  document.querySelector(`label[for="${CSS.escape(area.id)}"]`)?.addEventListener('click', () => editor.commands.focus());
  addEventListener('hashchange', () => {
    if (location.hash === `#${area.id}`) editor.commands.focus();
  });

  const tools = toolsOf(editor, host);
  toolbar.append(...tools.map((tool) => tool.button));
  roving(toolbar);
  const show = (): void => tools.forEach((tool) => tool.button.setAttribute('aria-pressed', String(tool.isOn())));
  show();
};

const isFaithful = (before: string, after: string): boolean => {
  const lettersOf = (markup: string): string => (new DOMParser().parseFromString(markup, 'text/html').body.textContent ?? '').replace(/\s+/g, '');
  const count = (markup: string, what: string): number => new DOMParser().parseFromString(markup, 'text/html').body.querySelectorAll(what).length;
  return lettersOf(before) === lettersOf(after) && ['a', 'img', 'table', 'umb-rte-block', 'umb-rte-block-inline', 'li', 'h2', 'h3', 'h4'].every((what) => count(before, what) === count(after, what));
};

interface Tool {
  button: HTMLButtonElement;
  isOn: () => boolean;
}

const toolsOf = (editor: Editor, host: HTMLElement): Tool[] => {
  const tool = (caption: string, look: string, isOn: () => boolean, run: () => void): Tool => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet small icon';
    button.textContent = look;
    button.title = caption;
    // Whoever speaks to the machine says what is to be read: "T2".
    button.setAttribute('aria-label', /^[A-Z]\d$/.test(look) ? `${caption} (${look})` : caption);
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', run);
    return { button, isOn };
  };

  const chain = () => editor.chain().focus();
  return [
    tool(say.bold, 'N', () => editor.isActive('bold'), () => chain().toggleBold().run()),
    tool(say.italic, 'C', () => editor.isActive('italic'), () => chain().toggleItalic().run()),
    tool(say.title, 'T2', () => editor.isActive('heading', { level: 2 }), () => chain().toggleHeading({ level: 2 }).run()),
    tool(say.subtitle, 'T3', () => editor.isActive('heading', { level: 3 }), () => chain().toggleHeading({ level: 3 }).run()),
    tool(say.smallTitle, 'T4', () => editor.isActive('heading', { level: 4 }), () => chain().toggleHeading({ level: 4 }).run()),
    tool(say.list, '•', () => editor.isActive('bulletList'), () => chain().toggleBulletList().run()),
    tool(say.numbered, '1.', () => editor.isActive('orderedList'), () => chain().toggleOrderedList().run()),
    tool(say.quote, '❝', () => editor.isActive('blockquote'), () => chain().toggleBlockquote().run()),
    tool(say.link, '🔗', () => editor.isActive('link'), () => linking(editor, host)),
    tool(say.undo, '↶', () => false, () => chain().undo().run()),
    tool(say.redo, '↷', () => false, () => chain().redo().run()),
  ];
};

/** One of the buttons is in the way of the Tab key; the arrows lead to the others. */
const roving = (toolbar: HTMLElement): void => {
  const buttons = [...toolbar.querySelectorAll('button')];
  buttons.forEach((button, at) => (button.tabIndex = at === 0 ? 0 : -1));
  toolbar.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (step === 0 || at < 0) return;
    event.preventDefault();
    const next = buttons[(at + step + buttons.length) % buttons.length]!;
    buttons.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
    next.focus();
  });
};

/** Where a link leads is asked beside the text: an address, or none to take the link away. */
const linking = (editor: Editor, host: HTMLElement): void => {
  host.parentElement!.querySelector('.rich-link')?.remove();
  const box = document.createElement('div');
  box.className = 'rich-link row';
  const label = document.createElement('label');
  label.className = 'part grow';
  label.textContent = `${say.address} `;
  const input = document.createElement('input');
  input.type = 'text';
  input.inputMode = 'url';
  input.placeholder = 'https://';
  input.value = (editor.getAttributes('link').href as string | undefined) ?? '';
  label.append(input);
  const set = document.createElement('button');
  set.type = 'button';
  set.className = 'small';
  set.textContent = say.setLink;
  const none = document.createElement('button');
  none.type = 'button';
  none.className = 'second small';
  none.textContent = say.unsetLink;
  const done = (): void => {
    box.remove();
    editor.commands.focus();
  };
  set.addEventListener('click', () => {
    const address = input.value.trim();
    if (address) editor.chain().focus().extendMarkRange('link').setLink({ href: address }).run();
    done();
  });
  none.addEventListener('click', () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    done();
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      set.click();
    } else if (event.key === 'Escape') done();
  });
  input.addEventListener('input', (event) => event.stopPropagation());
  box.append(label, set, none);
  host.before(box);
  input.focus();
};
