// The builder of forms, made easier: pages, groups, questions and options are taken by hand. What is sent is what a button would send; the arrows stay for the keyboard.
import { grip } from './grips';
import { options } from './options';

const outline = document.querySelector<HTMLFormElement>('form[data-outline]');

const press = (step: string): void => {
  const button = document.createElement('button');
  button.name = 'do';
  button.value = step;
  button.hidden = true;
  outline!.append(button);
  outline!.requestSubmit(button);
};

const nearest = (lists: string) => (over: Element) => over.closest<HTMLElement>(lists);

const tools = (item: HTMLElement, within: string): Element => item.querySelector(`:scope > ${within} > .tools, :scope > .tools`)!;

for (const item of outline?.querySelectorAll<HTMLElement>('[data-page]') ?? []) {
  grip(tools(item, '.part-head'), { item, list: nearest('form[data-outline]'), items: '[data-page]', moved: (_, at) => press(`pageTo:${item.dataset['page']}/${at}`) });
}

for (const item of outline?.querySelectorAll<HTMLElement>('[data-set]') ?? []) {
  grip(tools(item, '.part-head'), { item, list: nearest('[data-sets]'), items: '[data-set]', moved: (list, at) => press(`fieldsetTo:${item.dataset['set']}/${list.dataset['sets']}/${at}`) });
}

for (const item of outline?.querySelectorAll<HTMLElement>('[data-question]') ?? []) {
  grip(tools(item, '.outline-told'), { item, list: nearest('[data-column]'), items: '[data-question]', moved: (list, at) => press(`fieldTo:${item.dataset['question']}/${list.dataset['column']}/${at}`) });
}

for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-options]')) options(area);
