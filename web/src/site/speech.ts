import { siteLogMessages, siteMessages, sitePlanMessages } from '../../../src/messages/index.ts';
import { speechWith } from '../speech/speech-with.ts';

export const useSpeech = speechWith({ ...siteMessages, ...siteLogMessages, ...sitePlanMessages });
export type SiteSpeech = ReturnType<typeof useSpeech>;
