/** Documents that more than one act's values were read in, as they are cited in print. */

export const cieloCharter = "Carta dei servizi di Cielo (Rev. 2.0/18)";
export const hellotelCharter = "Carta dei servizi di Hellotel";

export const incumbentReport =
  "Relazione sugli indicatori di qualità dei servizi di telefonia vocale su rete fissa, anno 2012 (docplayer.it/69565878)";

export const universalService = "https://www.agcom.it/qualita-del-servizio-universale";

/** The Authority's page on the quality of fixed and mobile services. */
export const agcomPage =
  "https://www.agcom.it/competenze/consumatori/interventi-regolamentari-sulla-qualita-dei-servizi-attuazione-del-nuovo-0/qualit%C3%A0-servizi-telefonici-e-connettivita-rete-fissa-e-mobile";
