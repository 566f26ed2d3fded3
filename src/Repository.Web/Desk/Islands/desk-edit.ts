// What the editing page does beyond what the browser does by itself.
import { blocks } from './blocks';
import { checking } from './checking';
import { alike, company } from './company';
import { keeping } from './keeping';
import { media } from './media';
import { dress, form } from './page';
import { pickers } from './picker';
import { rows } from './rows';
import { tabs } from './tabs';

document.documentElement.classList.add('scripted');
tabs();
rows();
pickers();
media();
blocks();

// The editor of formatted text is large: it is fetched when a text comes into sight that needs it.
const near = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) {
    if (!isIntersecting) continue;
    near.unobserve(target);
    void import('./rich').then(({ rich }) => rich(target as HTMLElement));
  }
});
dress((within) => {
  for (const box of within.querySelectorAll<HTMLElement>('[data-rich]')) near.observe(box);
});

if (!form.querySelector<HTMLFieldSetElement>('.edit-frame')!.disabled) {
  keeping();
  company();
  alike();
  checking();
}
