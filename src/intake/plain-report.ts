import { plainTextLayer, type TextLayer } from '../model/index.ts';
export const plainReportLayer = (text: string): TextLayer => plainTextLayer(text);
