// Settles the language before anything is painted: the address first, then what was chosen before, then what the
// browser asks for; Arabic where nothing is known. The address always names it, so that a link can be shared.
(() => {
  const named = /^\/(ar|en)(?=\/|$)/.exec(location.pathname);
  const search = new URLSearchParams(location.search);
  let remembered = null;
  try {
    remembered = localStorage.getItem('sanad.language');
  } catch {}
  const asked = navigator.languages ?? [];
  const known = asked.find((tag) => /^(ar|en)\b/i.test(tag)) ?? asked[0];
  const wished = search.get('lang') ?? named?.[1] ?? remembered ?? known ?? 'ar';
  const language = /^ar\b/i.test(wished) ? 'ar' : 'en';
  search.delete('lang');
  const path = named ? location.pathname.slice(3) || '/' : location.pathname;
  const query = search.size > 0 ? `?${search}` : '';
  const address = `/${language}${path}${query}${location.hash}`;
  if (address !== location.pathname + location.search + location.hash)
    history.replaceState(history.state, '', address);
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
})();
