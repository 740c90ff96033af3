/** The full fonts for quoted text: only a letter that the small cut lacks makes the browser fetch one of their files. */
import '@fontsource-variable/noto-naskh-arabic';
import '@fontsource-variable/noto-serif';
