/** What is told to those who listen: one message at a time, politely but for what loses work. */

/** After the last key. Milliseconds. */
const rest = 1000;
let timer: ReturnType<typeof setTimeout> | null = null;

function region(name: 'polite' | 'assertive'): HTMLElement | null {
  return document.getElementById(`live-${name}`);
}

/** Says it once the person has stopped typing; a later message takes its place. */
export function announce(text: string, wait = 100): void {
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(() => put('polite', text), wait);
}

export function announceLater(text: string): void {
  announce(text, rest);
}

/** The same alarm is not given twice within this time: the lost server is noticed in two ways. Milliseconds. */
const alarmRest = 3000;
let lastAlarm = { text: '', when: 0 };

/** Says it at once. */
export function alarm(text: string): void {
  const now = Date.now();
  if (text === lastAlarm.text && now - lastAlarm.when < alarmRest) return;
  lastAlarm = { text, when: now };
  put('assertive', text);
}

function put(name: 'polite' | 'assertive', text: string): void {
  const place = region(name);
  if (place === null) return;
  // The same words again are said again.
  place.textContent = place.textContent === text ? `${text}\u00a0` : text;
}
