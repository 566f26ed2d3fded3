/** Something in a list that can be taken by its grip, by mouse, pen or finger. */
export interface Gripped {
  item: HTMLElement;
  /** What would take it in where it is held. */
  list: (over: Element) => HTMLElement | null;
  /** What it stands among there. */
  items: string;
  /** Called once it was let go; it stands there already. */
  moved: (list: HTMLElement, at: number) => void;
}

const edge = 60;

/** The thing stays where it is until it is let go; a line shows where that would be. Without one it stays. */
export const grip = (host: Element, { item, list: listOver, items, moved }: Gripped): void => {
  const handle = document.createElement('span');
  handle.className = 'grip';
  handle.setAttribute('aria-hidden', 'true');
  handle.textContent = '⠿';
  host.prepend(handle);
  handle.addEventListener('pointerdown', (down) => {
    if (down.button !== 0) return;
    down.preventDefault();
    down.stopPropagation();
    const line = document.createElement(item.localName === 'li' ? 'li' : 'div');
    line.className = 'drop-here';
    let [x, y, isMoved] = [down.clientX, down.clientY, false];
    const others = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>(`:scope > ${items}`)].filter((other) => other !== item);
    const look = (): void => {
      const over = document.elementFromPoint(x, y);
      const list = over && listOver(over);
      if (!list || item.contains(list)) {
        line.remove();
        return;
      }
      const next = others(list).find((other) => {
        const { top, height } = other.getBoundingClientRect();
        return y < top + height / 2;
      });
      if (next) next.before(line);
      else if (others(list).length > 0) others(list).at(-1)!.after(line);
      else list.append(line);
    };
    const move = (event: PointerEvent): void => {
      if (event.pointerId !== down.pointerId) return;
      [x, y, isMoved] = [event.clientX, event.clientY, true];
      look();
    };
    // Near an edge of the window the page goes on by itself.
    let turning = 0;
    const turn = (): void => {
      const by = y < edge ? -8 : y > innerHeight - edge ? 8 : 0;
      if (by !== 0 && isMoved) {
        scrollBy(0, by);
        look();
      }
      turning = requestAnimationFrame(turn);
    };
    const end = (): void => {
      cancelAnimationFrame(turning);
      document.removeEventListener('pointermove', move);
      document.removeEventListener('pointerup', drop);
      document.removeEventListener('pointercancel', end);
      document.removeEventListener('keydown', escape);
      document.documentElement.classList.remove('taking');
      item.classList.remove('taken');
      line.remove();
    };
    const drop = (event: PointerEvent): void => {
      if (event.pointerId !== down.pointerId) return;
      const list = line.parentElement;
      const isElsewhere = list !== null && line.nextElementSibling !== item && line.previousElementSibling !== item;
      if (isElsewhere) line.before(item);
      end();
      if (isElsewhere) moved(list, [...list.querySelectorAll(`:scope > ${items}`)].indexOf(item));
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') end();
    };
    document.addEventListener('pointermove', move);
    document.addEventListener('pointerup', drop);
    document.addEventListener('pointercancel', end);
    document.addEventListener('keydown', escape);
    document.documentElement.classList.add('taking');
    item.classList.add('taken');
    turning = requestAnimationFrame(turn);
  });
};
