import type { ENGLISH_ERRORS } from './englishErrors.ts';

export const GERMAN_ERRORS: typeof ENGLISH_ERRORS = {
  BRIDGE_UNREACHABLE:
    'Die Brücke ist nicht erreichbar. Prüfen Sie das Netz; was Sie beurteilt haben, bleibt in dieser Seite.',
  BRIDGE_MISSING: 'Wo dieser Viewer die Brücke sucht, antwortet keine.',
  BRIDGE_ANSWER_INVALID:
    'Brücke und Viewer passen nicht zusammen. Bitten Sie den Support, beide zu erneuern.',
  ORTHANC_UNREACHABLE:
    'Das Bildarchiv antwortet nicht. Versuchen Sie es in einer Minute erneut; hält es an, rufen Sie den Support.',
  ORTHANC_UNAUTHORIZED: 'Das Bildarchiv lässt die Brücke nicht ein. Rufen Sie den Support.',
  STUDY_NOT_FOUND: 'Das Bildarchiv hat diese Studie nicht mehr. Gehen Sie zurück zur Studienliste.',
  STUDY_AMBIGUOUS:
    'Zwei Patienten im Archiv haben eine Studie mit dieser Kennung. Das muss erst geklärt werden; rufen Sie den Support.',
  PROJECT_NOT_FOUND: 'Dieses Projekt gibt es nicht mehr. Wählen Sie ein anderes.',
  PROFILE_NOT_ALLOWED: 'Das Projekt erlaubt dieses Profil nicht mehr. Wählen Sie ein anderes.',
  JOB_UNFINISHED:
    'Diese Studie wird für dieses Projekt bereits de-identifiziert. Warten Sie, bis das beendet ist.',
  JOB_COPY_CONFLICT:
    'Im Archiv liegt an der Stelle der Kopie etwas anderes. Nichts wurde geändert; rufen Sie den Support.',
  COPY_NOT_VERIFIED:
    'Die fertige Kopie hat ihre Prüfung nicht bestanden und wurde nicht gespeichert. Rufen Sie den Support.',
  PIXELS_NOT_VERIFIED:
    'Ein geschwärztes Bild hat seine Prüfung nicht bestanden; keine Kopie wurde gespeichert. Rufen Sie den Support.',
  KEY_MISSING:
    'Der Schlüssel dieses Projekts fehlt; so lassen sich keine Pseudonyme bilden. Rufen Sie den Support.',
  INTERNAL: 'Die Brücke hat versagt. Versuchen Sie es erneut; hält es an, rufen Sie den Support.',
  DETECTION_MODEL_UNAVAILABLE:
    'Die Textsuche konnte nicht geladen werden. Prüfen Sie das Netz und suchen Sie erneut.',
  DETECTION_IMAGE_UNAVAILABLE: 'Das Bild konnte nicht geladen werden.',
  DETECTION_FAILED: 'Die Textsuche ist gescheitert.',
};
