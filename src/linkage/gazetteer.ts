/**
 * Places and facilities that bear names no spelling rule would bring together. A case adds its own; everything else
 * is left to the comparison of names across scripts.
 */
export const KNOWN_PLACES: readonly (readonly string[])[] = [
  ['دمشق', 'الشام', 'Damascus', 'Dimashq', 'Sham', 'Damas'],
  ['ريف دمشق', 'Rural Damascus', 'Rif Dimashq', 'Damascus countryside', 'Rif Damas'],
  ['حلب', 'Aleppo', 'Halab', 'Alep'],
  ['حمص', 'Homs', 'Hims'],
  ['حماة', 'Hama', 'Hamah'],
  ['اللاذقية', 'Latakia', 'Lattakia', 'al-Ladhiqiyah', 'Lattaquié'],
  ['طرطوس', 'Tartus', 'Tartous'],
  ['إدلب', 'Idlib', 'Idleb'],
  ['درعا', 'Daraa', 'Deraa', 'Dara', 'Darʿa'],
  ['السويداء', 'Sweida', 'Suwayda', 'as-Suwayda', 'Soueida', 'Es-Suweida'],
  ['القنيطرة', 'Quneitra', 'Qunaytirah', 'Kuneitra'],
  ['دير الزور', 'Deir ez-Zor', 'Deir al-Zour', 'Dayr az-Zawr', 'Deir Ezzor'],
  ['الرقة', 'Raqqa', 'ar-Raqqah', 'Rakka'],
  ['الحسكة', 'Hasakah', 'al-Hasakeh', 'Hassake'],
  ['القامشلي', 'Qamishli', 'Kamishly', 'Qamishlo'],
  ['البوكمال', 'Al-Bukamal', 'Abu Kamal', 'Albu Kamal'],
  ['عين العرب', 'Kobani', 'Kobane', 'Ayn al-Arab', 'كوباني'],
  ['تدمر', 'Palmyra', 'Tadmor', 'Tadmur', 'Palmyre'],
  ['صيدنايا', 'Sednaya', 'Saydnaya', 'Saidnaya', 'Sidnaya', 'Seydnaya'],
  ['المزة', 'Mezzeh', 'Mazzeh', 'al-Mazza', 'Mezze'],
  ['عدرا', 'Adra', 'Adhra'],
  ['تشرين', 'Tishreen', 'Tishrin', 'Techrine'],
  ['حرستا', 'Harasta'],
  ['المجتهد', 'Mujtahid', 'al-Mojtahed', 'Moujtahed'],
  ['المواساة', 'Mouwasat', 'al-Muwasah', 'Mowasat', 'Muwasat'],
];
