import { useEffect, useRef } from 'preact/hooks';

/** Where another screen has come and the focus was left with the old one, its heading has it: the new one is heard. */
export function useHeadingFocus(screen: string | null): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (screen === null) return;
    // The page itself has just been opened: the browser begins at its top.
    const isFirst = last.current === null;
    if (!isFirst && last.current !== screen && document.activeElement === document.body)
      document.querySelector<HTMLElement>('main h1')?.focus();
    last.current = screen;
  }, [screen]);
}
