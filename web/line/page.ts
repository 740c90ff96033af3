/** What the server put into the page for its script. */
export interface PageData {
  readonly line: string;
  readonly recipients: readonly string[];
  readonly language: 'ar' | 'en';
  readonly fileBytes: number;
  readonly files: number;
  readonly textLength: number;
  readonly words: Readonly<Record<string, string>>;
}

export const data = JSON.parse(document.getElementById('data')!.textContent!) as PageData;

export const say = (name: string, values: Readonly<Record<string, string | number>> = {}): string =>
  (data.words[name] ?? name).replace(/\{(\w+)\}/g, (whole, key: string) =>
    key in values ? `\u2068${values[key]}\u2069` : whole,
  );

const numbers = new Intl.NumberFormat(data.language === 'ar' ? 'ar-SY-u-nu-arab' : 'en-GB');
export const figure = (value: number): string => numbers.format(value);
export const dayInWords = (day: string): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString(data.language === 'ar' ? 'ar-SY-u-nu-arab' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });

export const the = <Found extends Element = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): Found => within.querySelector<Found>(selector)!;
export const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];

export type Step = 'start' | 'code' | 'tell' | 'ask' | 'narrow' | 'send' | 'done' | 'back' | 'talk';

/** Shows one step. The address stays the same; going back works, except into what is over. */
export function show(step: Step, history: 'push' | 'replace' | 'keep' = 'push'): void {
  for (const section of all('[data-step]')) section.hidden = section.dataset.step !== step;
  if (history !== 'keep') window.history[`${history}State`]({ step }, '');
  window.scrollTo(0, 0);
  the('h1', the(`[data-step=${step}]`)).focus();
}

export function showError(step: Step, sentence: string | undefined): void {
  const place = the('[data-error]', the(`[data-step=${step}]`));
  place.hidden = sentence === undefined;
  place.textContent = sentence ?? '';
}
