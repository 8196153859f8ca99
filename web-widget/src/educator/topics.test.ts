import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { topicName } from './topics';

const REPORTS = '../assistant/src/main/resources/org/kepu/assistant/report/topics.tsv';

it('calls the topics what the reports call them', () => {
  const rows = readFileSync(REPORTS, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));

  expect(rows.length).toBeGreaterThan(30);
  for (const [code, name] of rows) expect(topicName(code ?? '', 'zh-CN')).toBe(name);
  expect(topicName('invasive-species', 'en')).toBe('Invasive species');
});
