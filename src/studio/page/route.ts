/** Where the person is: the part of the address after `#`. */
import { useEffect, useState } from 'preact/hooks';

export type View = 'edit' | 'check' | 'translate' | 'files' | 'json' | 'versions';

export type Route = { readonly view: 'start' } | { readonly view: View; readonly file: string; readonly part: string };

const views: readonly string[] = ['edit', 'check', 'translate', 'files', 'json', 'versions'];

export function routeOf(hash: string): Route {
  const [view = '', file = '', part = ''] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  if (!views.includes(view) || file === '') return { view: 'start' };
  return { view: view as View, file, part };
}

export function addressOf(route: Route): string {
  if (route.view === 'start') return '#/';
  return `#/${[route.view, route.file, route.part].map(encodeURIComponent).join('/')}`;
}

export function go(route: Route): void {
  location.hash = addressOf(route);
}

export function useRoute(): Route {
  const [route, take] = useState(routeOf(location.hash));
  useEffect(() => {
    const follow = () => take(routeOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}
