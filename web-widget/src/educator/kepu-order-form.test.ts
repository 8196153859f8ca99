import { afterEach, expect, it } from 'vitest';
import type { OrderEvent } from './kepu-order-form';
import './kepu-order-form';
import type { Order } from './studio-client';

afterEach(() => {
  document.body.replaceChildren();
});

it('asks for an article, a topic and what the standard names', async () => {
  const form = document.createElement('kepu-order-form');
  form.sources = [
    {
      id: 'milu',
      title: '麋鹿',
      topics: ['milu', 'deer'],
      venues: [],
      exhibits: [],
      sections: ['麋鹿吃什么？'],
    },
  ];
  document.body.append(form);
  await form.updateComplete;
  const orders: Order[] = [];
  form.addEventListener('kepu-order', (event: OrderEvent) => orders.push(event.order));
  const root = form.renderRoot;

  root.querySelector<HTMLElement>('.whole input')?.click();
  for (const box of [
    'bloom][value=create',
    'crosscutting][value=system_and_model',
    'competences][value=scientific_thinking',
  ]) {
    root.querySelector<HTMLElement>(`input[name=${box}]`)?.click();
  }
  const topic = root.querySelector<HTMLSelectElement>('select[name=topic]');
  if (topic) topic.value = 'deer';
  expect(topic?.selectedOptions[0]?.textContent).toBe('鹿类');
  root.querySelector('form')?.dispatchEvent(new SubmitEvent('submit', { cancelable: true }));

  expect(orders[0]).toMatchObject({
    title: '麋鹿',
    topic: 'deer',
    documents: ['milu'],
    bloom: ['create'],
    crosscutting: ['system_and_model'],
    competences: ['scientific_thinking'],
  });
  expect(orders[0]).not.toHaveProperty('exhibit');
  expect(orders[0]).not.toHaveProperty('core');
});
