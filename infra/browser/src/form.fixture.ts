// A command given through its form, as a person does it.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Opens a form, fills its fields by their labels, types the name that it asks for, and waits until the form is gone. */
export async function give(page: Page | Locator, button: string, fields: Record<string, string | RegExp> = {}) {
  await page.getByRole('button', { name: button, exact: true }).first().click();
  const form = ('page' in page ? page.page() : page).getByRole('dialog');
  for (const [label, value] of Object.entries(fields)) {
    const field = form.getByLabel(label).first();
    const kind = await field.evaluate((element) => `${element.tagName} ${element.getAttribute('type')}`);
    if (kind.startsWith('SELECT')) await field.selectOption({ label: await optionOf(field, value) });
    else if (kind === 'INPUT checkbox') await field.check();
    else await field.fill(String(value));
  }
  const submit = form.locator('button[type=submit]');
  await submit.waitFor();
  const confirm = form.getByLabel(/请输入以下名称确认/);
  if (await confirm.count()) await confirm.fill(await form.locator('.field b').last().innerHTML());
  await submit.click();
  const problem = form.getByRole('alert');
  await Promise.race([submit.waitFor({ state: 'detached' }), problem.waitFor()]).catch(() => {});
  expect(await problem.allTextContents()).toEqual([]);
  await submit.waitFor({ state: 'detached' });
}

/** The option's whole text. */
async function optionOf(field: Locator, text: string | RegExp): Promise<string> {
  if (typeof text === 'string') return text;
  return (await field.locator('option').filter({ hasText: text }).first().textContent())!;
}
