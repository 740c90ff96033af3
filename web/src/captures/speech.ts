import { captureMessages } from '../../../src/messages/index.ts';
import { speechWith } from '../speech/speech-with.ts';

export const useSpeech = speechWith(captureMessages);
