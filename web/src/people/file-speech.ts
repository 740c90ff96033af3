import { personFileMessages } from '../../../src/messages/index.ts';
import { speechWith } from '../speech/speech-with.ts';

export const useFileSpeech = speechWith(personFileMessages);
