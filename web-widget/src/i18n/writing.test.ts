import { expect, test } from 'vitest';
import { counted, enumerated, noted, said } from './writing';

test('an enumeration is written as the language writes it', () => {
  expect(enumerated(['管理员', '编辑', '教师'], 'zh-CN')).toBe('管理员、编辑、教师');
  expect(enumerated(['Administrator', 'Editor', 'Educator'], 'en')).toBe('Administrator, Editor, Educator');
  expect(enumerated(['Editor'], 'en')).toBe('Editor');
  expect(enumerated([], 'en')).toBe('');
});

test('one is singular, all others are not', () => {
  expect(counted(1, 'item')).toBe('1 item');
  expect(counted(0, 'item')).toBe('0 items');
  expect(counted(21, 'item')).toBe('21 items');
  expect(counted(2, 'person', 'people')).toBe('2 people');
});

test('colons and brackets are the language’s own', () => {
  expect(said('格式', '题干', 'zh-CN')).toBe('格式：题干');
  expect(said('Form', '题干', 'en')).toBe('Form: 题干');
  expect(noted('场馆', '可多选', 'zh-CN')).toBe('场馆（可多选）');
  expect(noted('Venue', 'one or more', 'en')).toBe('Venue (one or more)');
});
