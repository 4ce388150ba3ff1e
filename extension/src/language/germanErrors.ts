import type { ErrorCode } from '@pseudonymize-redact/core/errors';

export const GERMAN_ERRORS: Readonly<Record<ErrorCode, string>> = {
  // Files that cannot be read
  PART10_NOT_DICOM: 'Das ist keine DICOM-Datei. Bitten Sie den Support, sie im Archiv anzusehen.',
  PART10_TRUNCATED: 'Die Datei ist unvollständig. Lassen Sie sie noch einmal ans Archiv senden.',
  PART10_MALFORMED:
    'Die Datei ist beschädigt oder entspricht nicht DICOM. Bitten Sie den Support, sie anzusehen.',
  PART10_UNKNOWN_VR:
    'Die Datei enthält Werte einer Art, die DICOM nicht kennt. Bitten Sie den Support, sie anzusehen.',
  PART10_UNKNOWN_TRANSFER_SYNTAX:
    'Die Datei ist in einer unbekannten Form gespeichert. Bitten Sie den Support, sie umwandeln zu lassen.',
  PART10_DEFLATE:
    'Die komprimierte Datei lässt sich nicht entpacken. Lassen Sie sie noch einmal ans Archiv senden.',
  PART10_VALUE_TOO_LONG:
    'Ein Wert der Datei ist länger, als DICOM es erlaubt. Bitten Sie den Support, sie anzusehen.',
  PART10_UNKNOWN_CHARACTER_SET:
    'Der Zeichensatz der Datei ist unbekannt, ihre Texte lassen sich nicht bereinigen. Rufen Sie den Support.',

  // Searching for text
  DETECTION_IMAGE_INVALID: 'Das Bild hat nicht so viele Pixel, wie sein Header angibt.',
  DETECTION_IMAGE_UNAVAILABLE: 'Das Bild konnte nicht geladen werden.',
  DETECTION_MODEL_UNAVAILABLE:
    'Die Textsuche konnte nicht geladen werden. Prüfen Sie das Netz und suchen Sie erneut.',
  DETECTION_FAILED: 'Die Textsuche ist gescheitert.',
  DETECTION_ENDED: 'Die Textsuche wurde beendet.',

  // The way to the bridge
  BRIDGE_UNREACHABLE:
    'Die Brücke ist nicht erreichbar. Prüfen Sie das Netz; was Sie beurteilt haben, bleibt in dieser Seite.',
  BRIDGE_MISSING: 'Wo dieser Viewer die Brücke sucht, antwortet keine.',
  BRIDGE_ANSWER_INVALID:
    'Brücke und Viewer passen nicht zusammen. Bitten Sie den Support, beide zu erneuern.',
  BRIDGE_STOPPING: 'Die Brücke wird gerade neu gestartet. Versuchen Sie es in einer Minute erneut.',
  REQUEST_INVALID: 'Brücke und Viewer passen nicht zusammen. Bitten Sie den Support, beide zu erneuern.',
  REQUEST_FOREIGN_ORIGIN:
    'Die Brücke nimmt nur Anfragen des Viewers an, zu dem sie gehört. Öffnen Sie ihn unter seiner üblichen Adresse.',
  REQUEST_FOREIGN_HOST:
    'Die Brücke kennt die Adresse dieses Viewers nicht. Bitten Sie den Support, sie einzutragen.',
  ROUTE_NOT_FOUND: 'Brücke und Viewer passen nicht zusammen. Bitten Sie den Support, beide zu erneuern.',
  INTERNAL: 'Die Brücke hat versagt. Versuchen Sie es erneut; hält es an, rufen Sie den Support.',

  // Profiles
  PROFILE_INVALID:
    'Dieses Profil ist fehlerhaft. Wählen Sie ein anderes oder bitten Sie den Support, es zu berichtigen.',
  PROFILE_NOT_ALLOWED: 'Das Projekt erlaubt dieses Profil nicht mehr. Wählen Sie ein anderes.',
  PROFILE_NOT_FOUND: 'Dieses Profil gibt es nicht mehr. Wählen Sie ein anderes.',
  PROFILE_PRESET: 'Dieses Profil lässt sich nicht ändern, aber unter einem anderen Namen speichern.',
  PROFILE_LEAVES_IDENTIFIER:
    'Dieses Profil behält Identifizierendes, ohne es anzugeben. Wählen Sie ein anderes oder bitten Sie den Support, es zu berichtigen.',

  // What is refused on purpose
  DEIDENTIFICATION_SOP_CLASS_UNKNOWN:
    'Objekt einer privaten oder unbekannten Art, das sich nicht sicher bereinigen lässt.',
  DEIDENTIFICATION_ENCAPSULATED_DOCUMENT:
    'Dokument, etwa ein PDF, dessen Inhalt sich nicht bereinigen lässt.',
  DEIDENTIFICATION_VIDEO: 'Video, das sich nicht nach Text durchsuchen lässt.',
  DEIDENTIFICATION_AUDIO: 'Tonaufnahme, die sich nicht bereinigen lässt.',
  DEIDENTIFICATION_RAW_DATA: 'Rohdaten eines Herstellers, die sich nicht bereinigen lassen.',
  DEIDENTIFICATION_OVERLAY_OR_CURVE: 'Nur ein Overlay oder eine Kurve; davon bliebe nichts übrig.',
  DEIDENTIFICATION_NO_PATIENT: 'Objekt, das zu keinem Patienten gehört.',
  DEIDENTIFICATION_SLIDE_LABEL: 'Bild mit dem Etikett eines Objektträgers, auf dem Namen und Nummern stehen.',
  DEIDENTIFICATION_NO_SOP_INSTANCE: 'Objekt ohne eigene Kennung.',

  // Pixels
  PIXELS_ABSENT:
    'Ein Feld liegt auf einem Objekt ohne Bild. Löschen Sie das Feld und versuchen Sie es erneut.',
  PIXELS_ATTRIBUTE_INVALID:
    'Der Header widerspricht sich über das Bild, daher lässt sich darauf nichts abdecken.',
  PIXELS_LENGTH_MISMATCH: 'Das Bild hat nicht so viele Pixel, wie sein Header angibt. Rufen Sie den Support.',
  PIXELS_FRAMES_AMBIGUOUS:
    'Wo die Frames dieses Bildes beginnen und enden, ist unklar, daher lässt sich darauf nichts abdecken.',
  PIXELS_REGION_OUTSIDE:
    'Ein Feld liegt außerhalb des Bildes. Verschieben oder löschen Sie es und versuchen Sie es erneut.',
  PIXELS_FRAME_OUTSIDE:
    'Ein Feld gehört zu einem Frame, den das Bild nicht hat. Öffnen Sie die Studie neu und prüfen Sie die Felder.',
  PIXELS_FILL_INVALID:
    'Das Profil füllt Felder mit einem Wert, den dieses Bild nicht aufnehmen kann. Rufen Sie den Support.',
  PIXELS_TRANSFER_SYNTAX_UNSUPPORTED:
    'Auf einem so komprimierten Bild lässt sich nichts verlustfrei abdecken. Bitten Sie den Support, es umwandeln zu lassen.',
  PIXELS_CODEC_FAILED:
    'Das Bild lässt sich nicht entpacken oder wieder packen, daher lässt sich darauf nichts abdecken.',
  PIXELS_NOT_VERIFIED:
    'Ein geschwärztes Bild hat seine Prüfung nicht bestanden; keine Kopie wurde gespeichert. Rufen Sie den Support.',
  PIXELS_ULTRASOUND_REGIONS_ABSENT:
    'Das Profil deckt ab, was außerhalb des Ultraschallbildes liegt, aber der Header sagt nicht, wo das ist. Wählen Sie ein anderes Profil.',

  // Held images
  HOLD_NOT_FOUND: 'Dieses Bild wird nicht mehr zurückgehalten. Öffnen Sie die Studie neu.',
  HOLD_DECIDED: 'Über dieses Bild ist schon entschieden, vielleicht von einer anderen Person.',
  HOLD_TEXT_REMAINS:
    'Auf dem geschwärzten Bild fand sich Text, der identifizieren kann. Es wurde nicht gespeichert.',

  // The image archive and the database
  ORTHANC_UNREACHABLE:
    'Das Bildarchiv antwortet nicht. Versuchen Sie es in einer Minute erneut; hält es an, rufen Sie den Support.',
  ORTHANC_UNAUTHORIZED: 'Das Bildarchiv lässt die Brücke nicht ein. Rufen Sie den Support.',
  ORTHANC_NOT_FOUND: 'Das Bildarchiv hat das nicht mehr. Öffnen Sie die Studie neu.',
  ORTHANC_REFUSED: 'Das Bildarchiv hat eine Anfrage der Brücke abgelehnt. Rufen Sie den Support.',
  DATABASE_NEWER: 'Die Brücke ist älter als ihre Datenbank. Rufen Sie den Support.',

  // Where copies go
  DESTINATION_UNREACHABLE:
    'Das Ziel der Kopien antwortet nicht. Versuchen Sie es in einer Minute erneut; hält es an, rufen Sie den Support.',
  DESTINATION_UNAUTHORIZED: 'Das Ziel der Kopien lässt die Brücke nicht ein. Rufen Sie den Support.',
  DESTINATION_REFUSED: 'Das Ziel hat eine Kopie nicht angenommen. Rufen Sie den Support.',
  DESTINATION_INVALID: 'Das Ziel dieses Projekts ist falsch eingerichtet. Rufen Sie den Support.',

  // Keys, pseudonyms and projects
  KEY_MISSING:
    'Der Schlüssel dieses Projekts fehlt; so lassen sich keine Pseudonyme bilden. Rufen Sie den Support.',
  KEY_READABLE_BY_OTHERS:
    'Der Schlüssel dieses Projekts ist nicht geschützt und wird daher nicht verwendet. Rufen Sie den Support.',
  KEY_MALFORMED:
    'Der Schlüssel dieses Projekts ist beschädigt; so lassen sich keine Pseudonyme bilden. Rufen Sie den Support.',
  MAPPING_INVALID: 'Die Pseudonymliste dieses Projekts ist nicht lesbar. Rufen Sie den Support.',
  PATIENT_NOT_MAPPED:
    'Dieser Patient steht nicht in der Pseudonymliste des Projekts. Fragen Sie, wer die Liste führt.',
  VAULT_MISSING:
    'Dieses Projekt hat keinen Ort, an dem es seine Pseudonyme aufbewahrt. Rufen Sie den Support.',
  VAULT_UNREADABLE: 'Die aufbewahrten Pseudonyme dieses Projekts sind nicht lesbar. Rufen Sie den Support.',
  PSEUDONYM_NOT_FOUND: 'Dieses Pseudonym gibt es in diesem Projekt nicht.',
  PSEUDONYM_COLLISION:
    'Zwei Patienten bekämen dasselbe Pseudonym. Alles wurde angehalten, keine Kopie gespeichert; rufen Sie den Support.',
  REIDENTIFIERS_INVALID:
    'Die Liste derer, die re-identifizieren dürfen, ist nicht lesbar. Rufen Sie den Support.',
  REIDENTIFICATION_REFUSED:
    'Für wen ein Pseudonym steht, darf nur fragen, wer zur Re-Identifizierung berechtigt ist.',
  REIDENTIFICATION_REASON_MISSING: 'Geben Sie einen Grund von mindestens zehn Zeichen an.',
  REIDENTIFICATION_REASON_IDENTIFIES:
    'Geben Sie einen Grund an, der den Patienten nicht nennt: Er wird aufgezeichnet.',
  PROJECTS_INVALID: 'Die Liste der Projekte ist nicht lesbar. Rufen Sie den Support.',
  PROJECT_NOT_FOUND: 'Dieses Projekt gibt es nicht mehr. Wählen Sie ein anderes.',
  PROJECT_RULES_CHANGED:
    'Die Regeln des Projekts haben sich geändert. Die Kopien werden danach neu erstellt.',
  PROJECT_RULES_DIFFER:
    'Ein Arbeitsprozess der Brücke hat andere Regeln für dieses Projekt. Andere machen weiter; informieren Sie den Support.',

  // Studies and jobs
  STUDY_NOT_FOUND: 'Das Bildarchiv hat diese Studie nicht mehr. Gehen Sie zurück zur Studienliste.',
  INSTANCE_NOT_FOUND: 'Das Bildarchiv hat dieses Bild nicht mehr. Öffnen Sie die Studie neu.',
  STUDY_AMBIGUOUS:
    'Zwei Patienten im Archiv haben eine Studie mit dieser Kennung. Das muss erst geklärt werden; rufen Sie den Support.',
  JOB_NOT_FOUND: 'Die Brücke kennt diesen Auftrag nicht mehr. De-identifizieren Sie die Studie noch einmal.',
  JOB_UNFINISHED:
    'Diese Studie wird für dieses Projekt bereits de-identifiziert. Warten Sie, bis das beendet ist.',
  JOB_ENDS_WORKERS:
    'Diese Studie hat die Brücke mehrmals zum Absturz gebracht und wird nicht mehr versucht. Rufen Sie den Support.',
  JOB_CANCELLED: 'Der Auftrag wurde abgebrochen.',
  JOB_REGION_UNKNOWN:
    'Ein Feld liegt auf einem Bild, das das Archiv nicht mehr hat. Öffnen Sie die Studie neu und prüfen Sie die Felder.',
  JOB_COPY_CONFLICT:
    'Im Archiv liegt an der Stelle der Kopie etwas anderes. Nichts wurde geändert; rufen Sie den Support.',
  REVIEW_SCOPE_UNKNOWN: 'Das Archiv hat einige der beurteilten Bilder nicht mehr. Öffnen Sie die Studie neu.',
  COPY_NOT_VERIFIED:
    'Die fertige Kopie hat ihre Prüfung nicht bestanden und wurde nicht gespeichert. Rufen Sie den Support.',

  // Exports and the command line
  SELECTION_INVALID: 'Welche Studien gemeint sind, ist nicht zu erkennen.',
  EXPORT_NOT_FOUND: 'Einen Export dieses Namens gibt es nicht.',
  EXPORT_NAME_TAKEN:
    'Ein Export dieses Namens gehört zu einem anderen Projekt. Wählen Sie einen anderen Namen.',
  VERIFICATION_UNSUPPORTED: 'Kopien auf einem DICOM-Knoten lassen sich nicht noch einmal prüfen.',
  VERIFICATION_TOO_EARLY:
    'Die ZIP-Datei dieser Kopien ist noch nicht fertig. Versuchen Sie es später erneut.',
  VERIFICATION_NOT_FOUND: 'Diese Prüfung gibt es nicht.',
  INPUT_NOT_FOUND: 'Diese Datei oder dieser Ordner fehlt.',
  OUTPUT_HOLDS_INPUT: 'Die Originale liegen im Ordner der Kopien. Wählen Sie einen anderen Ordner.',
  FILE_FAILED:
    'Die Brücke konnte eine Datei nicht lesen oder schreiben. Versuchen Sie es erneut; hält es an, rufen Sie den Support.',
  REGIONS_INVALID: 'Die Datei mit den Feldern ist nicht lesbar.',
};
