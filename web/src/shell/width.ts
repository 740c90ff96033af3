import { useSyncExternalStore } from 'react';

const phone = matchMedia('(max-width: 44rem)');
const printer = matchMedia('print');

const subscribe = (listener: () => void): (() => void) => {
  phone.addEventListener('change', listener);
  printer.addEventListener('change', listener);
  return () => {
    phone.removeEventListener('change', listener);
    printer.removeEventListener('change', listener);
  };
};

/** Whether the window is at least so wide, in rem. */
export function useRoomFor(rem: number): boolean {
  const query = `(min-width: ${rem}rem)`;
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}

/** Tables become cards on a phone, and on paper, which is no wider. */
export const useWidth = (): 'phone' | 'desk' =>
  useSyncExternalStore(subscribe, () => (phone.matches || printer.matches ? 'phone' : 'desk'));
