import { figureMessages } from '../../../src/messages/index.ts';
import { speechWith } from '../speech/speech-with.ts';

export type FigureKey = keyof typeof figureMessages;
export const useSpeech = speechWith(figureMessages);
export type FigureSpeech = ReturnType<typeof useSpeech>;
