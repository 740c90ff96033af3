import { erasureMessages } from '../../../src/messages/index.ts';
import { speechWith } from '../speech/speech-with.ts';

export const useSpeech = speechWith(erasureMessages);
