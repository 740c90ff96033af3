import { plainTextLayer, type TextLayer } from '../../model/index.ts';
export const pageLayer = (text: string): TextLayer => plainTextLayer(text);
