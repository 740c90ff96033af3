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

/** Tables become cards on a phone, and on paper, which is no wider. */
export const useWidth = (): 'phone' | 'desk' =>
  useSyncExternalStore(subscribe, () => (phone.matches || printer.matches ? 'phone' : 'desk'));
