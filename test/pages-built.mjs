// Before any test: the pages as they stand in the sources, built once, since several tests open them in a browser.
import { setUp } from '../tools/set-up.mjs';

export const setup = () => {
  setUp({ withPages: true });
};
