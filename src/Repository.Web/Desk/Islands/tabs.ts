import { form } from './page';

/** Shows one part of the form at a time. The links stay links: the address names the part. */
export const tabs = (): void => {
  const links = [...form.querySelectorAll<HTMLAnchorElement>('[data-tab]')];
  const sections = links.map((link) => document.getElementById(link.dataset.tab!)!);
  if (links.length < 2) return;

  const show = (wanted: HTMLElement): void => {
    sections.forEach((section, at) => {
      section.hidden = section !== wanted;
      if (section === wanted) links[at]!.setAttribute('aria-current', 'true');
      else links[at]!.removeAttribute('aria-current');
    });
  };

  const sectionOf = (id: string): HTMLElement | undefined => {
    const target = document.getElementById(id);
    return target ? sections.find((section) => section.contains(target)) : undefined;
  };

  for (const link of links) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      const section = document.getElementById(link.dataset.tab!)!;
      show(section);
      history.replaceState(null, '', `#${section.id}`);
      if (section.getBoundingClientRect().top < 0) form.scrollIntoView();
    });
  }

  // Whoever follows a link to a field finds its part open, and the blocks around it.
  const reach = (id: string): void => {
    const section = sectionOf(id);
    if (!section) return;
    show(section);
    const target = document.getElementById(id)!;
    for (let above: Element | null = target; above; above = above.parentElement) if (above instanceof HTMLDetailsElement) above.open = true;
    if (target === section) return;
    target.scrollIntoView({ block: 'center' });
    target.focus({ preventScroll: true });
  };

  addEventListener('hashchange', () => reach(location.hash.slice(1)));
  document.querySelector('[data-errors]')?.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link) return;
    event.preventDefault();
    reach(link.hash.slice(1));
  });

  const wrong = sections.find((section) => section.querySelector('[aria-invalid="true"], .error:not([hidden])'));
  show(wrong ?? sections[0]!);
  if (location.hash) reach(location.hash.slice(1));
  document.querySelector<HTMLElement>('[data-errors]')?.focus();
};
