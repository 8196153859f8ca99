import { expect, it } from 'vitest';
import { defaultApiBase } from './api-base';

it.each([
  ['https://kepu.example/widget/kepu-chat.js', 'https://kepu.example'],
  ['https://kepu.example/kepu/widget/kepu-chat.js?v=2', 'https://kepu.example/kepu'],
  ['http://localhost:5173/@fs/work/src/chat/kepu-chat.ts', ''],
])('finds the service of %s at %j', (script, base) => {
  expect(defaultApiBase(script)).toBe(base);
});
