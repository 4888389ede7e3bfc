<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="de_DE" sourcelanguage="en">
 <context>
  <name>AboutDialog</name>
  <message>
   <source>A free studio that paints your photos in the style of any picture.</source>
   <translation>Ein freies Studio, das Ihre Fotos im Stil jedes beliebigen Bildes malt.</translation>
  </message>
  <message>
   <source>About stylegui</source>
   <translation>Über stylegui</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>Kopiert</translation>
  </message>
  <message>
   <source>Copy these facts</source>
   <translation>Angaben kopieren</translation>
  </message>
  <message>
   <source>Free software under the MIT licence. Your pictures never leave this computer.</source>
   <translation>Freie Software unter der MIT-Lizenz. Ihre Bilder verlassen diesen Computer nie.</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <source>Version {}</source>
   <translation>Version {}</translation>
  </message>
 </context>
 <context>
  <name>Actions</name>
  <message>
   <source>&amp;About stylegui</source>
   <translation>Über &amp;stylegui</translation>
  </message>
  <message>
   <source>&amp;Actual size</source>
   <translation>&amp;Originalgröße</translation>
  </message>
  <message>
   <source>&amp;Add styles…</source>
   <translation>Stile &amp;hinzufügen…</translation>
  </message>
  <message>
   <source>&amp;Branch from this version</source>
   <translation>Von hier a&amp;bzweigen</translation>
  </message>
  <message>
   <source>&amp;Close window</source>
   <translation>Fenster s&amp;chließen</translation>
  </message>
  <message>
   <source>&amp;Compare</source>
   <translation>Ver&amp;gleichen</translation>
  </message>
  <message>
   <source>&amp;Copy result</source>
   <translation>Ergebnis &amp;kopieren</translation>
  </message>
  <message>
   <source>&amp;Delete this version</source>
   <translation>Version &amp;löschen</translation>
  </message>
  <message>
   <source>&amp;Diagnosis…</source>
   <translation>&amp;Diagnose…</translation>
  </message>
  <message>
   <source>&amp;Difference</source>
   <translation>&amp;Differenz</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>&amp;Bearbeiten</translation>
  </message>
  <message>
   <source>&amp;Export…</source>
   <translation>E&amp;xportieren…</translation>
  </message>
  <message>
   <source>&amp;Favourite</source>
   <translation>&amp;Favorit</translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation>&amp;Datei</translation>
  </message>
  <message>
   <source>&amp;Find a command…</source>
   <translation>&amp;Befehl suchen…</translation>
  </message>
  <message>
   <source>&amp;Find a style</source>
   <translation>Stil s&amp;uchen</translation>
  </message>
  <message>
   <source>&amp;Fit</source>
   <translation>&amp;Einpassen</translation>
  </message>
  <message>
   <source>&amp;Flicker</source>
   <translation>Wechsel&amp;bild</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>&amp;Hilfe</translation>
  </message>
  <message>
   <source>&amp;Hide panels</source>
   <translation>Bedienfelder &amp;ausblenden</translation>
  </message>
  <message>
   <source>&amp;Hold the queue</source>
   <translation>Warteschlange &amp;anhalten</translation>
  </message>
  <message>
   <source>&amp;Keyboard shortcuts</source>
   <translation>&amp;Tastenkürzel</translation>
  </message>
  <message>
   <source>&amp;Lens</source>
   <translation>&amp;Lupe</translation>
  </message>
  <message>
   <source>&amp;Make a style…</source>
   <translation>Stil &amp;gestalten…</translation>
  </message>
  <message>
   <source>&amp;Manual</source>
   <translation>&amp;Handbuch</translation>
  </message>
  <message>
   <source>&amp;More: larger lens, faster, stronger</source>
   <translation>Mehr: &amp;größere Lupe, schneller, stärker</translation>
  </message>
  <message>
   <source>&amp;New project</source>
   <translation>&amp;Neues Projekt</translation>
  </message>
  <message>
   <source>&amp;Newer version</source>
   <translation>&amp;Neuere Version</translation>
  </message>
  <message>
   <source>&amp;Older version</source>
   <translation>Älte&amp;re Version</translation>
  </message>
  <message>
   <source>&amp;Open photo…</source>
   <translation>&amp;Foto öffnen…</translation>
  </message>
  <message>
   <source>&amp;Paint</source>
   <translation>&amp;Malen</translation>
  </message>
  <message>
   <source>&amp;Paste as photo</source>
   <translation>Als &amp;Foto einfügen</translation>
  </message>
  <message>
   <source>&amp;Pause</source>
   <translation>&amp;Pause</translation>
  </message>
  <message>
   <source>&amp;Play its making</source>
   <translation>Ent&amp;stehung abspielen</translation>
  </message>
  <message>
   <source>&amp;Queue of pictures</source>
   <translation>&amp;Warteschlange</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>Be&amp;enden</translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation>&amp;Wiederherstellen</translation>
  </message>
  <message>
   <source>&amp;Side by side</source>
   <translation>&amp;Nebeneinander</translation>
  </message>
  <message>
   <source>&amp;Start</source>
   <translation>&amp;Start</translation>
  </message>
  <message>
   <source>&amp;Steps to undo</source>
   <translation>Liste der Sch&amp;ritte</translation>
  </message>
  <message>
   <source>&amp;Turn the wipe</source>
   <translation>Wischlinie dre&amp;hen</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>&amp;Rückgängig</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>&amp;Ansicht</translation>
  </message>
  <message>
   <source>&amp;Wipe</source>
   <translation>&amp;Wischen</translation>
  </message>
  <message>
   <source>1 star</source>
   <translation>1 Stern</translation>
  </message>
  <message>
   <source>2 stars</source>
   <translation>2 Sterne</translation>
  </message>
  <message>
   <source>3 stars</source>
   <translation>3 Sterne</translation>
  </message>
  <message>
   <source>4 stars</source>
   <translation>4 Sterne</translation>
  </message>
  <message>
   <source>5 stars</source>
   <translation>5 Sterne</translation>
  </message>
  <message>
   <source>A minute through the window, on a sample photo</source>
   <translation>In einer Minute durch das Fenster, an einem Beispielfoto</translation>
  </message>
  <message>
   <source>Add pictures to the gallery of styles</source>
   <translation>Bilder in die Stilgalerie aufnehmen</translation>
  </message>
  <message>
   <source>Add to the end of the &amp;queue</source>
   <translation>Ans &amp;Ende der Warteschlange</translation>
  </message>
  <message>
   <source>Begin no other picture when this one is done</source>
   <translation>Nach diesem Bild kein weiteres beginnen</translation>
  </message>
  <message>
   <source>Begin with nothing, set as it is now</source>
   <translation>Leer beginnen, mit den jetzigen Einstellungen</translation>
  </message>
  <message>
   <source>Copy engine and parameters of the version you see</source>
   <translation>Verfahren und Parameter der gezeigten Version kopieren</translation>
  </message>
  <message>
   <source>Copy se&amp;ttings</source>
   <translation>Einstellungen k&amp;opieren</translation>
  </message>
  <message>
   <source>Copy the picture you see at its full size</source>
   <translation>Das gezeigte Bild in voller Größe kopieren</translation>
  </message>
  <message>
   <source>E&amp;xplore…</source>
   <translation>Er&amp;kunden…</translation>
  </message>
  <message>
   <source>Export a&amp;gain</source>
   <translation>Erneut exp&amp;ortieren</translation>
  </message>
  <message>
   <source>Export ma&amp;king-of…</source>
   <translation>Entstehung e&amp;xportieren…</translation>
  </message>
  <message>
   <source>F&amp;ull screen</source>
   <translation>Voll&amp;bild</translation>
  </message>
  <message>
   <source>Facts for somebody who helps you</source>
   <translation>Angaben für jemanden, der Ihnen hilft</translation>
  </message>
  <message>
   <source>Find anything by a few letters</source>
   <translation>Alles mit ein paar Buchstaben finden</translation>
  </message>
  <message>
   <source>History of &amp;versions</source>
   <translation>&amp;Verlauf der Versionen</translation>
  </message>
  <message>
   <source>Hold the brush, or go on</source>
   <translation>Den Pinsel absetzen oder weitermalen</translation>
  </message>
  <message>
   <source>Hold to see the original</source>
   <translation>Gedrückt halten, um das Original zu sehen</translation>
  </message>
  <message>
   <source>How everything works, page by page</source>
   <translation>Wie alles funktioniert, Seite für Seite</translation>
  </message>
  <message>
   <source>L&amp;ess: smaller lens, slower, weaker</source>
   <translation>Weniger: &amp;kleinere Lupe, langsamer, schwächer</translation>
  </message>
  <message>
   <source>Let Paint go on from this version, with its photo, styles and settings</source>
   <translation>Paint von dieser Version aus weitermalen lassen, mit ihrem Foto, ihren Stilen und Einstellungen</translation>
  </message>
  <message>
   <source>Let a painter make a style in your colours</source>
   <translation>Einen Maler einen Stil in Ihren Farben gestalten lassen</translation>
  </message>
  <message>
   <source>Li&amp;cences…</source>
   <translation>&amp;Lizenzen…</translation>
  </message>
  <message>
   <source>Ma&amp;gnify more, turn on</source>
   <translation>&amp;Stärker vergrößern, weiterdrehen</translation>
  </message>
  <message>
   <source>Magnify less, turn &amp;back</source>
   <translation>Schwächer vergrößern, &amp;zurückdrehen</translation>
  </message>
  <message>
   <source>Mood bo&amp;ard…</source>
   <translation>Moodboar&amp;d…</translation>
  </message>
  <message>
   <source>Ne&amp;xt way to compare</source>
   <translation>Nä&amp;chste Vergleichsart</translation>
  </message>
  <message>
   <source>No ra&amp;ting</source>
   <translation>Keine Be&amp;wertung</translation>
  </message>
  <message>
   <source>Open a &amp;sample photo</source>
   <translation>&amp;Beispielfoto öffnen</translation>
  </message>
  <message>
   <source>Open a photo to paint, or a project</source>
   <translation>Ein Foto zum Malen oder ein Projekt öffnen</translation>
  </message>
  <message>
   <source>Open pro&amp;ject…</source>
   <translation>&amp;Projekt öffnen…</translation>
  </message>
  <message>
   <source>Open the &amp;log folder</source>
   <translation>&amp;Protokollordner öffnen</translation>
  </message>
  <message>
   <source>Pain&amp;ting panel</source>
   <translation>Bedienfeld „&amp;Malen“</translation>
  </message>
  <message>
   <source>Paint &amp;instead</source>
   <translation>Statt&amp;dessen malen</translation>
  </message>
  <message>
   <source>Paint &amp;next</source>
   <translation>Als &amp;Nächstes malen</translation>
  </message>
  <message>
   <source>Paint it after this picture, before all that wait</source>
   <translation>Nach diesem Bild malen, vor allen wartenden</translation>
  </message>
  <message>
   <source>Paint the photo in the chosen style</source>
   <translation>Das Foto im gewählten Stil malen</translation>
  </message>
  <message>
   <source>Paint the picture on the clipboard</source>
   <translation>Das Bild aus der Zwischenablage malen</translation>
  </message>
  <message>
   <source>Paint with the settings you copied</source>
   <translation>Mit den kopierten Einstellungen malen</translation>
  </message>
  <message>
   <source>Paste as &amp;style</source>
   <translation>Als &amp;Stil einfügen</translation>
  </message>
  <message>
   <source>Paste sett&amp;ings</source>
   <translation>&amp;Einstellungen einfügen</translation>
  </message>
  <message>
   <source>Pin styles, versions, pictures and notes</source>
   <translation>Stile, Versionen, Bilder und Notizen anheften</translation>
  </message>
  <message>
   <source>Re&amp;ject</source>
   <translation>&amp;Ablehnen</translation>
  </message>
  <message>
   <source>Rena&amp;me…</source>
   <translation>&amp;Umbenennen…</translation>
  </message>
  <message>
   <source>Result &amp;only</source>
   <translation>Nur &amp;Ergebnis</translation>
  </message>
  <message>
   <source>S&amp;ettings…</source>
   <translation>Ei&amp;nstellungen…</translation>
  </message>
  <message>
   <source>S&amp;top</source>
   <translation>St&amp;opp</translation>
  </message>
  <message>
   <source>Sa&amp;ve project</source>
   <translation>Projekt &amp;speichern</translation>
  </message>
  <message>
   <source>Save photo, styles, settings and all versions</source>
   <translation>Foto, Stile, Einstellungen und alle Versionen speichern</translation>
  </message>
  <message>
   <source>Save projec&amp;t as…</source>
   <translation>Projekt speichern &amp;unter…</translation>
  </message>
  <message>
   <source>Save the making of a version as a film</source>
   <translation>Die Entstehung einer Version als Film speichern</translation>
  </message>
  <message>
   <source>Save the result as a picture file</source>
   <translation>Das Ergebnis als Bilddatei speichern</translation>
  </message>
  <message>
   <source>Search the gallery of styles</source>
   <translation>Die Stilgalerie durchsuchen</translation>
  </message>
  <message>
   <source>Second &amp;window</source>
   <translation>&amp;Zweites Fenster</translation>
  </message>
  <message>
   <source>Several &amp;versions</source>
   <translation>Mehrere &amp;Versionen</translation>
  </message>
  <message>
   <source>Show the o&amp;riginal</source>
   <translation>O&amp;riginal zeigen</translation>
  </message>
  <message>
   <source>Show the result in a window of its own, such as on another screen</source>
   <translation>Das Ergebnis in einem eigenen Fenster zeigen, etwa auf einem anderen Bildschirm</translation>
  </message>
  <message>
   <source>St&amp;yles panel</source>
   <translation>Bedienfeld „&amp;Stile“</translation>
  </message>
  <message>
   <source>Stop here and keep the picture as it is</source>
   <translation>Hier stoppen und das Bild so behalten</translation>
  </message>
  <message>
   <source>Stop this picture and paint the new one in its place</source>
   <translation>Dieses Bild stoppen und stattdessen das neue malen</translation>
  </message>
  <message>
   <source>Swap s&amp;ides</source>
   <translation>Seiten &amp;tauschen</translation>
  </message>
  <message>
   <source>Take the &amp;tour</source>
   <translation>&amp;Rundgang starten</translation>
  </message>
  <message>
   <source>Try many settings at once on a sheet</source>
   <translation>Viele Einstellungen auf einmal auf einem Bogen ausprobieren</translation>
  </message>
  <message>
   <source>V&amp;ersion</source>
   <translation>&amp;Version</translation>
  </message>
  <message>
   <source>Zoom &amp;in</source>
   <translation>Ver&amp;größern</translation>
  </message>
  <message>
   <source>Zoom &amp;out</source>
   <translation>Ver&amp;kleinern</translation>
  </message>
 </context>
 <context>
  <name>AddButton</name>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Add styles</source>
   <translation>Stile hinzufügen</translation>
  </message>
  <message>
   <source>Add styles of your own. You can also drop pictures, folders and style packs here.</source>
   <translation>Eigene Stile hinzufügen. Bilder, Ordner und Stilpakete lassen sich auch hierher ziehen.</translation>
  </message>
  <message>
   <source>Folder to watch…</source>
   <translation>Ordner überwachen…</translation>
  </message>
  <message>
   <source>Pictures…</source>
   <translation>Bilder…</translation>
  </message>
  <message>
   <source>Style pack…</source>
   <translation>Stilpaket…</translation>
  </message>
 </context>
 <context>
  <name>AxisEditor</name>
  <message>
   <source>Any</source>
   <translation>Beliebige</translation>
  </message>
  <message>
   <source>Chosen ones</source>
   <translation>Die gewählten</translation>
  </message>
  <message>
   <source>Favourites</source>
   <translation>Favoriten</translation>
  </message>
  <message>
   <source>Mix of two styles</source>
   <translation>Mischung zweier Stile</translation>
  </message>
  <message>
   <source>Other styles</source>
   <translation>Andere Stile</translation>
  </message>
  <message>
   <source>Same collection</source>
   <translation>Gleiche Sammlung</translation>
  </message>
  <message>
   <source>Style</source>
   <translation>Stil</translation>
  </message>
  <message>
   <source>in</source>
   <translation>in</translation>
  </message>
  <message>
   <source>{}: from</source>
   <translation>{}: von</translation>
  </message>
  <message>
   <source>{}: how many</source>
   <translation>{}: wie viele</translation>
  </message>
  <message>
   <source>{}: to</source>
   <translation>{}: bis</translation>
  </message>
  <message>
   <source>{}: which styles</source>
   <translation>{}: welche Stile</translation>
  </message>
 </context>
 <context>
  <name>Banner</name>
  <message>
   <source>Close this message</source>
   <translation>Meldung schließen</translation>
  </message>
 </context>
 <context>
  <name>Board</name>
  <message>
   <source>Align pins</source>
   <translation>Elemente ausrichten</translation>
  </message>
  <message>
   <source>Bring to front</source>
   <translation>In den Vordergrund</translation>
  </message>
  <message>
   <source>Colour of the note</source>
   <translation>Farbe der Notiz</translation>
  </message>
  <message>
   <source>Duplicate pin</source>
   <translation>Element duplizieren</translation>
  </message>
  <message>
   <source>Duplicate {} pins</source>
   <translation>{} Elemente duplizieren</translation>
  </message>
  <message>
   <source>Move pin</source>
   <translation>Element verschieben</translation>
  </message>
  <message>
   <source>Move {} pins</source>
   <translation>{} Elemente verschieben</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Palette</source>
   <translation>Palette</translation>
  </message>
  <message>
   <source>Picture</source>
   <translation>Bild</translation>
  </message>
  <message>
   <source>Pin to the board</source>
   <translation>Ans Moodboard heften</translation>
  </message>
  <message>
   <source>Pin {} things to the board</source>
   <translation>{} Elemente ans Moodboard heften</translation>
  </message>
  <message>
   <source>Resize pin</source>
   <translation>Größe des Elements ändern</translation>
  </message>
  <message>
   <source>Resize {} pins</source>
   <translation>Größe von {} Elementen ändern</translation>
  </message>
  <message>
   <source>Send to back</source>
   <translation>In den Hintergrund</translation>
  </message>
  <message>
   <source>Size of the words</source>
   <translation>Schriftgröße</translation>
  </message>
  <message>
   <source>Space pins evenly</source>
   <translation>Elemente gleichmäßig verteilen</translation>
  </message>
  <message>
   <source>Style</source>
   <translation>Stil</translation>
  </message>
  <message>
   <source>Take pin off the board</source>
   <translation>Element vom Moodboard nehmen</translation>
  </message>
  <message>
   <source>Take {} pins off the board</source>
   <translation>{} Elemente vom Moodboard nehmen</translation>
  </message>
  <message>
   <source>Tidy up the board</source>
   <translation>Moodboard aufräumen</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <source>Write caption</source>
   <translation>Bildunterschrift schreiben</translation>
  </message>
  <message>
   <source>Write note</source>
   <translation>Notiz schreiben</translation>
  </message>
  <message>
   <source>{} “{}”</source>
   <translation>{} „{}“</translation>
  </message>
 </context>
 <context>
  <name>BoardBar</name>
  <message>
   <source>Actual size (Ctrl+1)</source>
   <translation>Originalgröße (Strg+1)</translation>
  </message>
  <message>
   <source>Arrange</source>
   <translation>Anordnen</translation>
  </message>
  <message>
   <source>Bring what is chosen in line</source>
   <translation>Auswahl ausrichten</translation>
  </message>
  <message>
   <source>Export the sheet…</source>
   <translation>Als Bild exportieren…</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Pin</source>
   <translation>Anheften</translation>
  </message>
  <message>
   <source>Pin pictures, styles, versions or a palette</source>
   <translation>Bilder, Stile, Versionen oder eine Palette anheften</translation>
  </message>
  <message>
   <source>Put what is chosen, or all, in neat columns</source>
   <translation>Die Auswahl oder alles in Spalten ordnen</translation>
  </message>
  <message>
   <source>See everything</source>
   <translation>Alles zeigen</translation>
  </message>
  <message>
   <source>The chosen styles</source>
   <translation>Die gewählten Stile</translation>
  </message>
  <message>
   <source>The palette of the photo</source>
   <translation>Die Palette des Fotos</translation>
  </message>
  <message>
   <source>The photo</source>
   <translation>Das Foto</translation>
  </message>
  <message>
   <source>The version you see</source>
   <translation>Die gezeigte Version</translation>
  </message>
  <message>
   <source>Tidy up</source>
   <translation>Aufräumen</translation>
  </message>
  <message>
   <source>Write a note</source>
   <translation>Notiz schreiben</translation>
  </message>
  <message>
   <source>Zoom in (Ctrl++)</source>
   <translation>Vergrößern (Strg++)</translation>
  </message>
  <message>
   <source>Zoom out (Ctrl+-)</source>
   <translation>Verkleinern (Strg+-)</translation>
  </message>
  <message>
   <source>Zoom {}</source>
   <translation>Zoom {}</translation>
  </message>
  <message>
   <source>{} ×  –  {} × {} px</source>
   <translation>{} ×  –  {} × {} px</translation>
  </message>
 </context>
 <context>
  <name>BoardMenu</name>
  <message>
   <source>Arrange</source>
   <translation>Anordnen</translation>
  </message>
  <message>
   <source>Blend these {} styles</source>
   <translation>Diese {} Stile mischen</translation>
  </message>
  <message>
   <source>Blue</source>
   <translation>Blau</translation>
  </message>
  <message>
   <source>Bottom edges</source>
   <translation>Unterkanten</translation>
  </message>
  <message>
   <source>Bring to front</source>
   <translation>In den Vordergrund</translation>
  </message>
  <message>
   <source>Centres</source>
   <translation>Mitten, senkrecht</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Copy the colours</source>
   <translation>Farben kopieren</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>Duplizieren</translation>
  </message>
  <message>
   <source>Go to this version</source>
   <translation>Zu dieser Version</translation>
  </message>
  <message>
   <source>Green</source>
   <translation>Grün</translation>
  </message>
  <message>
   <source>Large</source>
   <translation>Groß</translation>
  </message>
  <message>
   <source>Left edges</source>
   <translation>Linke Kanten</translation>
  </message>
  <message>
   <source>Make a style in these colours…</source>
   <translation>Stil in diesen Farben gestalten…</translation>
  </message>
  <message>
   <source>Middles</source>
   <translation>Mitten, waagerecht</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Paint in this style</source>
   <translation>In diesem Stil malen</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Papier</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>Einfügen</translation>
  </message>
  <message>
   <source>Pictures…</source>
   <translation>Bilder…</translation>
  </message>
  <message>
   <source>Pin its palette</source>
   <translation>Seine Palette anheften</translation>
  </message>
  <message>
   <source>Right edges</source>
   <translation>Rechte Kanten</translation>
  </message>
  <message>
   <source>Rose</source>
   <translation>Rosa</translation>
  </message>
  <message>
   <source>See everything</source>
   <translation>Alles zeigen</translation>
  </message>
  <message>
   <source>Select all</source>
   <translation>Alles auswählen</translation>
  </message>
  <message>
   <source>Send to back</source>
   <translation>In den Hintergrund</translation>
  </message>
  <message>
   <source>Space evenly across</source>
   <translation>Waagerecht verteilen</translation>
  </message>
  <message>
   <source>Space evenly down</source>
   <translation>Senkrecht verteilen</translation>
  </message>
  <message>
   <source>Take off the board</source>
   <translation>Vom Moodboard nehmen</translation>
  </message>
  <message>
   <source>Tidy up</source>
   <translation>Aufräumen</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titel</translation>
  </message>
  <message>
   <source>Top edges</source>
   <translation>Oberkanten</translation>
  </message>
  <message>
   <source>Use as photo</source>
   <translation>Als Foto verwenden</translation>
  </message>
  <message>
   <source>Use as style</source>
   <translation>Als Stil verwenden</translation>
  </message>
  <message>
   <source>Usual</source>
   <translation>Normal</translation>
  </message>
  <message>
   <source>White</source>
   <translation>Weiß</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>Schriftgröße</translation>
  </message>
  <message>
   <source>Write</source>
   <translation>Schreiben</translation>
  </message>
  <message>
   <source>Write a caption</source>
   <translation>Bildunterschrift schreiben</translation>
  </message>
  <message>
   <source>Write a note here</source>
   <translation>Hier eine Notiz schreiben</translation>
  </message>
  <message>
   <source>Yellow</source>
   <translation>Gelb</translation>
  </message>
 </context>
 <context>
  <name>BoardView</name>
  <message>
   <source>Mood board</source>
   <translation>Moodboard</translation>
  </message>
  <message>
   <source>Tab walks from pin to pin, arrow keys move what is chosen, Enter opens it, Delete takes it off, Ctrl+V pins what is on the clipboard.</source>
   <translation>Tab geht von Element zu Element, Pfeiltasten verschieben die Auswahl, Enter öffnet sie, Entf nimmt sie herunter, Strg+V heftet an, was in der Zwischenablage ist.</translation>
  </message>
  <message>
   <source>{} – {} of {}</source>
   <translation>{} – {} von {}</translation>
  </message>
 </context>
 <context>
  <name>BoardWindow</name>
  <message>
   <source>1 pin</source>
   <translation>1 Element</translation>
  </message>
  <message>
   <source>Mood board</source>
   <translation>Moodboard</translation>
  </message>
  <message>
   <source>Wheel zooms · Space and drag pans · double-click writes a note</source>
   <translation>Mausrad zoomt · Leertaste und Ziehen verschiebt · Doppelklick schreibt eine Notiz</translation>
  </message>
  <message>
   <source>{} of {} pins chosen</source>
   <translation>{} von {} Elementen ausgewählt</translation>
  </message>
  <message>
   <source>{} pins</source>
   <translation>{} Elemente</translation>
  </message>
 </context>
 <context>
  <name>Boarding</name>
  <message>
   <source>Copied {}</source>
   <translation>{} kopiert</translation>
  </message>
  <message>
   <source>Export the sheet</source>
   <translation>Moodboard exportieren</translation>
  </message>
  <message>
   <source>From the board</source>
   <translation>Vom Moodboard</translation>
  </message>
  <message>
   <source>Painting in {} now.</source>
   <translation>Gemalt wird jetzt im Stil von {}.</translation>
  </message>
  <message>
   <source>Pin a palette</source>
   <translation>Palette anheften</translation>
  </message>
  <message>
   <source>Pin pictures</source>
   <translation>Bilder anheften</translation>
  </message>
  <message>
   <source>Pinned a palette of {} colours.</source>
   <translation>Palette mit {} Farben angeheftet.</translation>
  </message>
  <message>
   <source>Pinning {} pictures…</source>
   <translation>{} Bilder werden angeheftet…</translation>
  </message>
  <message>
   <source>Saved “{}”.</source>
   <translation>„{}“ gespeichert.</translation>
  </message>
  <message>
   <source>Saving “{}”…</source>
   <translation>„{}“ wird gespeichert…</translation>
  </message>
  <message>
   <source>The main window shows {}.</source>
   <translation>Das Hauptfenster zeigt {}.</translation>
  </message>
  <message>
   <source>This version has been deleted; only its picture is still here.</source>
   <translation>Diese Version wurde gelöscht; nur ihr Bild ist noch hier.</translation>
  </message>
  <message>
   <source>board.png</source>
   <translation>Moodboard.png</translation>
  </message>
  <message>
   <source>{} And {} more could not be pinned.</source>
   <translation>{} Und {} weitere ließen sich nicht anheften.</translation>
  </message>
  <message>
   <source>{} · version {}</source>
   <translation>{} · Version {}</translation>
  </message>
  <message>
   <source>“{}”</source>
   <translation>„{}“</translation>
  </message>
 </context>
 <context>
  <name>CanvasView</name>
  <message>
   <source>Canvas</source>
   <translation>Leinwand</translation>
  </message>
  <message>
   <source>Empty. Drop a photo here, or open one.</source>
   <translation>Leer. Ein Foto hierher ziehen oder öffnen.</translation>
  </message>
  <message>
   <source>Hold {} to see the photo.</source>
   <translation>{} halten, um das Foto zu sehen.</translation>
  </message>
  <message>
   <source>Hold {} to see what it is compared with.</source>
   <translation>{} halten, um das Vergleichsbild zu sehen.</translation>
  </message>
  <message>
   <source>Shows a preview of the result.</source>
   <translation>Zeigt eine Vorschau des Ergebnisses.</translation>
  </message>
  <message>
   <source>Shows the photo.</source>
   <translation>Zeigt das Foto.</translation>
  </message>
  <message>
   <source>Shows the picture being painted.</source>
   <translation>Zeigt das Bild, das gerade gemalt wird.</translation>
  </message>
  <message>
   <source>Shows the result.</source>
   <translation>Zeigt das Ergebnis.</translation>
  </message>
 </context>
 <context>
  <name>Closing</name>
  <message>
   <source>Close stylegui?</source>
   <translation>stylegui beenden?</translation>
  </message>
 </context>
 <context>
  <name>CollectionBox</name>
  <message>
   <source>Collection</source>
   <translation>Sammlung</translation>
  </message>
  <message>
   <source>{}, {} styles</source>
   <translation>{}, {} Stile</translation>
  </message>
 </context>
 <context>
  <name>CollectionList</name>
  <message>
   <source>Collections</source>
   <translation>Sammlungen</translation>
  </message>
  <message>
   <source>{}, {} styles</source>
   <translation>{}, {} Stile</translation>
  </message>
 </context>
 <context>
  <name>CollectionMenu</name>
  <message>
   <source>Dissolve it (its styles stay)</source>
   <translation>Auflösen (die Stile bleiben)</translation>
  </message>
  <message>
   <source>Dissolve “{name}”</source>
   <translation>„{name}“ auflösen</translation>
  </message>
  <message>
   <source>Export these as a style pack…</source>
   <translation>Als Stilpaket exportieren…</translation>
  </message>
  <message>
   <source>Its new name:</source>
   <translation>Neuer Name:</translation>
  </message>
  <message>
   <source>Look through it again</source>
   <translation>Erneut durchsehen</translation>
  </message>
  <message>
   <source>Open this folder</source>
   <translation>Ordner öffnen</translation>
  </message>
  <message>
   <source>Remove all of these from the gallery</source>
   <translation>Alle diese aus der Galerie entfernen</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Umbenennen</translation>
  </message>
  <message>
   <source>Rename the collection “{name}”</source>
   <translation>Sammlung „{name}“ umbenennen</translation>
  </message>
  <message>
   <source>Rename this collection…</source>
   <translation>Sammlung umbenennen…</translation>
  </message>
  <message>
   <source>Rename “{}”</source>
   <translation>„{}“ umbenennen</translation>
  </message>
  <message>
   <source>Stop watching it (its pictures stay there)</source>
   <translation>Nicht mehr überwachen (die Bilder bleiben dort)</translation>
  </message>
 </context>
 <context>
  <name>ColourPopover</name>
  <message>
   <source>Change a colour</source>
   <translation>Farbe ändern</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Colour as #rrggbb</source>
   <translation>Farbe als #rrggbb</translation>
  </message>
 </context>
 <context>
  <name>CommandPalette</name>
  <message>
   <source>Commands</source>
   <translation>Befehle</translation>
  </message>
  <message>
   <source>Find a command</source>
   <translation>Befehl suchen</translation>
  </message>
  <message>
   <source>There is no command or style of that name.</source>
   <translation>Es gibt keinen Befehl oder Stil mit diesem Namen.</translation>
  </message>
  <message>
   <source>Type what you want to do, or a style’s name</source>
   <translation>Was möchten Sie tun? Oder Name eines Stils</translation>
  </message>
 </context>
 <context>
  <name>Commanding</name>
  <message>
   <source>Style</source>
   <translation>Stil</translation>
  </message>
 </context>
 <context>
  <name>Commands</name>
  <message>
   <source>Blend with style {}</source>
   <translation>Stil „{}“ dazumischen</translation>
  </message>
  <message>
   <source>Branch from {}</source>
   <translation>Von {} abzweigen</translation>
  </message>
  <message>
   <source>Choose style {}</source>
   <translation>Stil „{}“ wählen</translation>
  </message>
  <message>
   <source>Choose {} styles</source>
   <translation>{} Stile wählen</translation>
  </message>
  <message>
   <source>Delete version {}</source>
   <translation>Version {} löschen</translation>
  </message>
  <message>
   <source>Delete {} versions</source>
   <translation>{} Versionen löschen</translation>
  </message>
  <message>
   <source>Mark {} as favourite</source>
   <translation>{} als Favorit markieren</translation>
  </message>
  <message>
   <source>Mix styles</source>
   <translation>Stile mischen</translation>
  </message>
  <message>
   <source>Rate {}</source>
   <translation>{} bewerten</translation>
  </message>
  <message>
   <source>Reject {}</source>
   <translation>{} ablehnen</translation>
  </message>
  <message>
   <source>Rename {}</source>
   <translation>{} umbenennen</translation>
  </message>
  <message>
   <source>Take out style {}</source>
   <translation>Stil „{}“ herausnehmen</translation>
  </message>
  <message>
   <source>Take the mark from {}</source>
   <translation>Markierung von {} entfernen</translation>
  </message>
  <message>
   <source>Take the rating from {}</source>
   <translation>Bewertung von {} entfernen</translation>
  </message>
  <message>
   <source>version {}</source>
   <translation>Version {}</translation>
  </message>
  <message>
   <source>{} as before</source>
   <translation>{} wie zuvor</translation>
  </message>
  <message>
   <source>{} versions</source>
   <translation>{} Versionen</translation>
  </message>
 </context>
 <context>
  <name>CompareButton</name>
  <message>
   <source>Compare</source>
   <translation>Vergleichen</translation>
  </message>
  <message>
   <source>Compare: {}</source>
   <translation>Vergleichen: {}</translation>
  </message>
  <message>
   <source>Off</source>
   <translation>Aus</translation>
  </message>
 </context>
 <context>
  <name>Comparing</name>
  <message>
   <source>Style</source>
   <translation>Stil</translation>
  </message>
 </context>
 <context>
  <name>CrashReporter</name>
  <message>
   <source>An error in the program got in the way. Your pictures are still here, and you can go on.</source>
   <translation>Ein Fehler im Programm kam dazwischen. Ihre Bilder sind noch da, und Sie können weiterarbeiten.</translation>
  </message>
  <message>
   <source>Open log folder</source>
   <translation>Protokollordner öffnen</translation>
  </message>
  <message>
   <source>Something went wrong</source>
   <translation>Etwas ist schiefgegangen</translation>
  </message>
  <message>
   <source>The log tells more: it helps to get this repaired.</source>
   <translation>Das Protokoll verrät mehr: Es hilft, den Fehler zu beheben.</translation>
  </message>
 </context>
 <context>
  <name>DetailsDialog</name>
  <message>
   <source>A style needs a title.</source>
   <translation>Ein Stil braucht einen Titel.</translation>
  </message>
  <message>
   <source>About “{}”</source>
   <translation>Über „{}“</translation>
  </message>
  <message>
   <source>Added {}</source>
   <translation>Hinzugefügt {}</translation>
  </message>
  <message>
   <source>Artist</source>
   <translation>Künstler</translation>
  </message>
  <message>
   <source>Beside “{}”, where it always is</source>
   <translation>Neben „{}“, wo er immer ist</translation>
  </message>
  <message>
   <source>Collections</source>
   <translation>Sammlungen</translation>
  </message>
  <message>
   <source>Comes with the program.</source>
   <translation>Gehört zum Programm.</translation>
  </message>
  <message>
   <source>Credit</source>
   <translation>Bildnachweis</translation>
  </message>
  <message>
   <source>Favourite</source>
   <translation>Favorit</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>Lizenz</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Keine</translation>
  </message>
  <message>
   <source>Rating</source>
   <translation>Bewertung</translation>
  </message>
  <message>
   <source>Separate them with commas.</source>
   <translation>Mit Kommas trennen.</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Quelle</translation>
  </message>
  <message>
   <source>Stays in your watched folder: {}</source>
   <translation>Bleibt im überwachten Ordner: {}</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>Stichwörter</translation>
  </message>
  <message>
   <source>The picture is not where it was: {}</source>
   <translation>Das Bild ist nicht mehr an seinem Platz: {}</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titel</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>Jahr</translation>
  </message>
  <message>
   <source>{} of 5</source>
   <translation>{} von 5</translation>
  </message>
  <message>
   <source>{} × {} pixels</source>
   <translation>{} × {} Pixel</translation>
  </message>
 </context>
 <context>
  <name>DiagnosisDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>Kopiert</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Diagnosis</source>
   <translation>Diagnose</translation>
  </message>
  <message>
   <source>Looking at devices, networks and folders…</source>
   <translation>Geräte, Netze und Ordner werden geprüft…</translation>
  </message>
  <message>
   <source>What somebody who helps you would ask first. Nothing is sent: copy it and paste it where you want. It names folders of this computer.</source>
   <translation>Was Helfende zuerst fragen würden. Nichts wird gesendet: kopieren und einfügen, wo es gebraucht wird. Der Text nennt Ordner dieses Computers.</translation>
  </message>
 </context>
 <context>
  <name>Difference</name>
  <message>
   <source>How much {} and {} differ: dark where they are the same, light where they differ most.</source>
   <translation>Wie sehr sich {} und {} unterscheiden: dunkel, wo sie gleich sind, hell, wo sie am meisten abweichen.</translation>
  </message>
  <message>
   <source>same</source>
   <translation>gleich</translation>
  </message>
  <message>
   <source>{} levels or more</source>
   <translation>{} Stufen und mehr</translation>
  </message>
 </context>
 <context>
  <name>DownloadDialog</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Checking {}</source>
   <translation>{} wird geprüft</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Download</source>
   <translation>Herunterladen</translation>
  </message>
  <message>
   <source>Download {}?</source>
   <translation>{} herunterladen?</translation>
  </message>
  <message>
   <source>Downloading {}</source>
   <translation>{} wird heruntergeladen</translation>
  </message>
  <message>
   <source>Its content is compared with what was published.</source>
   <translation>Der Inhalt wird mit dem Veröffentlichten verglichen.</translation>
  </message>
  <message>
   <source>Progress of the download</source>
   <translation>Fortschritt des Downloads</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Erneut versuchen</translation>
  </message>
  <message>
   <source>What has arrived is kept if you stop.</source>
   <translation>Was angekommen ist, bleibt beim Abbrechen erhalten.</translation>
  </message>
  <message>
   <source>{} could not be downloaded</source>
   <translation>{} konnte nicht heruntergeladen werden</translation>
  </message>
  <message>
   <source>{} is on this computer now.</source>
   <translation>{} ist jetzt auf diesem Computer.</translation>
  </message>
  <message>
   <source>{} is ready</source>
   <translation>{} ist bereit</translation>
  </message>
  <message>
   <source>{} of {}</source>
   <translation>{} von {}</translation>
  </message>
  <message>
   <source>{} will be downloaded from {} ({}) and kept on this computer. Nothing is sent there.</source>
   <translation>{} wird von {} heruntergeladen ({}) und auf diesem Computer behalten. Gesendet wird nichts.</translation>
  </message>
  <message>
   <source>{}, {} left</source>
   <translation>{}, noch {}</translation>
  </message>
 </context>
 <context>
  <name>Downloads</name>
  <message>
   <source>{} is not on this computer, and the settings do not allow downloads.</source>
   <translation>{} ist nicht auf diesem Computer, und die Einstellungen erlauben keine Downloads.</translation>
  </message>
 </context>
 <context>
  <name>DropZones</name>
  <message>
   <source>Both at once</source>
   <translation>Beide auf einmal</translation>
  </message>
  <message>
   <source>One as photo, one as style</source>
   <translation>Eins als Foto, eins als Stil</translation>
  </message>
  <message>
   <source>Open it with all its versions</source>
   <translation>Mit allen Versionen öffnen</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Foto</translation>
  </message>
  <message>
   <source>Project</source>
   <translation>Projekt</translation>
  </message>
  <message>
   <source>Style</source>
   <translation>Stil</translation>
  </message>
  <message>
   <source>The painting to learn from</source>
   <translation>Das Gemälde als Vorbild</translation>
  </message>
  <message>
   <source>The picture to be painted</source>
   <translation>Das Bild, das gemalt wird</translation>
  </message>
  <message>
   <source>This cannot be used here</source>
   <translation>Das ist hier nicht verwendbar</translation>
  </message>
 </context>
 <context>
  <name>EaselBar</name>
  <message>
   <source>Another variation (Ctrl+R)</source>
   <translation>Andere Variante (Strg+R)</translation>
  </message>
  <message>
   <source>Landscape</source>
   <translation>Querformat</translation>
  </message>
  <message>
   <source>Portrait</source>
   <translation>Hochformat</translation>
  </message>
  <message>
   <source>Shuffle</source>
   <translation>Würfeln</translation>
  </message>
  <message>
   <source>Square</source>
   <translation>Quadrat</translation>
  </message>
  <message>
   <source>The variation after</source>
   <translation>Nächste Variante</translation>
  </message>
  <message>
   <source>The variation before</source>
   <translation>Vorige Variante</translation>
  </message>
  <message>
   <source>Variation {}</source>
   <translation>Variante {}</translation>
  </message>
 </context>
 <context>
  <name>Emptiness</name>
  <message>
   <source>Add style…</source>
   <translation>Stil hinzufügen…</translation>
  </message>
  <message>
   <source>Any picture can be a style. Drop pictures here, or choose some.</source>
   <translation>Jedes Bild kann ein Stil sein. Bilder hierher ziehen oder auswählen.</translation>
  </message>
  <message>
   <source>Click the star on a style to find it here again.</source>
   <translation>Ein Klick auf den Stern eines Stils, und er ist hier wiederzufinden.</translation>
  </message>
  <message>
   <source>Drop pictures here, or put styles into it with their menu.</source>
   <translation>Bilder hierher ziehen oder Stile über ihr Menü einordnen.</translation>
  </message>
  <message>
   <source>No favourites yet</source>
   <translation>Noch keine Favoriten</translation>
  </message>
  <message>
   <source>No picture is missing</source>
   <translation>Kein Bild fehlt</translation>
  </message>
  <message>
   <source>No style matches “{}”</source>
   <translation>Kein Stil passt zu „{}“</translation>
  </message>
  <message>
   <source>No styles of your own yet</source>
   <translation>Noch keine eigenen Stile</translation>
  </message>
  <message>
   <source>Nothing in here yet</source>
   <translation>Hier ist noch nichts</translation>
  </message>
  <message>
   <source>Nothing used yet</source>
   <translation>Noch nichts verwendet</translation>
  </message>
  <message>
   <source>Show all styles</source>
   <translation>Alle Stile zeigen</translation>
  </message>
  <message>
   <source>Styles that you have painted with are kept here.</source>
   <translation>Hier sammeln sich die Stile, mit denen Sie gemalt haben.</translation>
  </message>
  <message>
   <source>There are {} in other collections.</source>
   <translation>In anderen Sammlungen gibt es {}.</translation>
  </message>
  <message>
   <source>There is one in another collection.</source>
   <translation>In einer anderen Sammlung gibt es einen.</translation>
  </message>
 </context>
 <context>
  <name>EmptyHint</name>
  <message>
   <source>Drop styles from the gallery, versions from the history or any pictures here, or paste with Ctrl+V. A double click writes a note.</source>
   <translation>Stile aus der Galerie, Versionen aus dem Verlauf oder beliebige Bilder hierher ziehen oder mit Strg+V einfügen. Ein Doppelklick schreibt eine Notiz.</translation>
  </message>
  <message>
   <source>Pin what inspires you</source>
   <translation>Anheften, was inspiriert</translation>
  </message>
 </context>
 <context>
  <name>Engines</name>
  <message>
   <source>Instant</source>
   <translation>Instant</translation>
  </message>
  <message>
   <source>Paint</source>
   <translation>Paint</translation>
  </message>
 </context>
 <context>
  <name>EstimateLabel</name>
  <message>
   <source>Warning</source>
   <translation>Warnung</translation>
  </message>
  <message>
   <source>about {} in tiles · {} · {}</source>
   <translation>etwa {} in Kacheln · {} · {}</translation>
  </message>
  <message>
   <source>about {} · {} · {}</source>
   <translation>etwa {} · {} · {}</translation>
  </message>
 </context>
 <context>
  <name>ExploreWindow</name>
  <message>
   <source>Across</source>
   <translation>Spalten</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>Zeilen</translation>
  </message>
  <message>
   <source>Explore</source>
   <translation>Erkunden</translation>
  </message>
  <message>
   <source>Export the sheet…</source>
   <translation>Bogen exportieren…</translation>
  </message>
  <message>
   <source>Go on in the main window with the settings of the picked picture (Enter)</source>
   <translation>Im Hauptfenster mit den Einstellungen des ausgewählten Bildes weitermachen (Enter)</translation>
  </message>
  <message>
   <source>Instant</source>
   <translation>Instant</translation>
  </message>
  <message>
   <source>Nearer to what Paint makes, and many times slower.</source>
   <translation>Näher an dem, was Paint malt, und um ein Vielfaches langsamer.</translation>
  </message>
  <message>
   <source>Nothing is rated {} or better yet: rate with the keys 1 to 5.</source>
   <translation>Noch nichts ist mit {} oder besser bewertet: bewerten mit den Tasten 1 bis 5.</translation>
  </message>
  <message>
   <source>Paint draft</source>
   <translation>Paint-Entwurf</translation>
  </message>
  <message>
   <source>Paint large</source>
   <translation>Groß malen</translation>
  </message>
  <message>
   <source>Paint {} large</source>
   <translation>{} groß malen</translation>
  </message>
  <message>
   <source>Painted by</source>
   <translation>Gemalt mit</translation>
  </message>
  <message>
   <source>Pick every picture that is rated {} or better</source>
   <translation>Alle Bilder auswählen, die mit {} oder besser bewertet sind</translation>
  </message>
  <message>
   <source>Pick the best</source>
   <translation>Beste auswählen</translation>
  </message>
  <message>
   <source>Queue what is picked at the size that is set, with the engine that is set</source>
   <translation>Die Auswahl in eingestellter Größe und mit eingestelltem Verfahren in die Warteschlange stellen</translation>
  </message>
  <message>
   <source>Use these settings</source>
   <translation>Einstellungen übernehmen</translation>
  </message>
 </context>
 <context>
  <name>Exploring</name>
  <message>
   <source>1 picture is in the queue.</source>
   <translation>1 Bild ist in der Warteschlange.</translation>
  </message>
  <message>
   <source>Choose a style in the gallery first, or vary the style.</source>
   <translation>Erst einen Stil in der Galerie wählen oder den Stil variieren.</translation>
  </message>
  <message>
   <source>Export the sheet</source>
   <translation>Bogen exportieren</translation>
  </message>
  <message>
   <source>Open a photo in the main window first.</source>
   <translation>Erst im Hauptfenster ein Foto öffnen.</translation>
  </message>
  <message>
   <source>Painting {} of {}…</source>
   <translation>Bild {} von {} wird gemalt…</translation>
  </message>
  <message>
   <source>Rate with 1 to 5, pick with Ctrl and click, Enter takes the settings over.</source>
   <translation>Bewerten mit 1 bis 5, auswählen mit Strg und Klick, Enter übernimmt die Einstellungen.</translation>
  </message>
  <message>
   <source>Saved “{}”.</source>
   <translation>„{}“ gespeichert.</translation>
  </message>
  <message>
   <source>Take over from Explore</source>
   <translation>Aus „Erkunden“ übernehmen</translation>
  </message>
  <message>
   <source>The settings of the picture were taken over.</source>
   <translation>Die Einstellungen des Bildes wurden übernommen.</translation>
  </message>
  <message>
   <source>There is no picture on the sheet yet.</source>
   <translation>Auf dem Bogen ist noch kein Bild.</translation>
  </message>
  <message>
   <source>settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>sheet.png</source>
   <translation>Bogen.png</translation>
  </message>
  <message>
   <source>{} pictures are in the queue.</source>
   <translation>{} Bilder sind in der Warteschlange.</translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message>
   <source>Archive 16 bit</source>
   <translation>Archiv 16 Bit</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exportieren</translation>
  </message>
  <message>
   <source>Export {} files</source>
   <translation>{} Dateien exportieren</translation>
  </message>
  <message>
   <source>Export {} results</source>
   <translation>{} Ergebnisse exportieren</translation>
  </message>
  <message>
   <source>File size: about {}</source>
   <translation>Dateigröße: etwa {}</translation>
  </message>
  <message>
   <source>File size: {}</source>
   <translation>Dateigröße: {}</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Ebenen</translation>
  </message>
  <message>
   <source>My preset</source>
   <translation>Meine Voreinstellung</translation>
  </message>
  <message>
   <source>Own settings</source>
   <translation>Eigene Einstellungen</translation>
  </message>
  <message>
   <source>Print 30 cm</source>
   <translation>Druck 30 cm</translation>
  </message>
  <message>
   <source>Tick what is to be written.</source>
   <translation>Ankreuzen, was geschrieben werden soll.</translation>
  </message>
  <message>
   <source>Web</source>
   <translation>Web</translation>
  </message>
  <message>
   <source>Working out the size of the file…</source>
   <translation>Dateigröße wird ermittelt…</translation>
  </message>
  <message>
   <source>{} files, about {} in all</source>
   <translation>{} Dateien, zusammen etwa {}</translation>
  </message>
 </context>
 <context>
  <name>ExportForm</name>
  <message>
   <source>16 bit</source>
   <translation>16 Bit</translation>
  </message>
  <message>
   <source>16 bit keeps the finest shades for further work; 8 bit is enough for showing.</source>
   <translation>16 Bit bewahren feinste Abstufungen für die Weiterarbeit; zum Zeigen reichen 8 Bit.</translation>
  </message>
  <message>
   <source>8 bit</source>
   <translation>8 Bit</translation>
  </message>
  <message>
   <source>Adobe RGB (for print)</source>
   <translation>Adobe RGB (für den Druck)</translation>
  </message>
  <message>
   <source>Camera and lens</source>
   <translation>Kamera und Objektiv</translation>
  </message>
  <message>
   <source>Colour depth</source>
   <translation>Farbtiefe</translation>
  </message>
  <message>
   <source>Colour profile</source>
   <translation>Farbprofil</translation>
  </message>
  <message>
   <source>Compression</source>
   <translation>Kompression</translation>
  </message>
  <message>
   <source>Credit of the style</source>
   <translation>Bildnachweis des Stils</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Description, copyright</source>
   <translation>Beschreibung, Copyright</translation>
  </message>
  <message>
   <source>Dropping the file back here then restores every setting.</source>
   <translation>Zieht man die Datei wieder hierher, sind alle Einstellungen zurück.</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Format</translation>
  </message>
  <message>
   <source>From stylegui</source>
   <translation>Aus stylegui</translation>
  </message>
  <message>
   <source>From the photo</source>
   <translation>Aus dem Foto</translation>
  </message>
  <message>
   <source>Higher is smaller and slower to save. The picture stays the same.</source>
   <translation>Höher heißt kleinere Datei und langsameres Speichern. Das Bild bleibt gleich.</translation>
  </message>
  <message>
   <source>Location</source>
   <translation>Aufnahmeort</translation>
  </message>
  <message>
   <source>Long side</source>
   <translation>Lange Seite</translation>
  </message>
  <message>
   <source>Lossless: every pixel exactly as it is</source>
   <translation>Verlustfrei: jedes Pixel genau so, wie es ist</translation>
  </message>
  <message>
   <source>Made with AI</source>
   <translation>Mit KI erstellt</translation>
  </message>
  <message>
   <source>Marks the file as partly made by an algorithm, in the words of the IPTC.</source>
   <translation>Kennzeichnet die Datei als teilweise algorithmisch erzeugt, in den Worten des IPTC.</translation>
  </message>
  <message>
   <source>Photo and result as layers, for Krita, GIMP and others.</source>
   <translation>Foto und Ergebnis als Ebenen, für Krita, GIMP und andere.</translation>
  </message>
  <message>
   <source>Picture</source>
   <translation>Bild</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>Qualität</translation>
  </message>
  <message>
   <source>Recipe</source>
   <translation>Rezept</translation>
  </message>
  <message>
   <source>The photo's own</source>
   <translation>Das des Fotos</translation>
  </message>
  <message>
   <source>The photo's own (it has none: sRGB)</source>
   <translation>Das des Fotos (es hat keins: sRGB)</translation>
  </message>
  <message>
   <source>Told in the file</source>
   <translation>In der Datei vermerkt</translation>
  </message>
  <message>
   <source>Writes title, artist and licence of the style beside your own copyright.</source>
   <translation>Schreibt Titel, Künstler und Lizenz des Stils neben Ihr eigenes Copyright.</translation>
  </message>
  <message>
   <source>sRGB (for screens and the web)</source>
   <translation>sRGB (für Bildschirm und Web)</translation>
  </message>
 </context>
 <context>
  <name>Exporter</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Nothing was saved: there are files of these names already.</source>
   <translation>Nichts wurde gespeichert: Dateien mit diesen Namen gibt es schon.</translation>
  </message>
  <message>
   <source>Painted at full size: now it can be dragged out.</source>
   <translation>In voller Größe gemalt: Jetzt lässt es sich herausziehen.</translation>
  </message>
  <message>
   <source>Painting at full size first…</source>
   <translation>Erst wird in voller Größe gemalt…</translation>
  </message>
  <message>
   <source>Saved {} files.</source>
   <translation>{} Dateien gespeichert.</translation>
  </message>
  <message>
   <source>Saved “{}”.</source>
   <translation>„{}“ gespeichert.</translation>
  </message>
  <message>
   <source>Saving {} of {}…</source>
   <translation>{} von {} wird gespeichert…</translation>
  </message>
  <message>
   <source>Saving “{}”…</source>
   <translation>„{}“ wird gespeichert…</translation>
  </message>
  <message>
   <source>Saving…</source>
   <translation>Wird gespeichert…</translation>
  </message>
  <message>
   <source>Show in folder</source>
   <translation>Im Ordner zeigen</translation>
  </message>
  <message>
   <source>Stopped: {} of {} files were saved.</source>
   <translation>Gestoppt: {} von {} Dateien wurden gespeichert.</translation>
  </message>
  <message>
   <source>{} more files could not be saved either.</source>
   <translation>{} weitere Dateien konnten ebenfalls nicht gespeichert werden.</translation>
  </message>
  <message>
   <source>{} of {} were saved.</source>
   <translation>{} von {} wurden gespeichert.</translation>
  </message>
  <message>
   <source>{} were left alone, because their names are taken.</source>
   <translation>{} wurden ausgelassen, weil ihre Namen vergeben sind.</translation>
  </message>
 </context>
 <context>
  <name>Feasibility</name>
  <message>
   <source>Fits</source>
   <translation>Passt</translation>
  </message>
  <message>
   <source>In tiles</source>
   <translation>In Kacheln</translation>
  </message>
  <message>
   <source>Takes long</source>
   <translation>Dauert lange</translation>
  </message>
  <message>
   <source>This takes about {} and {} of memory.</source>
   <translation>Braucht etwa {} und {} Speicher.</translation>
  </message>
  <message>
   <source>This takes about {} and {} of memory. A smaller size or a lower quality takes far less time.</source>
   <translation>Braucht etwa {} und {} Speicher. Kleiner oder mit geringerer Qualität geht es viel schneller.</translation>
  </message>
  <message>
   <source>Too large</source>
   <translation>Zu groß</translation>
  </message>
  <message>
   <source>Too large to be painted at once: it is painted in tiles, in about {} and with {} of memory.</source>
   <translation>Zu groß für einen Durchgang: Es wird in Kacheln gemalt, in etwa {} und mit {} Speicher.</translation>
  </message>
  <message>
   <source>{} px do not fit into {} of memory: it will be painted at {} px, in about {}.</source>
   <translation>{} px passen nicht in {} Speicher: Gemalt wird mit {} px, in etwa {}.</translation>
  </message>
 </context>
 <context>
  <name>FieldSpec</name>
  <message>
   <source>off</source>
   <translation>aus</translation>
  </message>
  <message>
   <source>on</source>
   <translation>ein</translation>
  </message>
  <message>
   <source>the network's own</source>
   <translation>die des Netzes</translation>
  </message>
 </context>
 <context>
  <name>FileQuestion</name>
  <message>
   <source>All files</source>
   <translation>Alle Dateien</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation>Bilder</translation>
  </message>
  <message>
   <source>Pictures and projects</source>
   <translation>Bilder und Projekte</translation>
  </message>
 </context>
 <context>
  <name>FileQuestions</name>
  <message>
   <source>Export as style pack</source>
   <translation>Als Stilpaket exportieren</translation>
  </message>
  <message>
   <source>Folder to watch</source>
   <translation>Zu überwachender Ordner</translation>
  </message>
  <message>
   <source>Open style pack</source>
   <translation>Stilpaket öffnen</translation>
  </message>
  <message>
   <source>Style packs</source>
   <translation>Stilpakete</translation>
  </message>
 </context>
 <context>
  <name>FilmDelegate</name>
  <message>
   <source>Rejected</source>
   <translation>Abgelehnt</translation>
  </message>
  <message>
   <source>Title of the version</source>
   <translation>Titel der Version</translation>
  </message>
 </context>
 <context>
  <name>FilmDialog</name>
  <message>
   <source>End with the finished picture</source>
   <translation>Mit dem fertigen Bild enden</translation>
  </message>
  <message>
   <source>Export making-of</source>
   <translation>Entstehung exportieren</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Format</translation>
  </message>
  <message>
   <source>Hold the last picture</source>
   <translation>Letztes Bild halten</translation>
  </message>
  <message>
   <source>Length</source>
   <translation>Dauer</translation>
  </message>
  <message>
   <source>Long side</source>
   <translation>Lange Seite</translation>
  </message>
  <message>
   <source>Pictures a second</source>
   <translation>Bilder pro Sekunde</translation>
  </message>
  <message>
   <source>Save as…</source>
   <translation>Speichern unter…</translation>
  </message>
  <message>
   <source>To save MP4, install the program with its extra “video”.</source>
   <translation>Um MP4 zu speichern, das Programm mit dem Zusatz „video“ installieren.</translation>
  </message>
  <message>
   <source>{} × {} px, {} pictures.</source>
   <translation>{} × {} px, {} Bilder.</translation>
  </message>
 </context>
 <context>
  <name>FilmProgress</name>
  <message>
   <source>Film {}</source>
   <translation>Film {}</translation>
  </message>
  <message>
   <source>Give the film up</source>
   <translation>Film abbrechen</translation>
  </message>
  <message>
   <source>Progress of the film</source>
   <translation>Fortschritt des Films</translation>
  </message>
 </context>
 <context>
  <name>FilmView</name>
  <message>
   <source>Enter goes to a version, holding Space shows it on the canvas, 0 to 5 rate it, R rejects it, full stop marks a favourite, Delete removes it.</source>
   <translation>Enter geht zu einer Version, Leertaste halten zeigt sie auf der Leinwand, 0 bis 5 bewerten sie, R lehnt sie ab, Punkt markiert einen Favoriten, Entf löscht sie.</translation>
  </message>
  <message>
   <source>Versions</source>
   <translation>Versionen</translation>
  </message>
 </context>
 <context>
  <name>Filming</name>
  <message>
   <source>Export making-of</source>
   <translation>Entstehung exportieren</translation>
  </message>
  <message>
   <source>Films</source>
   <translation>Filme</translation>
  </message>
  <message>
   <source>One film at a time: please wait until the other is done.</source>
   <translation>Ein Film nach dem anderen: Bitte warten, bis der andere fertig ist.</translation>
  </message>
  <message>
   <source>Saved “{}”.</source>
   <translation>„{}“ gespeichert.</translation>
  </message>
  <message>
   <source>Show in folder</source>
   <translation>Im Ordner zeigen</translation>
  </message>
  <message>
   <source>The film was given up.</source>
   <translation>Der Film wurde abgebrochen.</translation>
  </message>
 </context>
 <context>
  <name>Flicker</name>
  <message>
   <source>Enter changes the picture</source>
   <translation>Enter wechselt das Bild</translation>
  </message>
  <message>
   <source>{} a second</source>
   <translation>{} pro Sekunde</translation>
  </message>
  <message>
   <source>{} and {} take turns.</source>
   <translation>{} und {} im Wechsel.</translation>
  </message>
 </context>
 <context>
  <name>GalleryDrops</name>
  <message>
   <source>Add to your styles</source>
   <translation>In die eigenen Stile aufnehmen</translation>
  </message>
  <message>
   <source>Add {} pictures to your styles</source>
   <translation>{} Bilder in die eigenen Stile aufnehmen</translation>
  </message>
  <message>
   <source>Copy its pictures</source>
   <translation>Seine Bilder kopieren</translation>
  </message>
  <message>
   <source>Copy their pictures</source>
   <translation>Ihre Bilder kopieren</translation>
  </message>
  <message>
   <source>Its pictures stay there; new ones appear here by themselves.</source>
   <translation>Die Bilder bleiben dort; neue erscheinen hier von selbst.</translation>
  </message>
  <message>
   <source>Open the style pack</source>
   <translation>Stilpaket öffnen</translation>
  </message>
  <message>
   <source>They become styles of your own, whatever happens to the folder.</source>
   <translation>Sie werden eigene Stile, was auch immer mit dem Ordner geschieht.</translation>
  </message>
  <message>
   <source>Watch these folders</source>
   <translation>Diese Ordner überwachen</translation>
  </message>
  <message>
   <source>Watch this folder</source>
   <translation>Diesen Ordner überwachen</translation>
  </message>
 </context>
 <context>
  <name>GalleryFolders</name>
  <message>
   <source>Looking through “{}”</source>
   <translation>„{}“ wird durchgesehen</translation>
  </message>
  <message>
   <source>Stop watching “{}”</source>
   <translation>„{}“ nicht mehr überwachen</translation>
  </message>
  <message>
   <source>Watch “{}”</source>
   <translation>„{}“ überwachen</translation>
  </message>
  <message>
   <source>“{}” is watched already.</source>
   <translation>„{}“ wird schon überwacht.</translation>
  </message>
 </context>
 <context>
  <name>GalleryNews</name>
  <message>
   <source>“{}” has its picture again.</source>
   <translation>„{}“ hat sein Bild wieder.</translation>
  </message>
 </context>
 <context>
  <name>GalleryPanel</name>
  <message>
   <source>There is no picture on the clipboard.</source>
   <translation>In der Zwischenablage ist kein Bild.</translation>
  </message>
  <message>
   <source>Tile size</source>
   <translation>Kachelgröße</translation>
  </message>
  <message>
   <source>Tile size (Ctrl+wheel)</source>
   <translation>Kachelgröße (Strg+Mausrad)</translation>
  </message>
 </context>
 <context>
  <name>Grid</name>
  <message>
   <source>Being painted</source>
   <translation>Wird gemalt</translation>
  </message>
  <message>
   <source>not rated</source>
   <translation>nicht bewertet</translation>
  </message>
  <message>
   <source>rejected</source>
   <translation>abgelehnt</translation>
  </message>
  <message>
   <source>{} of {} versions: {}, {}. Enter works on it, 0 to 5 rate it, R rejects it, Esc goes back.</source>
   <translation>{} von {} Versionen: {}, {}. Enter arbeitet daran weiter, 0 bis 5 bewerten sie, R lehnt sie ab, Esc geht zurück.</translation>
  </message>
  <message>
   <source>{} stars</source>
   <translation>{} Sterne</translation>
  </message>
 </context>
 <context>
  <name>Grip</name>
  <message>
   <source>Click to export, or drag the result into a folder or another program</source>
   <translation>Klicken zum Exportieren, oder das Ergebnis in einen Ordner oder ein anderes Programm ziehen</translation>
  </message>
  <message>
   <source>Export the result or drag it out</source>
   <translation>Ergebnis exportieren oder herausziehen</translation>
  </message>
 </context>
 <context>
  <name>Guests</name>
  <message>
   <source>Add to gallery</source>
   <translation>In die Galerie aufnehmen</translation>
  </message>
  <message>
   <source>Not in your gallery, but in this project: {}.</source>
   <translation>Nicht in Ihrer Galerie, aber in diesem Projekt: {}.</translation>
  </message>
  <message>
   <source>unnamed</source>
   <translation>unbenannt</translation>
  </message>
  <message>
   <source>{} and {} more</source>
   <translation>{} und {} weitere</translation>
  </message>
  <message>
   <source>{} styles were added to your gallery.</source>
   <translation>{} Stile wurden in die Galerie aufgenommen.</translation>
  </message>
  <message>
   <source>“{}”</source>
   <translation>„{}“</translation>
  </message>
  <message>
   <source>“{}” is now one of your styles.</source>
   <translation>„{}“ ist jetzt einer Ihrer Stile.</translation>
  </message>
 </context>
 <context>
  <name>Help</name>
  <message>
   <source>Alt and wheel</source>
   <translation>Alt und Mausrad</translation>
  </message>
  <message>
   <source>Blend styles</source>
   <translation>Stile mischen</translation>
  </message>
  <message>
   <source>Canvas</source>
   <translation>Leinwand</translation>
  </message>
  <message>
   <source>Ctrl and click in the gallery</source>
   <translation>Strg und Klick in der Galerie</translation>
  </message>
  <message>
   <source>Ctrl and drag</source>
   <translation>Strg und Ziehen</translation>
  </message>
  <message>
   <source>Double-click</source>
   <translation>Doppelklick</translation>
  </message>
  <message>
   <source>Drag its end, or Shift and drag</source>
   <translation>Am Ende ziehen, oder Umschalt und Ziehen</translation>
  </message>
  <message>
   <source>Drag the painting out</source>
   <translation>Das Gemalte herausziehen</translation>
  </message>
  <message>
   <source>Drag, or Space and drag</source>
   <translation>Ziehen, oder Leertaste und Ziehen</translation>
  </message>
  <message>
   <source>Fit, and back to 100 %</source>
   <translation>Einpassen und zurück auf 100 %</translation>
  </message>
  <message>
   <source>Hold {}</source>
   <translation>{} halten</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Protokoll</translation>
  </message>
  <message>
   <source>Move the picture</source>
   <translation>Bild verschieben</translation>
  </message>
  <message>
   <source>Python</source>
   <translation>Python</translation>
  </message>
  <message>
   <source>Qt</source>
   <translation>Qt</translation>
  </message>
  <message>
   <source>Show the photo</source>
   <translation>Foto zeigen</translation>
  </message>
  <message>
   <source>Size of the lens, pace, strength</source>
   <translation>Größe der Lupe, Tempo, Stärke</translation>
  </message>
  <message>
   <source>System</source>
   <translation>System</translation>
  </message>
  <message>
   <source>Turn the wipe</source>
   <translation>Wischlinie drehen</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>Mausrad</translation>
  </message>
  <message>
   <source>Zoom at the pointer</source>
   <translation>Zoomen am Mauszeiger</translation>
  </message>
  <message>
   <source>torch</source>
   <translation>torch</translation>
  </message>
 </context>
 <context>
  <name>History</name>
  <message>
   <source>1 star</source>
   <translation>1 Stern</translation>
  </message>
  <message>
   <source>Branched from version {}</source>
   <translation>Abgezweigt von Version {}</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>Steps to undo</source>
   <translation>Liste der Schritte</translation>
  </message>
  <message>
   <source>Stopped before its end</source>
   <translation>Vor dem Ende gestoppt</translation>
  </message>
  <message>
   <source>Version {}</source>
   <translation>Version {}</translation>
  </message>
  <message>
   <source>favourite</source>
   <translation>Favorit</translation>
  </message>
  <message>
   <source>not rated</source>
   <translation>nicht bewertet</translation>
  </message>
  <message>
   <source>rejected</source>
   <translation>abgelehnt</translation>
  </message>
  <message>
   <source>shown now</source>
   <translation>wird gezeigt</translation>
  </message>
  <message>
   <source>today, {}</source>
   <translation>heute, {}</translation>
  </message>
  <message>
   <source>{} in {}</source>
   <translation>{} in {}</translation>
  </message>
  <message>
   <source>{} stars</source>
   <translation>{} Sterne</translation>
  </message>
 </context>
 <context>
  <name>HistoryHeader</name>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Close the history</source>
   <translation>Verlauf schließen</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>Not rejected</source>
   <translation>Nicht abgelehnt</translation>
  </message>
  <message>
   <source>Rated</source>
   <translation>Bewertet</translation>
  </message>
  <message>
   <source>Versions shown</source>
   <translation>Gezeigte Versionen</translation>
  </message>
  <message>
   <source>{} of {}</source>
   <translation>{} von {}</translation>
  </message>
 </context>
 <context>
  <name>HistoryPanel</name>
  <message>
   <source>All versions are rejected. Choose “All” to see them.</source>
   <translation>Alle Versionen sind abgelehnt. „Alle“ zeigt sie wieder.</translation>
  </message>
  <message>
   <source>Every picture you paint is kept here as a version.</source>
   <translation>Jedes gemalte Bild bleibt hier als Version erhalten.</translation>
  </message>
  <message>
   <source>No version has stars yet. Press 1 to 5 to give some.</source>
   <translation>Noch hat keine Version Sterne. Die Tasten 1 bis 5 vergeben welche.</translation>
  </message>
 </context>
 <context>
  <name>InstantParams</name>
  <message>
   <source>Brush size</source>
   <translation>Pinselgröße</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>Farbe</translation>
  </message>
  <message>
   <source>Detail</source>
   <translation>Details</translation>
  </message>
  <message>
   <source>Fast</source>
   <translation>Schnell</translation>
  </message>
  <message>
   <source>Fine</source>
   <translation>Fein</translation>
  </message>
  <message>
   <source>Fine for pictures to keep, fast for previews and slow machines.</source>
   <translation>Fein für Bilder, die bleiben; schnell für Vorschauen und langsame Rechner.</translation>
  </message>
  <message>
   <source>How far the painting may leave the photo.</source>
   <translation>Wie weit sich das Gemälde vom Foto entfernen darf.</translation>
  </message>
  <message>
   <source>How much of the photo's fine light and shade comes back into the painting.</source>
   <translation>Wie viel vom feinen Licht und Schatten des Fotos ins Gemälde zurückkommt.</translation>
  </message>
  <message>
   <source>Lightness only</source>
   <translation>Nur Helligkeit</translation>
  </message>
  <message>
   <source>Long side of the finished picture.</source>
   <translation>Lange Seite des fertigen Bildes.</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Netz</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Foto</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Size of the style's strokes: smaller for delicate work, larger for bold.</source>
   <translation>Größe der Striche des Stils: kleiner für Zartes, größer für Kräftiges.</translation>
  </message>
  <message>
   <source>Strength</source>
   <translation>Stärke</translation>
  </message>
  <message>
   <source>Style</source>
   <translation>Stil</translation>
  </message>
  <message>
   <source>Whose colours the picture has: the style's, the photo's, or the photo's under painted light.</source>
   <translation>Wessen Farben das Bild hat: die des Stils, die des Fotos oder die des Fotos in gemaltem Licht.</translation>
  </message>
 </context>
 <context>
  <name>KeepBar</name>
  <message>
   <source>Keep in gallery</source>
   <translation>In der Galerie behalten</translation>
  </message>
  <message>
   <source>Paint it at 1024 px and add it to the gallery (Ctrl+Enter)</source>
   <translation>Mit 1024 px malen und in die Galerie aufnehmen (Strg+Enter)</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
  <message>
   <source>The title in the gallery</source>
   <translation>Der Titel in der Galerie</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titel</translation>
  </message>
 </context>
 <context>
  <name>Keeper</name>
  <message>
   <source>{} pictures were not kept.</source>
   <translation>{} Bilder wurden nicht behalten.</translation>
  </message>
  <message>
   <source>“{}” was not kept.</source>
   <translation>„{}“ wurde nicht behalten.</translation>
  </message>
 </context>
 <context>
  <name>KeysDialog</name>
  <message>
   <source>Change shortcuts</source>
   <translation>Tastenkürzel ändern</translation>
  </message>
  <message>
   <source>Click a field and press the new keys. Single keys act on the canvas only.</source>
   <translation>Ein Feld anklicken und die neuen Tasten drücken. Einzelne Tasten wirken nur auf der Leinwand.</translation>
  </message>
  <message>
   <source>“{}” already belongs to “{}”.</source>
   <translation>„{}“ gehört schon zu „{}“.</translation>
  </message>
  <message>
   <source>“{}” moves the picture or the focus and cannot be used.</source>
   <translation>„{}“ bewegt das Bild oder den Fokus und ist nicht verwendbar.</translation>
  </message>
 </context>
 <context>
  <name>Lens</name>
  <message>
   <source>{}, and {} in a lens under the pointer.</source>
   <translation>{}, und {} in einer Lupe unter dem Mauszeiger.</translation>
  </message>
 </context>
 <context>
  <name>LibraryEdits</name>
  <message>
   <source>Add {}</source>
   <translation>{} hinzufügen</translation>
  </message>
  <message>
   <source>Locate {}</source>
   <translation>{} wiederfinden</translation>
  </message>
  <message>
   <source>Mark {what} as favourite</source>
   <translation>{what} als Favorit markieren</translation>
  </message>
  <message>
   <source>Rate {what}</source>
   <translation>{what} bewerten</translation>
  </message>
  <message>
   <source>Remove {}</source>
   <translation>{} entfernen</translation>
  </message>
  <message>
   <source>Rename {what}</source>
   <translation>{what} umbenennen</translation>
  </message>
  <message>
   <source>Take the rating from {what}</source>
   <translation>Bewertung von {what} entfernen</translation>
  </message>
  <message>
   <source>Undo brings it back.</source>
   <translation>„Rückgängig“ bringt es zurück.</translation>
  </message>
  <message>
   <source>Undo brings them back.</source>
   <translation>„Rückgängig“ bringt sie zurück.</translation>
  </message>
  <message>
   <source>Unmark {what} as favourite</source>
   <translation>{what} nicht mehr als Favorit markieren</translation>
  </message>
  <message>
   <source>{} come with the program and stay.</source>
   <translation>{} gehören zum Programm und bleiben.</translation>
  </message>
  <message>
   <source>{} styles</source>
   <translation>{} Stile</translation>
  </message>
  <message>
   <source>{} was removed.</source>
   <translation>{} wurde entfernt.</translation>
  </message>
  <message>
   <source>{} were removed.</source>
   <translation>{} wurden entfernt.</translation>
  </message>
  <message>
   <source>“{}”</source>
   <translation>„{}“</translation>
  </message>
  <message>
   <source>“{}” comes with the program and stays.</source>
   <translation>„{}“ gehört zum Programm und bleibt.</translation>
  </message>
 </context>
 <context>
  <name>LicencesDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Libraries</source>
   <translation>Bibliotheken</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>Lizenz</translation>
  </message>
  <message>
   <source>Licences</source>
   <translation>Lizenzen</translation>
  </message>
  <message>
   <source>The library came without a text of its licence.</source>
   <translation>Der Bibliothek lag kein Lizenztext bei.</translation>
  </message>
  <message>
   <source>The program, its networks and its code are free under the MIT licence. Its style pictures and sample photos are in the public domain (CC0). It is made with these libraries:</source>
   <translation>Das Programm, seine Netze und sein Code sind frei unter der MIT-Lizenz. Seine Stilbilder und Beispielfotos sind gemeinfrei (CC0). Es verwendet diese Bibliotheken:</translation>
  </message>
 </context>
 <context>
  <name>LongDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Restore defaults</source>
   <translation>Standardwerte wiederherstellen</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>Compare wit&amp;h</source>
   <translation>Vergleichen &amp;mit</translation>
  </message>
  <message>
   <source>Open &amp;recent</source>
   <translation>&amp;Zuletzt geöffnet</translation>
  </message>
  <message>
   <source>Painting</source>
   <translation>Malen</translation>
  </message>
  <message>
   <source>Styles</source>
   <translation>Stile</translation>
  </message>
  <message>
   <source>Tools</source>
   <translation>Werkzeuge</translation>
  </message>
  <message>
   <source>Zoom</source>
   <translation>Zoom</translation>
  </message>
 </context>
 <context>
  <name>ManualWindow</name>
  <message>
   <source>Manual</source>
   <translation>Handbuch</translation>
  </message>
  <message>
   <source>No page speaks of that.</source>
   <translation>Davon handelt keine Seite.</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>Seite</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Seiten</translation>
  </message>
  <message>
   <source>Search the manual</source>
   <translation>Handbuch durchsuchen</translation>
  </message>
 </context>
 <context>
  <name>Messages</name>
  <message>
   <source>A pack holds up to {} styles: choose fewer.</source>
   <translation>Ein Paket fasst bis zu {} Stile: weniger auswählen.</translation>
  </message>
  <message>
   <source>A part of this document cannot be read: {}.</source>
   <translation>Ein Teil dieses Dokuments ist nicht lesbar: {}.</translation>
  </message>
  <message>
   <source>A part of this document is damaged.</source>
   <translation>Ein Teil dieses Dokuments ist beschädigt.</translation>
  </message>
  <message>
   <source>A part of this document is missing.</source>
   <translation>Ein Teil dieses Dokuments fehlt.</translation>
  </message>
  <message>
   <source>A picture of the making is damaged.</source>
   <translation>Ein Bild der Entstehung ist beschädigt.</translation>
  </message>
  <message>
   <source>A picture of this document cannot be read: {}.</source>
   <translation>Ein Bild dieses Dokuments ist nicht lesbar: {}.</translation>
  </message>
  <message>
   <source>A picture of this document is damaged.</source>
   <translation>Ein Bild dieses Dokuments ist beschädigt.</translation>
  </message>
  <message>
   <source>A picture of this document is missing.</source>
   <translation>Ein Bild dieses Dokuments fehlt.</translation>
  </message>
  <message>
   <source>A sheet of {} × {} px is too large: move the pins closer together, or export it smaller.</source>
   <translation>Ein Bild von {} × {} px ist zu groß: Elemente näher zusammenrücken oder kleiner exportieren.</translation>
  </message>
  <message>
   <source>A style needs a title.</source>
   <translation>Ein Stil braucht einen Titel.</translation>
  </message>
  <message>
   <source>A version is missing, because its picture is.</source>
   <translation>Eine Version fehlt, weil ihr Bild fehlt.</translation>
  </message>
  <message>
   <source>A waiting job cannot be understood by this version of the program.</source>
   <translation>Ein wartender Auftrag ist für diese Programmversion nicht lesbar.</translation>
  </message>
  <message>
   <source>A waiting job is of a kind that this version of the program does not know.</source>
   <translation>Ein wartender Auftrag ist von einer Art, die diese Programmversion nicht kennt.</translation>
  </message>
  <message>
   <source>Choose a style first.</source>
   <translation>Erst einen Stil wählen.</translation>
  </message>
  <message>
   <source>Choose a style in the gallery first.</source>
   <translation>Erst einen Stil in der Galerie wählen.</translation>
  </message>
  <message>
   <source>How the picture is to be computed cannot be understood.</source>
   <translation>Wie das Bild berechnet werden soll, ist nicht lesbar.</translation>
  </message>
  <message>
   <source>Its colour profile does not fit or is broken, and was ignored.</source>
   <translation>Das Farbprofil passt nicht oder ist beschädigt und wurde ignoriert.</translation>
  </message>
  <message>
   <source>MP4 needs PyAV, which is not installed.</source>
   <translation>MP4 braucht PyAV, und das ist nicht installiert.</translation>
  </message>
  <message>
   <source>One picture could not be added; the log says why.</source>
   <translation>Ein Bild konnte nicht hinzugefügt werden; das Protokoll nennt den Grund.</translation>
  </message>
  <message>
   <source>One picture of the queue could not be taken up again.</source>
   <translation>Ein Bild der Warteschlange konnte nicht wieder aufgenommen werden.</translation>
  </message>
  <message>
   <source>Only the first frame of the animation is used.</source>
   <translation>Nur das erste Bild der Animation wird verwendet.</translation>
  </message>
  <message>
   <source>Only the first page of the file is used.</source>
   <translation>Nur die erste Seite der Datei wird verwendet.</translation>
  </message>
  <message>
   <source>Open a photo first: drop one on the canvas, or choose it in the File menu.</source>
   <translation>Erst ein Foto öffnen: auf die Leinwand ziehen oder im Menü „Datei“ wählen.</translation>
  </message>
  <message>
   <source>Painted with stylegui in the style of {}.</source>
   <translation>Gemalt mit stylegui im Stil von {}.</translation>
  </message>
  <message>
   <source>Painted with stylegui.</source>
   <translation>Gemalt mit stylegui.</translation>
  </message>
  <message>
   <source>Painting stopped because of an error in the program. The log tells more.</source>
   <translation>Das Malen wurde wegen eines Programmfehlers gestoppt. Das Protokoll verrät mehr.</translation>
  </message>
  <message>
   <source>Pictures are not fetched from the web: save the picture, then drop the file.</source>
   <translation>Bilder werden nicht aus dem Web geholt: das Bild speichern, dann die Datei hierher ziehen.</translation>
  </message>
  <message>
   <source>Settings cannot be understood by this version of the program.</source>
   <translation>Die Einstellungen sind für diese Programmversion nicht lesbar.</translation>
  </message>
  <message>
   <source>Start from a picture is chosen, but there is no picture to start from.</source>
   <translation>„Beginnen mit“ steht auf einem Bild, aber es gibt keins, mit dem begonnen werden kann.</translation>
  </message>
  <message>
   <source>The connection to {} was lost; what has arrived is kept for the next try.</source>
   <translation>Die Verbindung zu {} ist abgerissen; was angekommen ist, bleibt für den nächsten Versuch erhalten.</translation>
  </message>
  <message>
   <source>The device {} cannot be used ({}), so the CPU is used instead.</source>
   <translation>Das Gerät {} ist nicht verwendbar ({}), daher rechnet die CPU.</translation>
  </message>
  <message>
   <source>The film could not be made: {}.</source>
   <translation>Der Film konnte nicht erstellt werden: {}.</translation>
  </message>
  <message>
   <source>The film “{}” could not be saved: {}.</source>
   <translation>Der Film „{}“ konnte nicht gespeichert werden: {}.</translation>
  </message>
  <message>
   <source>The gallery could not be saved: another program is using it. Please try again.</source>
   <translation>Die Galerie konnte nicht gespeichert werden: Ein anderes Programm verwendet sie. Bitte erneut versuchen.</translation>
  </message>
  <message>
   <source>The gallery could not be saved: its folder cannot be written.</source>
   <translation>Die Galerie konnte nicht gespeichert werden: In ihren Ordner kann nicht geschrieben werden.</translation>
  </message>
  <message>
   <source>The gallery could not be saved: the disk does not take it.</source>
   <translation>Die Galerie konnte nicht gespeichert werden: Das Laufwerk nimmt sie nicht an.</translation>
  </message>
  <message>
   <source>The gallery could not be saved: the disk is full.</source>
   <translation>Die Galerie konnte nicht gespeichert werden: Das Laufwerk ist voll.</translation>
  </message>
  <message>
   <source>The gallery's database is damaged, and no new one can be made.</source>
   <translation>Die Datenbank der Galerie ist beschädigt, und eine neue lässt sich nicht anlegen.</translation>
  </message>
  <message>
   <source>The gallery's database was damaged. It was set aside and the gallery was put together again; nothing that you made is lost.</source>
   <translation>Die Datenbank der Galerie war beschädigt. Sie wurde beiseitegelegt und die Galerie neu aufgebaut; nichts von Ihrer Arbeit ist verloren.</translation>
  </message>
  <message>
   <source>The gallery's database was written by a newer version of the program; what you change in the gallery now is not kept.</source>
   <translation>Die Datenbank der Galerie stammt von einer neueren Programmversion; jetzige Änderungen an der Galerie bleiben nicht erhalten.</translation>
  </message>
  <message>
   <source>The gallery's folder cannot be written, so what you change in the gallery now is not kept.</source>
   <translation>In den Ordner der Galerie kann nicht geschrieben werden; jetzige Änderungen an der Galerie bleiben nicht erhalten.</translation>
  </message>
  <message>
   <source>The helper that paints could not be started: {}.</source>
   <translation>Der Hilfsprozess zum Malen konnte nicht gestartet werden: {}.</translation>
  </message>
  <message>
   <source>The helper that paints was ended from outside, perhaps because memory ran short. Please try again.</source>
   <translation>Der Hilfsprozess zum Malen wurde von außen beendet, vielleicht aus Speichermangel. Bitte erneut versuchen.</translation>
  </message>
  <message>
   <source>The list of styles in “{}” cannot be read.</source>
   <translation>Die Stilliste in „{}“ ist nicht lesbar.</translation>
  </message>
  <message>
   <source>The making-of cannot be read any more.</source>
   <translation>Die Entstehung ist nicht mehr lesbar.</translation>
  </message>
  <message>
   <source>The making-of is damaged.</source>
   <translation>Die Entstehung ist beschädigt.</translation>
  </message>
  <message>
   <source>The memory is too small for the finest pass, so it is left out.</source>
   <translation>Der Speicher reicht für den feinsten Durchgang nicht, er entfällt.</translation>
  </message>
  <message>
   <source>The memory is too small for {} px at once, so they are painted in tiles.</source>
   <translation>Der Speicher reicht nicht für {} px auf einmal, daher wird in Kacheln gemalt.</translation>
  </message>
  <message>
   <source>The memory is too small for {} px; the picture is finished at {} px.</source>
   <translation>Der Speicher reicht nicht für {} px; das Bild wird mit {} px fertig gemalt.</translation>
  </message>
  <message>
   <source>The numbers ran out of range. Try another seed or a lower strength.</source>
   <translation>Die Rechnung ist aus dem Ruder gelaufen. Ein anderer Startwert oder weniger Stärke kann helfen.</translation>
  </message>
  <message>
   <source>The old file is kept as {}.</source>
   <translation>Die alte Datei bleibt als {} erhalten.</translation>
  </message>
  <message>
   <source>The painting could not be continued, because {}. It begins anew.</source>
   <translation>Das Malen konnte nicht fortgesetzt werden: {}. Es beginnt von vorn.</translation>
  </message>
  <message>
   <source>The painting engine could not be loaded. The log tells why.</source>
   <translation>Das Malverfahren konnte nicht geladen werden. Das Protokoll verrät den Grund.</translation>
  </message>
  <message>
   <source>The photo</source>
   <translation>Das Foto</translation>
  </message>
  <message>
   <source>The picture could not be painted: its numbers ran out of range.</source>
   <translation>Das Bild konnte nicht gemalt werden: Die Rechnung ist aus dem Ruder gelaufen.</translation>
  </message>
  <message>
   <source>The picture to start from</source>
   <translation>Das Bild, mit dem begonnen werden soll,</translation>
  </message>
  <message>
   <source>The presets could not be saved ({}).</source>
   <translation>Die Voreinstellungen konnten nicht gespeichert werden ({}).</translation>
  </message>
  <message>
   <source>The program's own pictures are missing. Please install stylegui again.</source>
   <translation>Die mitgelieferten Bilder fehlen. Bitte stylegui neu installieren.</translation>
  </message>
  <message>
   <source>The queue cannot be put aside on the disk: {}.</source>
   <translation>Die Warteschlange lässt sich nicht auf dem Laufwerk sichern: {}.</translation>
  </message>
  <message>
   <source>The queue cannot be read: {}.</source>
   <translation>Die Warteschlange ist nicht lesbar: {}.</translation>
  </message>
  <message>
   <source>The queue that was left is damaged.</source>
   <translation>Die hinterlassene Warteschlange ist beschädigt.</translation>
  </message>
  <message>
   <source>The queue was left by a newer version of the program.</source>
   <translation>Die Warteschlange stammt von einer neueren Programmversion.</translation>
  </message>
  <message>
   <source>The settings could not be read ({}), so the usual ones are used.</source>
   <translation>Die Einstellungen waren nicht lesbar ({}), daher gelten die üblichen.</translation>
  </message>
  <message>
   <source>The settings could not be saved ({}).</source>
   <translation>Die Einstellungen konnten nicht gespeichert werden ({}).</translation>
  </message>
  <message>
   <source>The settings inside this picture cannot be understood by this version.</source>
   <translation>Die Einstellungen in diesem Bild sind für diese Programmversion nicht lesbar.</translation>
  </message>
  <message>
   <source>The style could not be brought back: {}.</source>
   <translation>Der Stil konnte nicht zurückgeholt werden: {}.</translation>
  </message>
  <message>
   <source>The style in “{}” is damaged and was left out.</source>
   <translation>Der Stil in „{}“ ist beschädigt und wurde ausgelassen.</translation>
  </message>
  <message>
   <source>The style “{}”</source>
   <translation>Der Stil „{}“</translation>
  </message>
  <message>
   <source>The watched folders could not be saved: {}.</source>
   <translation>Die überwachten Ordner konnten nicht gespeichert werden: {}.</translation>
  </message>
  <message>
   <source>The weights of the Instant network “{}” cannot be read. Please install stylegui again.</source>
   <translation>Die Gewichte des Instant-Netzes „{}“ sind nicht lesbar. Bitte stylegui neu installieren.</translation>
  </message>
  <message>
   <source>The weights of the styles must be positive numbers.</source>
   <translation>Die Anteile der Stile müssen positive Zahlen sein.</translation>
  </message>
  <message>
   <source>The weights of {} cannot be read ({} is damaged).</source>
   <translation>Die Gewichte von {} sind nicht lesbar ({} ist beschädigt).</translation>
  </message>
  <message>
   <source>There are no pictures in the folder “{}”.</source>
   <translation>Im Ordner „{}“ sind keine Bilder.</translation>
  </message>
  <message>
   <source>There is no folder “{}”.</source>
   <translation>Es gibt keinen Ordner „{}“.</translation>
  </message>
  <message>
   <source>There is no picture in what you dropped.</source>
   <translation>Im Hereingezogenen ist kein Bild.</translation>
  </message>
  <message>
   <source>There is no style to export.</source>
   <translation>Es gibt keinen Stil zum Exportieren.</translation>
  </message>
  <message>
   <source>There is not enough memory for a picture of this size.</source>
   <translation>Der Speicher reicht nicht für ein Bild dieser Größe.</translation>
  </message>
  <message>
   <source>There is not enough memory for a sheet of this size: export it smaller.</source>
   <translation>Der Speicher reicht nicht für ein Bild dieser Größe: kleiner exportieren.</translation>
  </message>
  <message>
   <source>There is not enough memory for the film.</source>
   <translation>Der Speicher reicht nicht für den Film.</translation>
  </message>
  <message>
   <source>There is not enough memory for this picture.</source>
   <translation>Der Speicher reicht nicht für dieses Bild.</translation>
  </message>
  <message>
   <source>There is not enough memory to open “{}”.</source>
   <translation>Der Speicher reicht nicht, um „{}“ zu öffnen.</translation>
  </message>
  <message>
   <source>There is not enough memory to paint even a small picture.</source>
   <translation>Der Speicher reicht nicht einmal für ein kleines Bild.</translation>
  </message>
  <message>
   <source>There is not enough memory to save “{}”.</source>
   <translation>Der Speicher reicht nicht, um „{}“ zu speichern.</translation>
  </message>
  <message>
   <source>There is nothing on the board yet.</source>
   <translation>Auf dem Moodboard ist noch nichts.</translation>
  </message>
  <message>
   <source>There was not enough memory for this size. Try a smaller one.</source>
   <translation>Der Speicher reichte nicht für diese Größe. Eine kleinere kann helfen.</translation>
  </message>
  <message>
   <source>These styles are too large for one pack: choose fewer.</source>
   <translation>Diese Stile sind zu groß für ein Paket: weniger auswählen.</translation>
  </message>
  <message>
   <source>This did not work because of an error in the program. The log tells more.</source>
   <translation>Das hat wegen eines Programmfehlers nicht geklappt. Das Protokoll verrät mehr.</translation>
  </message>
  <message>
   <source>This painting goes on, but a crash would lose it: it cannot be kept on the disk ({}).</source>
   <translation>Dieses Bild wird weitergemalt, ginge aber bei einem Absturz verloren: Es lässt sich nicht auf dem Laufwerk sichern ({}).</translation>
  </message>
  <message>
   <source>This picture could not be painted because of an error in the program. The log tells more.</source>
   <translation>Dieses Bild konnte wegen eines Programmfehlers nicht gemalt werden. Das Protokoll verrät mehr.</translation>
  </message>
  <message>
   <source>This picture was made in a way that this version of the program does not know.</source>
   <translation>Dieses Bild entstand auf eine Weise, die diese Programmversion nicht kennt.</translation>
  </message>
  <message>
   <source>This style is no longer there.</source>
   <translation>Diesen Stil gibt es nicht mehr.</translation>
  </message>
  <message>
   <source>Values brighter than white were clipped.</source>
   <translation>Werte heller als Weiß wurden abgeschnitten.</translation>
  </message>
  <message>
   <source>What was lost cannot be taken up again: {}.</source>
   <translation>Das Verlorene lässt sich nicht wieder aufnehmen: {}.</translation>
  </message>
  <message>
   <source>What was lost is damaged and cannot be opened.</source>
   <translation>Das Verlorene ist beschädigt und lässt sich nicht öffnen.</translation>
  </message>
  <message>
   <source>Your work cannot be put aside on the disk: {}.</source>
   <translation>Ihre Arbeit lässt sich nicht auf dem Laufwerk sichern: {}.</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>geändert</translation>
  </message>
  <message>
   <source>it belongs to another picture</source>
   <translation>Es gehört zu einem anderen Bild</translation>
  </message>
  <message>
   <source>it is not there any more</source>
   <translation>Es ist nicht mehr da</translation>
  </message>
  <message>
   <source>it was begun by another version of the program</source>
   <translation>Es wurde mit einer anderen Programmversion begonnen</translation>
  </message>
  <message>
   <source>its card cannot be read</source>
   <translation>Die Karteikarte ist nicht lesbar</translation>
  </message>
  <message>
   <source>pack</source>
   <translation>Stilpaket</translation>
  </message>
  <message>
   <source>project</source>
   <translation>Projekt</translation>
  </message>
  <message>
   <source>removed</source>
   <translation>entfernt</translation>
  </message>
  <message>
   <source>renamed</source>
   <translation>umbenannt</translation>
  </message>
  <message>
   <source>style pack</source>
   <translation>Stilpaket</translation>
  </message>
  <message>
   <source>the disk cannot be written</source>
   <translation>Auf das Laufwerk kann nicht geschrieben werden</translation>
  </message>
  <message>
   <source>the disk is full</source>
   <translation>Das Laufwerk ist voll</translation>
  </message>
  <message>
   <source>the folder “{}” is not there any more</source>
   <translation>Den Ordner „{}“ gibt es nicht mehr</translation>
  </message>
  <message>
   <source>the folder “{}” may not be written to</source>
   <translation>In den Ordner „{}“ darf nicht geschrieben werden</translation>
  </message>
  <message>
   <source>the library's database cannot be used</source>
   <translation>Die Datenbank der Galerie ist nicht verwendbar</translation>
  </message>
  <message>
   <source>the system reports an error</source>
   <translation>Das System meldet einen Fehler</translation>
  </message>
  <message>
   <source>there is not enough space on the disk</source>
   <translation>Auf dem Laufwerk ist zu wenig Platz</translation>
  </message>
  <message>
   <source>this place may not be written to</source>
   <translation>An diesem Ort darf nicht geschrieben werden</translation>
  </message>
  <message>
   <source>what was kept of it is damaged</source>
   <translation>Was davon gesichert war, ist beschädigt</translation>
  </message>
  <message>
   <source>{} answers with error {}; try again later.</source>
   <translation>{} antwortet mit Fehler {}; später erneut versuchen.</translation>
  </message>
  <message>
   <source>{} came with the wrong content and was deleted: its SHA-256 begins with {}, not with {}.</source>
   <translation>{} kam mit falschem Inhalt an und wurde gelöscht: Die SHA-256 beginnt mit {}, nicht mit {}.</translation>
  </message>
  <message>
   <source>{} cannot be deleted: {}.</source>
   <translation>{} lässt sich nicht löschen: {}.</translation>
  </message>
  <message>
   <source>{} cannot be reached: check the network connection ({}).</source>
   <translation>{} ist nicht erreichbar: bitte die Netzwerkverbindung prüfen ({}).</translation>
  </message>
  <message>
   <source>{} cannot be read: {}.</source>
   <translation>{} ist nicht lesbar: {}.</translation>
  </message>
  <message>
   <source>{} cannot be saved in {}: {}.</source>
   <translation>{} lässt sich nicht in {} speichern: {}.</translation>
  </message>
  <message>
   <source>{} cannot be written: {}.</source>
   <translation>{} lässt sich nicht schreiben: {}.</translation>
  </message>
  <message>
   <source>{} cannot go on with the download.</source>
   <translation>{} kann den Download nicht fortsetzen.</translation>
  </message>
  <message>
   <source>{} does not hold the layers of {}.</source>
   <translation>{} enthält nicht die Schichten von {}.</translation>
  </message>
  <message>
   <source>{} has not been downloaded yet ({} MB).</source>
   <translation>{} ist noch nicht heruntergeladen ({} MB).</translation>
  </message>
  <message>
   <source>{} is damaged or holds more than plain weights, so it is not used.</source>
   <translation>{} ist beschädigt oder enthält mehr als reine Gewichte und wird nicht verwendet.</translation>
  </message>
  <message>
   <source>{} is damaged.</source>
   <translation>{} ist beschädigt.</translation>
  </message>
  <message>
   <source>{} is missing.</source>
   <translation>{} fehlt.</translation>
  </message>
  <message>
   <source>{} is not a secure (https) address.</source>
   <translation>{} ist keine sichere Adresse (https).</translation>
  </message>
  <message>
   <source>{} is not there any more (error {}).</source>
   <translation>{} gibt es nicht mehr (Fehler {}).</translation>
  </message>
  <message>
   <source>{} needs {} MB and {} has {} MB of free space.</source>
   <translation>{} braucht {} MB, und in {} sind {} MB frei.</translation>
  </message>
  <message>
   <source>{} pictures of the queue could not be taken up again.</source>
   <translation>{} Bilder der Warteschlange konnten nicht wieder aufgenommen werden.</translation>
  </message>
  <message>
   <source>{} px need more memory than there is for it, so {} px are painted.</source>
   <translation>{} px brauchen mehr Speicher, als da ist, daher werden {} px gemalt.</translation>
  </message>
  <message>
   <source>{} refuses the download (error {}).</source>
   <translation>{} verweigert den Download (Fehler {}).</translation>
  </message>
  <message>
   <source>{} sends the download on to an address that is not secure ({}).</source>
   <translation>{} leitet den Download an eine unsichere Adresse weiter ({}).</translation>
  </message>
  <message>
   <source>{} sends the wrong part of the file.</source>
   <translation>{} sendet den falschen Teil der Datei.</translation>
  </message>
  <message>
   <source>{} versions are missing, because their pictures are.</source>
   <translation>{} Versionen fehlen, weil ihre Bilder fehlen.</translation>
  </message>
  <message>
   <source>“{}” cannot be made: there is not enough memory.</source>
   <translation>„{}“ lässt sich nicht erstellen: Der Speicher reicht nicht.</translation>
  </message>
  <message>
   <source>“{}” cannot be opened: {}.</source>
   <translation>„{}“ lässt sich nicht öffnen: {}.</translation>
  </message>
  <message>
   <source>“{}” cannot be read ({}).</source>
   <translation>„{}“ ist nicht lesbar ({}).</translation>
  </message>
  <message>
   <source>“{}” cannot be read.</source>
   <translation>„{}“ ist nicht lesbar.</translation>
  </message>
  <message>
   <source>“{}” cannot be read: you do not have permission to open it.</source>
   <translation>„{}“ ist nicht lesbar: Die Berechtigung zum Öffnen fehlt.</translation>
  </message>
  <message>
   <source>“{}” cannot be read: {}.</source>
   <translation>„{}“ ist nicht lesbar: {}.</translation>
  </message>
  <message>
   <source>“{}” cannot be saved as JPEG: its recipe is too long for that format.</source>
   <translation>„{}“ lässt sich nicht als JPEG speichern: Das Rezept ist zu lang für dieses Format.</translation>
  </message>
  <message>
   <source>“{}” cannot be saved as {}: its long side of {} pixels is over that format's limit of {}.</source>
   <translation>„{}“ lässt sich nicht als {} speichern: Die lange Seite hat {} Pixel, das Format erlaubt höchstens {}.</translation>
  </message>
  <message>
   <source>“{}” cannot be saved: the folder “{}” does not exist.</source>
   <translation>„{}“ lässt sich nicht speichern: Den Ordner „{}“ gibt es nicht.</translation>
  </message>
  <message>
   <source>“{}” cannot be saved: the folder “{}” is gone, perhaps with its drive.</source>
   <translation>„{}“ lässt sich nicht speichern: Der Ordner „{}“ ist verschwunden, vielleicht mit seinem Laufwerk.</translation>
  </message>
  <message>
   <source>“{}” cannot be saved: the folder “{}” may not be written to.</source>
   <translation>„{}“ lässt sich nicht speichern: In den Ordner „{}“ darf nicht geschrieben werden.</translation>
  </message>
  <message>
   <source>“{}” cannot be saved: there is a file of that name that may not be changed.</source>
   <translation>„{}“ lässt sich nicht speichern: Eine Datei dieses Namens darf nicht geändert werden.</translation>
  </message>
  <message>
   <source>“{}” cannot be saved: there is a folder of that name.</source>
   <translation>„{}“ lässt sich nicht speichern: Es gibt einen Ordner dieses Namens.</translation>
  </message>
  <message>
   <source>“{}” cannot be saved: there is not enough space on the disk.</source>
   <translation>„{}“ lässt sich nicht speichern: Auf dem Laufwerk ist zu wenig Platz.</translation>
  </message>
  <message>
   <source>“{}” cannot be saved: {}.</source>
   <translation>„{}“ lässt sich nicht speichern: {}.</translation>
  </message>
  <message>
   <source>“{}” cannot be watched: the program keeps its own files there.</source>
   <translation>„{}“ lässt sich nicht überwachen: Dort liegen Dateien des Programms.</translation>
  </message>
  <message>
   <source>“{}” comes with the program and cannot be {}.</source>
   <translation>„{}“ gehört zum Programm und kann nicht {} werden.</translation>
  </message>
  <message>
   <source>“{}” could not be added: {}.</source>
   <translation>„{}“ konnte nicht hinzugefügt werden: {}.</translation>
  </message>
  <message>
   <source>“{}” could not be changed: {}.</source>
   <translation>„{}“ konnte nicht geändert werden: {}.</translation>
  </message>
  <message>
   <source>“{}” could not be removed: {}.</source>
   <translation>„{}“ konnte nicht entfernt werden: {}.</translation>
  </message>
  <message>
   <source>“{}” could not be saved ({}).</source>
   <translation>„{}“ konnte nicht gespeichert werden ({}).</translation>
  </message>
  <message>
   <source>“{}” could not be written: {}.</source>
   <translation>„{}“ konnte nicht geschrieben werden: {}.</translation>
  </message>
  <message>
   <source>“{}” holds a file with an unsafe name (“{}”) and was not opened.</source>
   <translation>„{}“ enthält eine Datei mit unsicherem Namen („{}“) und wurde nicht geöffnet.</translation>
  </message>
  <message>
   <source>“{}” holds a link (“{}”) and was not opened.</source>
   <translation>„{}“ enthält eine Verknüpfung („{}“) und wurde nicht geöffnet.</translation>
  </message>
  <message>
   <source>“{}” holds more than {} GB.</source>
   <translation>„{}“ enthält mehr als {} GB.</translation>
  </message>
  <message>
   <source>“{}” holds no presets that this version understands.</source>
   <translation>„{}“ enthält keine Voreinstellungen, die diese Version versteht.</translation>
  </message>
  <message>
   <source>“{}” holds too many files: {}s have up to {}.</source>
   <translation>„{}“ enthält zu viele Dateien: Ein {} fasst höchstens {}.</translation>
  </message>
  <message>
   <source>“{}” holds two files that are called “{}”.</source>
   <translation>„{}“ enthält zwei Dateien namens „{}“.</translation>
  </message>
  <message>
   <source>“{}” holds “{}”, which is watched already.</source>
   <translation>„{}“ enthält „{}“, und das wird schon überwacht.</translation>
  </message>
  <message>
   <source>“{}” is a folder, not a picture.</source>
   <translation>„{}“ ist ein Ordner, kein Bild.</translation>
  </message>
  <message>
   <source>“{}” is damaged and cannot be opened.</source>
   <translation>„{}“ ist beschädigt und lässt sich nicht öffnen.</translation>
  </message>
  <message>
   <source>“{}” is damaged and cannot be read.</source>
   <translation>„{}“ ist beschädigt und nicht lesbar.</translation>
  </message>
  <message>
   <source>“{}” is damaged or incomplete and cannot be opened.</source>
   <translation>„{}“ ist beschädigt oder unvollständig und lässt sich nicht öffnen.</translation>
  </message>
  <message>
   <source>“{}” is damaged: two of its versions have the same name.</source>
   <translation>„{}“ ist beschädigt: Zwei der Versionen haben denselben Namen.</translation>
  </message>
  <message>
   <source>“{}” is empty: the file has 0 bytes.</source>
   <translation>„{}“ ist leer: Die Datei hat 0 Byte.</translation>
  </message>
  <message>
   <source>“{}” is encrypted and cannot be opened.</source>
   <translation>„{}“ ist verschlüsselt und lässt sich nicht öffnen.</translation>
  </message>
  <message>
   <source>“{}” is in “{}”, which is watched already.</source>
   <translation>„{}“ liegt in „{}“, und das wird schon überwacht.</translation>
  </message>
  <message>
   <source>“{}” is larger inside than it says, and was not read.</source>
   <translation>„{}“ ist innen größer als angegeben und wurde nicht gelesen.</translation>
  </message>
  <message>
   <source>“{}” is missing in the {}.</source>
   <translation>„{}“ fehlt im {}.</translation>
  </message>
  <message>
   <source>“{}” is no project of stylegui.</source>
   <translation>„{}“ ist kein stylegui-Projekt.</translation>
  </message>
  <message>
   <source>“{}” is no style pack: it has no list of styles.</source>
   <translation>„{}“ ist kein Stilpaket: Die Stilliste fehlt.</translation>
  </message>
  <message>
   <source>“{}” is no style pack: its list of styles is not as it should be.</source>
   <translation>„{}“ ist kein Stilpaket: Die Stilliste ist nicht, wie sie sein soll.</translation>
  </message>
  <message>
   <source>“{}” is no {}, or only a part of one.</source>
   <translation>„{}“ ist kein {} oder nur ein Teil davon.</translation>
  </message>
  <message>
   <source>“{}” is not a file that can be opened as a picture.</source>
   <translation>„{}“ ist keine Datei, die sich als Bild öffnen lässt.</translation>
  </message>
  <message>
   <source>“{}” is not a picture, or of a kind that cannot be opened.</source>
   <translation>„{}“ ist kein Bild oder von einer Art, die sich nicht öffnen lässt.</translation>
  </message>
  <message>
   <source>“{}” is not watched.</source>
   <translation>„{}“ wird nicht überwacht.</translation>
  </message>
  <message>
   <source>“{}” is packed in a way that {}s are not.</source>
   <translation>„{}“ ist anders gepackt, als es ein {} ist.</translation>
  </message>
  <message>
   <source>“{}” is too large to open: files up to {} GB are read.</source>
   <translation>„{}“ ist zu groß zum Öffnen: Gelesen werden Dateien bis {} GB.</translation>
  </message>
  <message>
   <source>“{}” is too large to open: {} × {} pixels, and the limit is {} megapixels.</source>
   <translation>„{}“ ist zu groß zum Öffnen: {} × {} Pixel, die Grenze liegt bei {} Megapixeln.</translation>
  </message>
  <message>
   <source>“{}” is too large: {} × {} pixels.</source>
   <translation>„{}“ ist zu groß: {} × {} Pixel.</translation>
  </message>
  <message>
   <source>“{}” is too large: {}s have up to {} GB.</source>
   <translation>„{}“ ist zu groß: Ein {} hat höchstens {} GB.</translation>
  </message>
  <message>
   <source>“{}” is too large: {}s hold files of up to {} MB.</source>
   <translation>„{}“ ist zu groß: In ein {} passen Dateien bis {} MB.</translation>
  </message>
  <message>
   <source>“{}” was left out: its picture is in the pack under another title.</source>
   <translation>„{}“ wurde ausgelassen: Sein Bild ist unter anderem Titel schon im Paket.</translation>
  </message>
  <message>
   <source>“{}” was made by a newer version of the program.</source>
   <translation>„{}“ stammt von einer neueren Programmversion.</translation>
  </message>
  <message>
   <source>“{}” was not found; it may have been moved or deleted.</source>
   <translation>„{}“ wurde nicht gefunden; vielleicht wurde es verschoben oder gelöscht.</translation>
  </message>
  <message>
   <source>“{}” was saved by a newer version of stylegui. Update the program to open it.</source>
   <translation>„{}“ wurde mit einer neueren Version von stylegui gespeichert. Zum Öffnen das Programm aktualisieren.</translation>
  </message>
  <message>
   <source>“{}” would grow too large when it is unpacked, and was not opened.</source>
   <translation>„{}“ würde beim Entpacken zu groß und wurde nicht geöffnet.</translation>
  </message>
 </context>
 <context>
  <name>MixerCorner</name>
  <message>
   <source>Nothing but “{}”</source>
   <translation>Nur „{}“</translation>
  </message>
  <message>
   <source>“{}”. Click for nothing but this style.</source>
   <translation>„{}“. Klicken, um nur diesen Stil zu verwenden.</translation>
  </message>
 </context>
 <context>
  <name>MixerField</name>
  <message>
   <source>Drag the point to mix the styles. Double-click for equal parts.</source>
   <translation>Den Punkt ziehen, um die Stile zu mischen. Doppelklick für gleiche Teile.</translation>
  </message>
  <message>
   <source>Equal parts</source>
   <translation>Gleiche Teile</translation>
  </message>
  <message>
   <source>Mix of the styles</source>
   <translation>Mischung der Stile</translation>
  </message>
  <message>
   <source>Nothing but “{}”</source>
   <translation>Nur „{}“</translation>
  </message>
 </context>
 <context>
  <name>Notices</name>
  <message>
   <source>The log tells of {} more.</source>
   <translation>Das Protokoll nennt {} weitere.</translation>
  </message>
 </context>
 <context>
  <name>Notifying</name>
  <message>
   <source>Everything is painted.</source>
   <translation>Alles ist gemalt.</translation>
  </message>
  <message>
   <source>{} more in the queue.</source>
   <translation>{} weitere in der Warteschlange.</translation>
  </message>
  <message>
   <source>“{}” could not be painted</source>
   <translation>„{}“ konnte nicht gemalt werden</translation>
  </message>
  <message>
   <source>“{}” is painted</source>
   <translation>„{}“ ist gemalt</translation>
  </message>
 </context>
 <context>
  <name>OrderButton</name>
  <message>
   <source>As in a gallery</source>
   <translation>Wie in einer Galerie</translation>
  </message>
  <message>
   <source>Best rated first</source>
   <translation>Beste zuerst</translation>
  </message>
  <message>
   <source>By artist</source>
   <translation>Nach Künstler</translation>
  </message>
  <message>
   <source>By title</source>
   <translation>Nach Titel</translation>
  </message>
  <message>
   <source>Newest first</source>
   <translation>Neueste zuerst</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Reihenfolge</translation>
  </message>
  <message>
   <source>Order: {}</source>
   <translation>Reihenfolge: {}</translation>
  </message>
 </context>
 <context>
  <name>PaintPanel</name>
  <message>
   <source>Engine</source>
   <translation>Verfahren</translation>
  </message>
  <message>
   <source>In one pass: the picture follows every change at once.</source>
   <translation>In einem Durchgang: Das Bild folgt jeder Änderung sofort.</translation>
  </message>
  <message>
   <source>Instant</source>
   <translation>Instant</translation>
  </message>
  <message>
   <source>Other ways to start</source>
   <translation>Andere Arten zu starten</translation>
  </message>
  <message>
   <source>Paint</source>
   <translation>Paint</translation>
  </message>
  <message>
   <source>Step by step: takes longer, with strokes that fit the photo better.</source>
   <translation>Schritt für Schritt: dauert länger, mit Strichen, die besser zum Foto passen.</translation>
  </message>
 </context>
 <context>
  <name>PaintParams</name>
  <message>
   <source>Adam</source>
   <translation>Adam</translation>
  </message>
  <message>
   <source>Adam, or L-BFGS as in the original paper (slower, small pictures only).</source>
   <translation>Adam, oder L-BFGS wie in der Originalarbeit (langsamer, nur für kleine Bilder).</translation>
  </message>
  <message>
   <source>Brush size</source>
   <translation>Pinselgröße</translation>
  </message>
  <message>
   <source>Built-in</source>
   <translation>Eingebaut</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>Farbe</translation>
  </message>
  <message>
   <source>Colour clean-up</source>
   <translation>Farbreinigung</translation>
  </message>
  <message>
   <source>Content layers</source>
   <translation>Inhaltsschichten</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Entwurf</translation>
  </message>
  <message>
   <source>Fine</source>
   <translation>Fein</translation>
  </message>
  <message>
   <source>Good</source>
   <translation>Gut</translation>
  </message>
  <message>
   <source>Gram</source>
   <translation>Gram</translation>
  </message>
  <message>
   <source>Holds neighbouring pixels together (total variation).</source>
   <translation>Hält benachbarte Pixel zusammen (Totalvariation).</translation>
  </message>
  <message>
   <source>How far the painting may leave the photo. It means the same for every style.</source>
   <translation>Wie weit sich das Gemälde vom Foto entfernen darf. Bedeutet für jeden Stil das Gleiche.</translation>
  </message>
  <message>
   <source>How long to paint: a quick draft, a good picture, or the finest the program can do.</source>
   <translation>Wie lange gemalt wird: ein schneller Entwurf, ein gutes Bild oder das Feinste, was das Programm kann.</translation>
  </message>
  <message>
   <source>How style is compared: mean and covariance, Gram matrix, or Wasserstein distance.</source>
   <translation>Wie Stil verglichen wird: Mittelwert und Kovarianz, Gram-Matrix oder Wasserstein-Abstand.</translation>
  </message>
  <message>
   <source>Instant</source>
   <translation>Instant</translation>
  </message>
  <message>
   <source>L-BFGS</source>
   <translation>L-BFGS</translation>
  </message>
  <message>
   <source>Last result</source>
   <translation>Letztes Ergebnis</translation>
  </message>
  <message>
   <source>Lightness only</source>
   <translation>Nur Helligkeit</translation>
  </message>
  <message>
   <source>Long side of the finished picture.</source>
   <translation>Lange Seite des fertigen Bildes.</translation>
  </message>
  <message>
   <source>Moments</source>
   <translation>Momente</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Netz</translation>
  </message>
  <message>
   <source>Noise</source>
   <translation>Rauschen</translation>
  </message>
  <message>
   <source>Optimiser</source>
   <translation>Optimierer</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Foto</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>Qualität</translation>
  </message>
  <message>
   <source>Removes colour noise and bleeding at the end: 0 leaves the paint as it is.</source>
   <translation>Entfernt am Ende Farbrauschen und Farbsäume: 0 lässt die Farbe, wie sie ist.</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>Startwert</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Size of the style's strokes: smaller for delicate work, larger for bold.</source>
   <translation>Größe der Striche des Stils: kleiner für Zartes, größer für Kräftiges.</translation>
  </message>
  <message>
   <source>Smoothness</source>
   <translation>Glätte</translation>
  </message>
  <message>
   <source>SqueezeNet</source>
   <translation>SqueezeNet</translation>
  </message>
  <message>
   <source>Start from</source>
   <translation>Beginnen mit</translation>
  </message>
  <message>
   <source>Strength</source>
   <translation>Stärke</translation>
  </message>
  <message>
   <source>Style</source>
   <translation>Stil</translation>
  </message>
  <message>
   <source>Style colours</source>
   <translation>Stilfarben</translation>
  </message>
  <message>
   <source>Style layers</source>
   <translation>Stilschichten</translation>
  </message>
  <message>
   <source>Style loss</source>
   <translation>Stilvergleich</translation>
  </message>
  <message>
   <source>The same seed gives the same picture again.</source>
   <translation>Derselbe Startwert ergibt wieder dasselbe Bild.</translation>
  </message>
  <message>
   <source>VGG-19</source>
   <translation>VGG-19</translation>
  </message>
  <message>
   <source>Wasserstein-2</source>
   <translation>Wasserstein-2</translation>
  </message>
  <message>
   <source>Weight of each layer that holds on to the photo; empty for the network's own.</source>
   <translation>Gewicht jeder Schicht, die am Foto festhält; leer für die Werte des Netzes.</translation>
  </message>
  <message>
   <source>Weight of each layer that takes from the style; empty for the network's own.</source>
   <translation>Gewicht jeder Schicht, die vom Stil nimmt; leer für die Werte des Netzes.</translation>
  </message>
  <message>
   <source>What painting begins with: the photo, the photo in one pass of Instant, noise, noise in style colours, or the last result.</source>
   <translation>Womit das Malen beginnt: mit dem Foto, dem Foto nach einem Instant-Durchgang, Rauschen, Rauschen in Stilfarben oder dem letzten Ergebnis.</translation>
  </message>
  <message>
   <source>What the program sees with: its own network, or one that it downloads when you ask for it.</source>
   <translation>Womit das Programm sieht: mit dem eigenen Netz oder einem, das es auf Wunsch herunterlädt.</translation>
  </message>
  <message>
   <source>Whose colours the picture has: the style's, the photo's, or the photo's under painted light.</source>
   <translation>Wessen Farben das Bild hat: die des Stils, die des Fotos oder die des Fotos in gemaltem Licht.</translation>
  </message>
 </context>
 <context>
  <name>PaintView</name>
  <message>
   <source>&amp;Pause</source>
   <translation>&amp;Pause</translation>
  </message>
  <message>
   <source>&amp;Resume</source>
   <translation>&amp;Fortsetzen</translation>
  </message>
  <message>
   <source>Another picture is being painted. This one would be added to the queue.</source>
   <translation>Ein anderes Bild wird gerade gemalt. Dieses käme in die Warteschlange.</translation>
  </message>
  <message>
   <source>Back to version {}</source>
   <translation>Zurück zu Version {}</translation>
  </message>
  <message>
   <source>Being painted</source>
   <translation>Wird gemalt</translation>
  </message>
  <message>
   <source>Download…</source>
   <translation>Herunterladen…</translation>
  </message>
  <message>
   <source>Getting ready…</source>
   <translation>Wird vorbereitet…</translation>
  </message>
  <message>
   <source>It is kept as version {}.</source>
   <translation>Es bleibt als Version {} erhalten.</translation>
  </message>
  <message>
   <source>Painted at {} × {} px in {}.</source>
   <translation>Gemalt mit {} × {} px in {}.</translation>
  </message>
  <message>
   <source>Painting</source>
   <translation>Wird gemalt</translation>
  </message>
  <message>
   <source>Painting at full size</source>
   <translation>Wird in voller Größe gemalt</translation>
  </message>
  <message>
   <source>Painting begins…</source>
   <translation>Das Malen beginnt…</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>Pausiert</translation>
  </message>
  <message>
   <source>Paused ({} to go on)</source>
   <translation>Pausiert (weiter mit {})</translation>
  </message>
  <message>
   <source>Photo {} × {} px</source>
   <translation>Foto {} × {} px</translation>
  </message>
  <message>
   <source>Preparing…</source>
   <translation>Wird vorbereitet…</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>Vorschau</translation>
  </message>
  <message>
   <source>Preview · version {} is kept</source>
   <translation>Vorschau · Version {} bleibt erhalten</translation>
  </message>
  <message>
   <source>Preview: {}</source>
   <translation>Vorschau: {}</translation>
  </message>
  <message>
   <source>Settings of the look bend this picture while it is painted; the others are for the next.</source>
   <translation>Die Look-Einstellungen lenken dieses Bild, während es gemalt wird; die anderen gelten fürs nächste.</translation>
  </message>
  <message>
   <source>Show it</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>Step {} of {}</source>
   <translation>Schritt {} von {}</translation>
  </message>
  <message>
   <source>Stopped. The picture as it stands is kept ({} × {} px).</source>
   <translation>Gestoppt. Das Bild bleibt erhalten, wie es ist ({} × {} px).</translation>
  </message>
  <message>
   <source>Stopping…</source>
   <translation>Wird gestoppt…</translation>
  </message>
  <message>
   <source>Trying on “{}”</source>
   <translation>Anprobe von „{}“</translation>
  </message>
  <message>
   <source>Version {}</source>
   <translation>Version {}</translation>
  </message>
  <message>
   <source>Version {} · {} × {} px</source>
   <translation>Version {} · {} × {} px</translation>
  </message>
  <message>
   <source>{} left</source>
   <translation>noch {}</translation>
  </message>
  <message>
   <source>“{}” is painted.</source>
   <translation>„{}“ ist gemalt.</translation>
  </message>
 </context>
 <context>
  <name>PainterList</name>
  <message>
   <source>Painters</source>
   <translation>Maler</translation>
  </message>
 </context>
 <context>
  <name>Painters</name>
  <message>
   <source>Art deco inlay</source>
   <translation>Art-déco-Intarsie</translation>
  </message>
  <message>
   <source>Art nouveau poster</source>
   <translation>Jugendstilplakat</translation>
  </message>
  <message>
   <source>Aurora in pastel</source>
   <translation>Pastell-Polarlicht</translation>
  </message>
  <message>
   <source>Batik</source>
   <translation>Batik</translation>
  </message>
  <message>
   <source>Blueprint</source>
   <translation>Blaupause</translation>
  </message>
  <message>
   <source>Charcoal and chalk</source>
   <translation>Kohle und Kreide</translation>
  </message>
  <message>
   <source>Circuit board</source>
   <translation>Leiterplatte</translation>
  </message>
  <message>
   <source>Cubist facets</source>
   <translation>Facetten</translation>
  </message>
  <message>
   <source>De Stijl</source>
   <translation>De Stijl</translation>
  </message>
  <message>
   <source>Divided dabs</source>
   <translation>Geteilte Tupfen</translation>
  </message>
  <message>
   <source>Embroidery</source>
   <translation>Stickerei</translation>
  </message>
  <message>
   <source>Fine points</source>
   <translation>Feine Punkte</translation>
  </message>
  <message>
   <source>Flow impasto</source>
   <translation>Impastowirbel</translation>
  </message>
  <message>
   <source>Folded paper</source>
   <translation>Faltpapier</translation>
  </message>
  <message>
   <source>Frost on glass</source>
   <translation>Eisblumen</translation>
  </message>
  <message>
   <source>Grown relief</source>
   <translation>Zellrelief</translation>
  </message>
  <message>
   <source>Ink wash</source>
   <translation>Tuschmalerei</translation>
  </message>
  <message>
   <source>Kintsugi</source>
   <translation>Kintsugi</translation>
  </message>
  <message>
   <source>Linocut</source>
   <translation>Linolschnitt</translation>
  </message>
  <message>
   <source>Long divided strokes</source>
   <translation>Lange Striche</translation>
  </message>
  <message>
   <source>Marbling</source>
   <translation>Marmorpapier</translation>
  </message>
  <message>
   <source>Mosaic</source>
   <translation>Mosaik</translation>
  </message>
  <message>
   <source>Nebula in acrylic</source>
   <translation>Acrylnebel</translation>
  </message>
  <message>
   <source>Orphist discs</source>
   <translation>Farbscheiben</translation>
  </message>
  <message>
   <source>Paisley print</source>
   <translation>Paisleydruck</translation>
  </message>
  <message>
   <source>Palette knife</source>
   <translation>Palettmesser</translation>
  </message>
  <message>
   <source>Pen stipple</source>
   <translation>Federpunkte</translation>
  </message>
  <message>
   <source>Risograph</source>
   <translation>Risographie</translation>
  </message>
  <message>
   <source>Spray paint</source>
   <translation>Sprühfarbe</translation>
  </message>
  <message>
   <source>Stained glass</source>
   <translation>Glasmalerei</translation>
  </message>
  <message>
   <source>Suprematist</source>
   <translation>Suprematismus</translation>
  </message>
  <message>
   <source>Tapestry</source>
   <translation>Wandteppich</translation>
  </message>
  <message>
   <source>Ukiyo-e print</source>
   <translation>Ukiyo-e-Druck</translation>
  </message>
  <message>
   <source>Watercolour</source>
   <translation>Aquarell</translation>
  </message>
  <message>
   <source>Woodcut</source>
   <translation>Holzschnitt</translation>
  </message>
 </context>
 <context>
  <name>PaletteList</name>
  <message>
   <source>Palettes</source>
   <translation>Paletten</translation>
  </message>
 </context>
 <context>
  <name>PaletteModel</name>
  <message>
   <source>From my photo</source>
   <translation>Aus meinem Foto</translation>
  </message>
  <message>
   <source>Open a photo to take its colours.</source>
   <translation>Ein Foto öffnen, um seine Farben zu nehmen.</translation>
  </message>
  <message>
   <source>The painter's own</source>
   <translation>Die des Malers</translation>
  </message>
 </context>
 <context>
  <name>Palettes</name>
  <message>
   <source>Blue Nocturne</source>
   <translation>Blaues Nachtstück</translation>
  </message>
  <message>
   <source>Blueprint</source>
   <translation>Blaupause</translation>
  </message>
  <message>
   <source>Candy Poster</source>
   <translation>Bonbonplakat</translation>
  </message>
  <message>
   <source>Carnival</source>
   <translation>Karneval</translation>
  </message>
  <message>
   <source>Cave Wall</source>
   <translation>Höhlenwand</translation>
  </message>
  <message>
   <source>Deep Reef</source>
   <translation>Tiefes Riff</translation>
  </message>
  <message>
   <source>Desert Road</source>
   <translation>Wüstenstraße</translation>
  </message>
  <message>
   <source>Fauve</source>
   <translation>Fauve</translation>
  </message>
  <message>
   <source>Graphite</source>
   <translation>Graphit</translation>
  </message>
  <message>
   <source>Harbour Fog</source>
   <translation>Hafennebel</translation>
  </message>
  <message>
   <source>Indigo and Ochre</source>
   <translation>Indigo und Ocker</translation>
  </message>
  <message>
   <source>Island Noon</source>
   <translation>Inselmittag</translation>
  </message>
  <message>
   <source>Lavender Field</source>
   <translation>Lavendelfeld</translation>
  </message>
  <message>
   <source>Lily Pond</source>
   <translation>Seerosenteich</translation>
  </message>
  <message>
   <source>Moonlit Plum</source>
   <translation>Mondpflaume</translation>
  </message>
  <message>
   <source>Moss and Fern</source>
   <translation>Moos und Farn</translation>
  </message>
  <message>
   <source>Neon Rain</source>
   <translation>Neonregen</translation>
  </message>
  <message>
   <source>Nordic Winter</source>
   <translation>Nordischer Winter</translation>
  </message>
  <message>
   <source>Northern Lights</source>
   <translation>Nordlicht</translation>
  </message>
  <message>
   <source>Old Master</source>
   <translation>Alter Meister</translation>
  </message>
  <message>
   <source>Peony</source>
   <translation>Pfingstrose</translation>
  </message>
  <message>
   <source>Primaries</source>
   <translation>Grundfarben</translation>
  </message>
  <message>
   <source>Rain on Slate</source>
   <translation>Regen auf Schiefer</translation>
  </message>
  <message>
   <source>Riso</source>
   <translation>Riso</translation>
  </message>
  <message>
   <source>Sea Glass</source>
   <translation>Meerglas</translation>
  </message>
  <message>
   <source>Sepia</source>
   <translation>Sepia</translation>
  </message>
  <message>
   <source>September</source>
   <translation>September</translation>
  </message>
  <message>
   <source>Spring Orchard</source>
   <translation>Obstgarten im Frühling</translation>
  </message>
  <message>
   <source>Sumi and Vermilion</source>
   <translation>Tusche und Zinnober</translation>
  </message>
  <message>
   <source>Terracotta</source>
   <translation>Terrakotta</translation>
  </message>
  <message>
   <source>Volcano</source>
   <translation>Vulkan</translation>
  </message>
  <message>
   <source>Woodblock</source>
   <translation>Holzdruck</translation>
  </message>
 </context>
 <context>
  <name>ParameterGroups</name>
  <message>
   <source>Advanced</source>
   <translation>Erweitert</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>Darstellung</translation>
  </message>
  <message>
   <source>Behaviour</source>
   <translation>Verhalten</translation>
  </message>
  <message>
   <source>Canvas</source>
   <translation>Leinwand</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>Look</translation>
  </message>
  <message>
   <source>Performance</source>
   <translation>Leistung</translation>
  </message>
 </context>
 <context>
  <name>ParameterPanel</name>
  <message>
   <source>{} is not on this computer yet.</source>
   <translation>{} ist noch nicht auf diesem Computer.</translation>
  </message>
 </context>
 <context>
  <name>ParameterRow</name>
  <message>
   <source>Back to {}</source>
   <translation>Zurück auf {}</translation>
  </message>
  <message>
   <source>Usual: {}. Double-click the name to go back to it.</source>
   <translation>Üblich: {}. Doppelklick auf den Namen stellt es wieder her.</translation>
  </message>
  <message>
   <source>{} (changed)</source>
   <translation>{} (geändert)</translation>
  </message>
  <message>
   <source>{}: back to {}</source>
   <translation>{}: zurück auf {}</translation>
  </message>
 </context>
 <context>
  <name>Preferences</name>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>This network is missing. Please install stylegui again.</source>
   <translation>Dieses Netz fehlt. Bitte stylegui neu installieren.</translation>
  </message>
  <message>
   <source>This value is not possible.</source>
   <translation>Dieser Wert ist nicht möglich.</translation>
  </message>
  <message>
   <source>Undo brings it back.</source>
   <translation>„Rückgängig“ bringt es zurück.</translation>
  </message>
 </context>
 <context>
  <name>PresetBar</name>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Load presets…</source>
   <translation>Voreinstellungen laden…</translation>
  </message>
  <message>
   <source>My presets</source>
   <translation>Meine Voreinstellungen</translation>
  </message>
  <message>
   <source>Preset</source>
   <translation>Voreinstellung</translation>
  </message>
  <message>
   <source>Ready-made settings, and your own. Size, quality and seed stay as they are.</source>
   <translation>Fertige Einstellungen und Ihre eigenen. Größe, Qualität und Startwert bleiben, wie sie sind.</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>Umbenennen…</translation>
  </message>
  <message>
   <source>Replace with the settings shown</source>
   <translation>Durch gezeigte Einstellungen ersetzen</translation>
  </message>
  <message>
   <source>Save all to a file…</source>
   <translation>Alle in eine Datei speichern…</translation>
  </message>
  <message>
   <source>Save as preset…</source>
   <translation>Als Voreinstellung speichern…</translation>
  </message>
 </context>
 <context>
  <name>PresetList</name>
  <message>
   <source>Change this preset</source>
   <translation>Diese Voreinstellung ändern</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Presets</source>
   <translation>Voreinstellungen</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Umbenennen</translation>
  </message>
  <message>
   <source>Replace with own settings</source>
   <translation>Durch eigene Einstellungen ersetzen</translation>
  </message>
  <message>
   <source>Save as preset</source>
   <translation>Als Voreinstellung speichern</translation>
  </message>
 </context>
 <context>
  <name>Presetting</name>
  <message>
   <source>Abstract</source>
   <translation>Abstrakt</translation>
  </message>
  <message>
   <source>All files</source>
   <translation>Alle Dateien</translation>
  </message>
  <message>
   <source>As usual</source>
   <translation>Wie üblich</translation>
  </message>
  <message>
   <source>Fine and detailed</source>
   <translation>Fein und detailreich</translation>
  </message>
  <message>
   <source>In the photo's colours</source>
   <translation>In den Farben des Fotos</translation>
  </message>
  <message>
   <source>Load presets</source>
   <translation>Voreinstellungen laden</translation>
  </message>
  <message>
   <source>Look “{}”</source>
   <translation>Look „{}“</translation>
  </message>
  <message>
   <source>My look</source>
   <translation>Mein Look</translation>
  </message>
  <message>
   <source>Name of the preset</source>
   <translation>Name der Voreinstellung</translation>
  </message>
  <message>
   <source>Oil, broad strokes</source>
   <translation>Öl, breite Striche</translation>
  </message>
  <message>
   <source>Own settings</source>
   <translation>Eigene Einstellungen</translation>
  </message>
  <message>
   <source>Presets</source>
   <translation>Voreinstellungen</translation>
  </message>
  <message>
   <source>Rename preset</source>
   <translation>Voreinstellung umbenennen</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Save as preset</source>
   <translation>Als Voreinstellung speichern</translation>
  </message>
  <message>
   <source>Save presets</source>
   <translation>Voreinstellungen speichern</translation>
  </message>
  <message>
   <source>Saved “{}”.</source>
   <translation>„{}“ gespeichert.</translation>
  </message>
  <message>
   <source>The preset “{}” is deleted.</source>
   <translation>Die Voreinstellung „{}“ ist gelöscht.</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Watercolour, soft</source>
   <translation>Aquarell, weich</translation>
  </message>
  <message>
   <source>{} presets were loaded.</source>
   <translation>{} Voreinstellungen wurden geladen.</translation>
  </message>
 </context>
 <context>
  <name>ProjectQuestions</name>
  <message>
   <source>Do you want to save the project?</source>
   <translation>Projekt speichern?</translation>
  </message>
  <message>
   <source>Open project</source>
   <translation>Projekt öffnen</translation>
  </message>
  <message>
   <source>Overwrite the project?</source>
   <translation>Projekt überschreiben?</translation>
  </message>
  <message>
   <source>Save project</source>
   <translation>Projekt speichern</translation>
  </message>
  <message>
   <source>Save your work?</source>
   <translation>Arbeit speichern?</translation>
  </message>
  <message>
   <source>There is a project “{}” already. Do you want to replace it?</source>
   <translation>Ein Projekt „{}“ gibt es schon. Soll es ersetzt werden?</translation>
  </message>
  <message>
   <source>stylegui projects</source>
   <translation>stylegui-Projekte</translation>
  </message>
  <message>
   <source>“{}” was changed by another program since you opened it. If you save now, those changes are lost. You can keep both with “Save as”.</source>
   <translation>„{}“ wurde seit dem Öffnen von einem anderen Programm geändert. Beim Speichern gehen diese Änderungen verloren. Mit „Speichern unter“ bleibt beides erhalten.</translation>
  </message>
 </context>
 <context>
  <name>Projecting</name>
  <message>
   <source>A new project: open a photo to begin.</source>
   <translation>Ein neues Projekt: Zum Anfangen ein Foto öffnen.</translation>
  </message>
  <message>
   <source>A picture is being painted here. Let it finish or stop it first.</source>
   <translation>Hier wird gerade ein Bild gemalt. Erst fertig malen lassen oder stoppen.</translation>
  </message>
  <message>
   <source>A result has not been saved or exported.</source>
   <translation>Ein Ergebnis ist weder gespeichert noch exportiert.</translation>
  </message>
  <message>
   <source>Open in a new window</source>
   <translation>In neuem Fenster öffnen</translation>
  </message>
  <message>
   <source>Opened “{}”.</source>
   <translation>„{}“ geöffnet.</translation>
  </message>
  <message>
   <source>Opening “{}”…</source>
   <translation>„{}“ wird geöffnet…</translation>
  </message>
  <message>
   <source>Saved “{}”.</source>
   <translation>„{}“ gespeichert.</translation>
  </message>
  <message>
   <source>Saving “{}”…</source>
   <translation>„{}“ wird gespeichert…</translation>
  </message>
  <message>
   <source>Use it here</source>
   <translation>Hier verwenden</translation>
  </message>
  <message>
   <source>{} results have not been saved or exported.</source>
   <translation>{} Ergebnisse sind weder gespeichert noch exportiert.</translation>
  </message>
  <message>
   <source>“{}” has changes that are not saved.</source>
   <translation>„{}“ hat ungespeicherte Änderungen.</translation>
  </message>
  <message>
   <source>“{}” is open in another window. Please choose another name.</source>
   <translation>„{}“ ist in einem anderen Fenster geöffnet. Bitte einen anderen Namen wählen.</translation>
  </message>
  <message>
   <source>“{}” is open in another window. You see a copy of it, to be saved under another name.</source>
   <translation>„{}“ ist in einem anderen Fenster geöffnet. Dies ist eine Kopie, unter anderem Namen zu speichern.</translation>
  </message>
  <message>
   <source>“{}” may be open on the computer “{}”. You see a copy of it.</source>
   <translation>„{}“ ist vielleicht auf dem Computer „{}“ geöffnet. Dies ist eine Kopie.</translation>
  </message>
 </context>
 <context>
  <name>Queue</name>
  <message>
   <source>1 more in the queue</source>
   <translation>1 weiteres in der Warteschlange</translation>
  </message>
  <message>
   <source>1 waits</source>
   <translation>1 wartet</translation>
  </message>
  <message>
   <source>Instant</source>
   <translation>Instant</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Als Nächstes</translation>
  </message>
  <message>
   <source>Not painted</source>
   <translation>Nicht gemalt</translation>
  </message>
  <message>
   <source>On hold</source>
   <translation>Angehalten</translation>
  </message>
  <message>
   <source>Paint</source>
   <translation>Paint</translation>
  </message>
  <message>
   <source>Painted</source>
   <translation>Gemalt</translation>
  </message>
  <message>
   <source>Painted in {}</source>
   <translation>Gemalt in {}</translation>
  </message>
  <message>
   <source>Painting</source>
   <translation>Wird gemalt</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>Pausiert</translation>
  </message>
  <message>
   <source>Preparing…</source>
   <translation>Wird vorbereitet…</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>Gestoppt</translation>
  </message>
  <message>
   <source>Stopping…</source>
   <translation>Wird gestoppt…</translation>
  </message>
  <message>
   <source>Untitled</source>
   <translation>Ohne Titel</translation>
  </message>
  <message>
   <source>Waits</source>
   <translation>Wartet</translation>
  </message>
  <message>
   <source>about {}</source>
   <translation>etwa {}</translation>
  </message>
  <message>
   <source>at least {} left</source>
   <translation>noch mindestens {}</translation>
  </message>
  <message>
   <source>on hold</source>
   <translation>angehalten</translation>
  </message>
  <message>
   <source>{} left</source>
   <translation>noch {}</translation>
  </message>
  <message>
   <source>{} more in the queue</source>
   <translation>{} weitere in der Warteschlange</translation>
  </message>
  <message>
   <source>{} wait</source>
   <translation>{} warten</translation>
  </message>
 </context>
 <context>
  <name>QueueHeader</name>
  <message>
   <source>&amp;Remove all that wait</source>
   <translation>Wartende &amp;entfernen</translation>
  </message>
  <message>
   <source>&amp;Stop this picture</source>
   <translation>&amp;Dieses Bild stoppen</translation>
  </message>
  <message>
   <source>Clear what is done</source>
   <translation>Fertige ausräumen</translation>
  </message>
  <message>
   <source>Close the queue</source>
   <translation>Warteschlange schließen</translation>
  </message>
  <message>
   <source>Go on painting</source>
   <translation>Weitermalen</translation>
  </message>
  <message>
   <source>Pause the picture that is painted</source>
   <translation>Das Bild, das gemalt wird, pausieren</translation>
  </message>
  <message>
   <source>Queue</source>
   <translation>Warteschlange</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Stopp</translation>
  </message>
  <message>
   <source>Stop &amp;everything</source>
   <translation>&amp;Alles stoppen</translation>
  </message>
 </context>
 <context>
  <name>QueueKeeping</name>
  <message>
   <source>One picture of the queue could not be taken up again.</source>
   <translation>Ein Bild der Warteschlange konnte nicht wieder aufgenommen werden.</translation>
  </message>
  <message>
   <source>{} pictures of the queue could not be taken up again.</source>
   <translation>{} Bilder der Warteschlange konnten nicht wieder aufgenommen werden.</translation>
  </message>
 </context>
 <context>
  <name>QueuePanel</name>
  <message>
   <source>Pictures line up here. Start another one while one is painted, or press {}.</source>
   <translation>Hier stellen sich Bilder an. Während eins gemalt wird, ein weiteres starten oder {} drücken.</translation>
  </message>
  <message>
   <source>Pictures line up here. Start another one while one is painted.</source>
   <translation>Hier stellen sich Bilder an. Während eins gemalt wird, ein weiteres starten.</translation>
  </message>
 </context>
 <context>
  <name>QueueQuestion</name>
  <message>
   <source>&amp;Go on later</source>
   <translation>Später &amp;weitermalen</translation>
  </message>
  <message>
   <source>&amp;Stop painting</source>
   <translation>Malen &amp;stoppen</translation>
  </message>
  <message>
   <source>A picture is being painted.</source>
   <translation>Gerade wird ein Bild gemalt.</translation>
  </message>
  <message>
   <source>Close stylegui?</source>
   <translation>stylegui beenden?</translation>
  </message>
  <message>
   <source>One more waits.</source>
   <translation>Ein weiteres wartet.</translation>
  </message>
  <message>
   <source>Your work can be kept as it is, and painting goes on where it was when you open stylegui again.</source>
   <translation>Ihre Arbeit kann bleiben, wie sie ist; beim nächsten Öffnen von stylegui wird an derselben Stelle weitergemalt.</translation>
  </message>
  <message>
   <source>{} more wait.</source>
   <translation>{} weitere warten.</translation>
  </message>
 </context>
 <context>
  <name>QueueView</name>
  <message>
   <source>Alt with the up and down keys moves a picture that waits, Space pauses the one that is painted, Delete removes a picture, Enter tries a failed one again or shows what was painted.</source>
   <translation>Alt mit Pfeil hoch und runter verschiebt ein wartendes Bild, Leertaste pausiert das gerade gemalte, Entf entfernt ein Bild, Enter versucht ein gescheitertes erneut oder zeigt das Gemalte.</translation>
  </message>
  <message>
   <source>Queue of pictures</source>
   <translation>Warteschlange der Bilder</translation>
  </message>
 </context>
 <context>
  <name>Queueing</name>
  <message>
   <source>&amp;Add to queue</source>
   <translation>In die &amp;Warteschlange</translation>
  </message>
  <message>
   <source>&amp;Go on</source>
   <translation>&amp;Weitermalen</translation>
  </message>
  <message>
   <source>&amp;Go on where it was</source>
   <translation>Dort &amp;weitermalen, wo es war</translation>
  </message>
  <message>
   <source>&amp;Pause</source>
   <translation>&amp;Pause</translation>
  </message>
  <message>
   <source>&amp;Remove from the list</source>
   <translation>Aus der &amp;Liste entfernen</translation>
  </message>
  <message>
   <source>&amp;Remove from the queue</source>
   <translation>Aus der &amp;Warteschlange entfernen</translation>
  </message>
  <message>
   <source>&amp;Start</source>
   <translation>&amp;Start</translation>
  </message>
  <message>
   <source>&amp;Stop and keep the picture as it is</source>
   <translation>&amp;Stoppen und Bild so behalten</translation>
  </message>
  <message>
   <source>Move &amp;down</source>
   <translation>Nach &amp;unten</translation>
  </message>
  <message>
   <source>Move &amp;up</source>
   <translation>Nach &amp;oben</translation>
  </message>
  <message>
   <source>Paint &amp;last</source>
   <translation>Als &amp;Letztes malen</translation>
  </message>
  <message>
   <source>Paint &amp;next</source>
   <translation>Als &amp;Nächstes malen</translation>
  </message>
  <message>
   <source>Paint it &amp;again</source>
   <translation>&amp;Noch einmal malen</translation>
  </message>
  <message>
   <source>Queue</source>
   <translation>Warteschlange</translation>
  </message>
  <message>
   <source>Sho&amp;w the result</source>
   <translation>&amp;Ergebnis zeigen</translation>
  </message>
  <message>
   <source>Show the p&amp;hoto that is painted</source>
   <translation>&amp;Foto zeigen, das gemalt wird</translation>
  </message>
  <message>
   <source>“{}” could not be painted; the queue tells why.</source>
   <translation>„{}“ konnte nicht gemalt werden; den Grund nennt die Warteschlange.</translation>
  </message>
  <message>
   <source>“{}” is number {} in the queue.</source>
   <translation>„{}“ ist Nummer {} in der Warteschlange.</translation>
  </message>
 </context>
 <context>
  <name>RatingStrip</name>
  <message>
   <source>Reject (R)</source>
   <translation>Ablehnen (R)</translation>
  </message>
  <message>
   <source>Work on this version (Enter)</source>
   <translation>An dieser Version weiterarbeiten (Enter)</translation>
  </message>
  <message>
   <source>{} stars ({})</source>
   <translation>{} Sterne ({})</translation>
  </message>
 </context>
 <context>
  <name>RecentMenu</name>
  <message>
   <source>Clear list</source>
   <translation>Liste leeren</translation>
  </message>
  <message>
   <source>Nothing yet</source>
   <translation>Noch nichts</translation>
  </message>
 </context>
 <context>
  <name>Recovering</name>
  <message>
   <source>1 painting job</source>
   <translation>1 Malauftrag</translation>
  </message>
  <message>
   <source>1 version</source>
   <translation>1 Version</translation>
  </message>
  <message>
   <source>Delete this work?</source>
   <translation>Diese Arbeit löschen?</translation>
  </message>
  <message>
   <source>It cannot be brought back after that.</source>
   <translation>Danach lässt sie sich nicht mehr zurückholen.</translation>
  </message>
  <message>
   <source>Restoring your work…</source>
   <translation>Ihre Arbeit wird wiederhergestellt…</translation>
  </message>
  <message>
   <source>Untitled</source>
   <translation>Ohne Titel</translation>
  </message>
  <message>
   <source>Your work is restored.</source>
   <translation>Ihre Arbeit ist wiederhergestellt.</translation>
  </message>
  <message>
   <source>today at {}</source>
   <translation>heute um {}</translation>
  </message>
  <message>
   <source>yesterday at {}</source>
   <translation>gestern um {}</translation>
  </message>
  <message>
   <source>{} at {}</source>
   <translation>{} um {}</translation>
  </message>
  <message>
   <source>{} painting jobs</source>
   <translation>{} Malaufträge</translation>
  </message>
  <message>
   <source>{} versions</source>
   <translation>{} Versionen</translation>
  </message>
 </context>
 <context>
  <name>RecoveryDialog</name>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Nicht jetzt</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Wiederherstellen</translation>
  </message>
  <message>
   <source>Unsaved work</source>
   <translation>Ungespeicherte Arbeit</translation>
  </message>
  <message>
   <source>What you do not restore now is offered again at the next start.</source>
   <translation>Was jetzt nicht wiederhergestellt wird, steht beim nächsten Start erneut zur Wahl.</translation>
  </message>
  <message>
   <source>Your work was not lost</source>
   <translation>Ihre Arbeit ist nicht verloren</translation>
  </message>
  <message>
   <source>stylegui was not closed in the usual way. This is what it kept:</source>
   <translation>stylegui wurde nicht normal beendet. Das ist erhalten geblieben:</translation>
  </message>
 </context>
 <context>
  <name>ReferenceChooser</name>
  <message>
   <source>Choose what to compare with</source>
   <translation>Vergleichsbild wählen</translation>
  </message>
  <message>
   <source>Compared with: {}</source>
   <translation>Verglichen mit: {}</translation>
  </message>
 </context>
 <context>
  <name>ReferenceMenu</name>
  <message>
   <source>Photo</source>
   <translation>Foto</translation>
  </message>
  <message>
   <source>Style</source>
   <translation>Stil</translation>
  </message>
  <message>
   <source>Version {}</source>
   <translation>Version {}</translation>
  </message>
 </context>
 <context>
  <name>Restorer</name>
  <message>
   <source>All is as it was: Start paints the same picture again.</source>
   <translation>Alles ist wie zuvor: „Start“ malt dasselbe Bild noch einmal.</translation>
  </message>
  <message>
   <source>Find it…</source>
   <translation>Suchen…</translation>
  </message>
  <message>
   <source>Looking for photo and styles…</source>
   <translation>Foto und Stile werden gesucht…</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Wiederherstellen</translation>
  </message>
  <message>
   <source>Restore the photo</source>
   <translation>Foto wiederherstellen</translation>
  </message>
  <message>
   <source>Restore what a picture was painted from</source>
   <translation>Wiederherstellen, woraus ein Bild gemalt wurde</translation>
  </message>
  <message>
   <source>The photo “{}” was not found.</source>
   <translation>Das Foto „{}“ wurde nicht gefunden.</translation>
  </message>
  <message>
   <source>The picture that painting began from is not there any more.</source>
   <translation>Das Bild, mit dem das Malen begann, ist nicht mehr da.</translation>
  </message>
  <message>
   <source>The settings are restored. Open the photo again to paint it as before.</source>
   <translation>Die Einstellungen sind wiederhergestellt. Das Foto erneut öffnen, um es wie zuvor zu malen.</translation>
  </message>
  <message>
   <source>This picture was painted here: its photo, styles and settings can be restored.</source>
   <translation>Dieses Bild wurde hier gemalt: Foto, Stile und Einstellungen lassen sich wiederherstellen.</translation>
  </message>
  <message>
   <source>This style is not in the gallery: {}.</source>
   <translation>Dieser Stil ist nicht in der Galerie: {}.</translation>
  </message>
  <message>
   <source>This style is not what it was then: {}.</source>
   <translation>Dieser Stil ist nicht mehr der von damals: {}.</translation>
  </message>
  <message>
   <source>Use it anyway</source>
   <translation>Trotzdem verwenden</translation>
  </message>
  <message>
   <source>Where is “{}”?</source>
   <translation>Wo ist „{}“?</translation>
  </message>
  <message>
   <source>“{}” does not show the same as the photo that this was painted from.</source>
   <translation>„{}“ zeigt nicht dasselbe wie das Foto, nach dem dies gemalt wurde.</translation>
  </message>
 </context>
 <context>
  <name>ScrubBar</name>
  <message>
   <source>Branch from here</source>
   <translation>Hier abzweigen</translation>
  </message>
  <message>
   <source>Drag to see how the picture came about</source>
   <translation>Ziehen, um zu sehen, wie das Bild entstand</translation>
  </message>
  <message>
   <source>Export making-of…</source>
   <translation>Entstehung exportieren…</translation>
  </message>
  <message>
   <source>Finished</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>Let Paint go on from this moment, with the settings of this version</source>
   <translation>Paint von diesem Moment an weitermalen lassen, mit den Einstellungen dieser Version</translation>
  </message>
  <message>
   <source>Making of the picture</source>
   <translation>Entstehung des Bildes</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pause</translation>
  </message>
  <message>
   <source>Play the making of this version</source>
   <translation>Entstehung dieser Version abspielen</translation>
  </message>
  <message>
   <source>Save the making of this version as a film</source>
   <translation>Entstehung dieser Version als Film speichern</translation>
  </message>
  <message>
   <source>Step {} of {}</source>
   <translation>Schritt {} von {}</translation>
  </message>
 </context>
 <context>
  <name>SearchBar</name>
  <message>
   <source>Each style is shown on your photo. Click to see the style pictures.</source>
   <translation>Jeder Stil wird auf Ihrem Foto gezeigt. Ein Klick zeigt die Stilbilder.</translation>
  </message>
  <message>
   <source>More about this collection</source>
   <translation>Mehr zu dieser Sammlung</translation>
  </message>
  <message>
   <source>Open a photo to see each style on it.</source>
   <translation>Ein Foto öffnen, um jeden Stil darauf zu sehen.</translation>
  </message>
  <message>
   <source>Search styles</source>
   <translation>Stile suchen</translation>
  </message>
  <message>
   <source>Show each style on my photo</source>
   <translation>Jeden Stil auf meinem Foto zeigen</translation>
  </message>
  <message>
   <source>Styles on my photo</source>
   <translation>Stile auf meinem Foto</translation>
  </message>
 </context>
 <context>
  <name>SecondWindow</name>
  <message>
   <source>&amp;As on the canvas</source>
   <translation>&amp;Wie auf der Leinwand</translation>
  </message>
  <message>
   <source>&amp;Close</source>
   <translation>&amp;Schließen</translation>
  </message>
  <message>
   <source>&amp;Fit</source>
   <translation>&amp;Einpassen</translation>
  </message>
  <message>
   <source>&amp;Result only</source>
   <translation>&amp;Nur Ergebnis</translation>
  </message>
  <message>
   <source>Esc closes · F11 full screen · right-click for more</source>
   <translation>Esc schließt · F11 Vollbild · Rechtsklick für mehr</translation>
  </message>
  <message>
   <source>F&amp;ollow the canvas</source>
   <translation>Der &amp;Leinwand folgen</translation>
  </message>
  <message>
   <source>Full &amp;screen</source>
   <translation>&amp;Vollbild</translation>
  </message>
  <message>
   <source>Result – stylegui</source>
   <translation>Ergebnis – stylegui</translation>
  </message>
  <message>
   <source>Second window</source>
   <translation>Zweites Fenster</translation>
  </message>
 </context>
 <context>
  <name>Section</name>
  <message>
   <source>folded</source>
   <translation>zugeklappt</translation>
  </message>
  <message>
   <source>unfolded</source>
   <translation>aufgeklappt</translation>
  </message>
 </context>
 <context>
  <name>SeedEditor</name>
  <message>
   <source>Throw another seed</source>
   <translation>Neuen Startwert würfeln</translation>
  </message>
 </context>
 <context>
  <name>SelectionBar</name>
  <message>
   <source>Mark as favourites, or take the mark away</source>
   <translation>Als Favoriten markieren oder die Markierung entfernen</translation>
  </message>
  <message>
   <source>More for the selection</source>
   <translation>Mehr für die Auswahl</translation>
  </message>
  <message>
   <source>Put in a collection</source>
   <translation>In eine Sammlung legen</translation>
  </message>
  <message>
   <source>Remove from the gallery</source>
   <translation>Aus der Galerie entfernen</translation>
  </message>
  <message>
   <source>Select nothing (Esc)</source>
   <translation>Auswahl aufheben (Esc)</translation>
  </message>
  <message>
   <source>{} selected</source>
   <translation>{} ausgewählt</translation>
  </message>
 </context>
 <context>
  <name>Sentences</name>
  <message>
   <source>1 file could not be read.</source>
   <translation>1 Datei war nicht lesbar.</translation>
  </message>
  <message>
   <source>1 is a style already.</source>
   <translation>1 ist schon ein Stil.</translation>
  </message>
  <message>
   <source>1 new picture is in the gallery.</source>
   <translation>1 neues Bild ist in der Galerie.</translation>
  </message>
  <message>
   <source>1 picture has changed.</source>
   <translation>1 Bild hat sich geändert.</translation>
  </message>
  <message>
   <source>1 picture is back.</source>
   <translation>1 Bild ist wieder da.</translation>
  </message>
  <message>
   <source>1 picture is missing.</source>
   <translation>1 Bild fehlt.</translation>
  </message>
  <message>
   <source>1 style was written to “{}”.</source>
   <translation>1 Stil wurde in „{}“ geschrieben.</translation>
  </message>
  <message>
   <source>There is nothing new in the folder.</source>
   <translation>Im Ordner ist nichts Neues.</translation>
  </message>
  <message>
   <source>These {} are among your styles already.</source>
   <translation>Diese {} sind schon unter Ihren Stilen.</translation>
  </message>
  <message>
   <source>You have all styles of “{}” already.</source>
   <translation>Alle Stile aus „{}“ sind schon da.</translation>
  </message>
  <message>
   <source>{} are styles already.</source>
   <translation>{} sind schon Stile.</translation>
  </message>
  <message>
   <source>{} files could not be read.</source>
   <translation>{} Dateien waren nicht lesbar.</translation>
  </message>
  <message>
   <source>{} look like pictures that you have.</source>
   <translation>{} ähneln vorhandenen Bildern.</translation>
  </message>
  <message>
   <source>{} more could not be added either.</source>
   <translation>{} weitere konnten ebenfalls nicht hinzugefügt werden.</translation>
  </message>
  <message>
   <source>{} new pictures are in the gallery.</source>
   <translation>{} neue Bilder sind in der Galerie.</translation>
  </message>
  <message>
   <source>{} pictures are back.</source>
   <translation>{} Bilder sind wieder da.</translation>
  </message>
  <message>
   <source>{} pictures are missing.</source>
   <translation>{} Bilder fehlen.</translation>
  </message>
  <message>
   <source>{} pictures are now among your styles.</source>
   <translation>{} Bilder sind jetzt unter Ihren Stilen.</translation>
  </message>
  <message>
   <source>{} pictures have changed.</source>
   <translation>{} Bilder haben sich geändert.</translation>
  </message>
  <message>
   <source>{} styles came with “{}”.</source>
   <translation>{} Stile kamen mit „{}“.</translation>
  </message>
  <message>
   <source>{} styles were written to “{}”.</source>
   <translation>{} Stile wurden in „{}“ geschrieben.</translation>
  </message>
  <message>
   <source>{} were there already.</source>
   <translation>{} waren schon da.</translation>
  </message>
  <message>
   <source>“{}” came with “{}”.</source>
   <translation>„{}“ kam mit „{}“.</translation>
  </message>
  <message>
   <source>“{}” is now one of your styles.</source>
   <translation>„{}“ ist jetzt einer Ihrer Stile.</translation>
  </message>
  <message>
   <source>“{}” is one of your styles already.</source>
   <translation>„{}“ ist schon einer Ihrer Stile.</translation>
  </message>
  <message>
   <source>“{}” looks like “{}”, which you have.</source>
   <translation>„{}“ ähnelt dem vorhandenen „{}“.</translation>
  </message>
 </context>
 <context>
  <name>Session</name>
  <message>
   <source>&amp;Redo</source>
   <translation>&amp;Wiederherstellen</translation>
  </message>
  <message>
   <source>&amp;Redo: {}</source>
   <translation>&amp;Wiederherstellen: {}</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>&amp;Rückgängig</translation>
  </message>
  <message>
   <source>&amp;Undo: {}</source>
   <translation>&amp;Rückgängig: {}</translation>
  </message>
  <message>
   <source>Choose a style in the gallery.</source>
   <translation>Einen Stil in der Galerie wählen.</translation>
  </message>
  <message>
   <source>Copied ({} × {} px).</source>
   <translation>Kopiert ({} × {} px).</translation>
  </message>
  <message>
   <source>Copied the preview ({} × {} px).</source>
   <translation>Vorschau kopiert ({} × {} px).</translation>
  </message>
  <message>
   <source>Dropped picture</source>
   <translation>Hereingezogenes Bild</translation>
  </message>
  <message>
   <source>One photo at a time: the first of {} was opened.</source>
   <translation>Ein Foto nach dem anderen: Das erste von {} wurde geöffnet.</translation>
  </message>
  <message>
   <source>Open photo</source>
   <translation>Foto öffnen</translation>
  </message>
  <message>
   <source>Opening “{}”…</source>
   <translation>„{}“ wird geöffnet…</translation>
  </message>
  <message>
   <source>Pasted picture</source>
   <translation>Eingefügtes Bild</translation>
  </message>
  <message>
   <source>Ready.</source>
   <translation>Bereit.</translation>
  </message>
  <message>
   <source>Ready. Press Start ({}) to paint.</source>
   <translation>Bereit. „Start“ ({}) malt das Bild.</translation>
  </message>
  <message>
   <source>Start ({}) paints it at full size.</source>
   <translation>„Start“ ({}) malt es in voller Größe.</translation>
  </message>
  <message>
   <source>Swap</source>
   <translation>Tauschen</translation>
  </message>
  <message>
   <source>There is no picture on the clipboard.</source>
   <translation>In der Zwischenablage ist kein Bild.</translation>
  </message>
  <message>
   <source>“{}” is the photo and “{}” the style.</source>
   <translation>„{}“ ist das Foto und „{}“ der Stil.</translation>
  </message>
 </context>
 <context>
  <name>Settings</name>
  <message>
   <source>Allowed</source>
   <translation>Erlaubt</translation>
  </message>
  <message>
   <source>As the computer</source>
   <translation>Wie der Computer</translation>
  </message>
  <message>
   <source>Ask before closing</source>
   <translation>Vor dem Schließen fragen</translation>
  </message>
  <message>
   <source>Ask before deleting</source>
   <translation>Vor dem Löschen fragen</translation>
  </message>
  <message>
   <source>Ask before the window is closed while a picture is painted, or one has not been exported.</source>
   <translation>Vor dem Schließen fragen, wenn gerade ein Bild gemalt wird oder eins noch nicht exportiert ist.</translation>
  </message>
  <message>
   <source>Ask before versions or styles are deleted. Undo brings them back in any case.</source>
   <translation>Fragen, bevor Versionen oder Stile gelöscht werden. „Rückgängig“ holt sie in jedem Fall zurück.</translation>
  </message>
  <message>
   <source>Ask each time</source>
   <translation>Jedes Mal fragen</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>Automatisch</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Dark, light, high contrast, or as the rest of the computer is.</source>
   <translation>Dunkel, hell, kontrastreich oder wie der Rest des Computers.</translation>
  </message>
  <message>
   <source>Deutsch</source>
   <translation>Deutsch</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>Gerät</translation>
  </message>
  <message>
   <source>Disk for makings</source>
   <translation>Platz für Entstehungen</translation>
  </message>
  <message>
   <source>Downloads</source>
   <translation>Downloads</translation>
  </message>
  <message>
   <source>English</source>
   <translation>English</translation>
  </message>
  <message>
   <source>Français</source>
   <translation>Français</translation>
  </message>
  <message>
   <source>Gallery pictures</source>
   <translation>Galeriebilder</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>Hoher Kontrast</translation>
  </message>
  <message>
   <source>How many processor threads a picture may use.</source>
   <translation>Wie viele Prozessor-Threads ein Bild verwenden darf.</translation>
  </message>
  <message>
   <source>How much is kept of how a picture comes about, while it is painted.</source>
   <translation>Wie viel von der Entstehung eines Bildes beim Malen behalten wird.</translation>
  </message>
  <message>
   <source>How much memory a picture may use; a larger one is painted at the largest size that fits.</source>
   <translation>Wie viel Speicher ein Bild verwenden darf; ein größeres wird in der größten passenden Größe gemalt.</translation>
  </message>
  <message>
   <source>How much the makings of all versions may take; older ones become sparser, and then go.</source>
   <translation>Wie viel Platz die Entstehungen aller Versionen belegen dürfen; ältere werden lückenhafter und verschwinden dann.</translation>
  </message>
  <message>
   <source>Interface size</source>
   <translation>Größe der Oberfläche</translation>
  </message>
  <message>
   <source>Keep nothing</source>
   <translation>Nichts behalten</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Memory for the making</source>
   <translation>Speicher für die Entstehung</translation>
  </message>
  <message>
   <source>Memory limit</source>
   <translation>Speichergrenze</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>Nie</translation>
  </message>
  <message>
   <source>No animations, and fewer in-between pictures while painting.</source>
   <translation>Keine Animationen und weniger Zwischenbilder beim Malen.</translation>
  </message>
  <message>
   <source>Processor</source>
   <translation>Prozessor</translation>
  </message>
  <message>
   <source>Reduced motion</source>
   <translation>Weniger Bewegung</translation>
  </message>
  <message>
   <source>Show a message when a picture is painted while you look at something else.</source>
   <translation>Eine Meldung zeigen, wenn ein Bild fertig wird, während Sie anderswo sind.</translation>
  </message>
  <message>
   <source>Show every style in the gallery painted on your own photo.</source>
   <translation>Jeden Stil der Galerie auf dem eigenen Foto gemalt zeigen.</translation>
  </message>
  <message>
   <source>Size of text and buttons.</source>
   <translation>Größe von Text und Schaltflächen.</translation>
  </message>
  <message>
   <source>Size of the style pictures in the gallery.</source>
   <translation>Größe der Stilbilder in der Galerie.</translation>
  </message>
  <message>
   <source>Styles on my photo</source>
   <translation>Stile auf meinem Foto</translation>
  </message>
  <message>
   <source>Tell when done</source>
   <translation>Melden, wenn fertig</translation>
  </message>
  <message>
   <source>The language of the window.</source>
   <translation>Die Sprache des Fensters.</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Design</translation>
  </message>
  <message>
   <source>Threads</source>
   <translation>Threads</translation>
  </message>
  <message>
   <source>What computes the pictures: the fastest there is, the processor, or one graphics card.</source>
   <translation>Was die Bilder berechnet: das Schnellste, was da ist, der Prozessor oder eine Grafikkarte.</translation>
  </message>
  <message>
   <source>Whether a network may be downloaded when you choose one that is not here yet.</source>
   <translation>Ob ein Netz heruntergeladen werden darf, wenn ein noch nicht vorhandenes gewählt wird.</translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
 </context>
 <context>
  <name>SheetView</name>
  <message>
   <source>Sheet</source>
   <translation>Bogen</translation>
  </message>
 </context>
 <context>
  <name>Shelves</name>
  <message>
   <source>All styles</source>
   <translation>Alle Stile</translation>
  </message>
  <message>
   <source>Craft</source>
   <translation>Handwerk</translation>
  </message>
  <message>
   <source>Drawing</source>
   <translation>Zeichnung</translation>
  </message>
  <message>
   <source>Favourites</source>
   <translation>Favoriten</translation>
  </message>
  <message>
   <source>Glass</source>
   <translation>Glas</translation>
  </message>
  <message>
   <source>Impasto</source>
   <translation>Impasto</translation>
  </message>
  <message>
   <source>Impressions</source>
   <translation>Impressionen</translation>
  </message>
  <message>
   <source>Ink</source>
   <translation>Tusche</translation>
  </message>
  <message>
   <source>Missing pictures</source>
   <translation>Fehlende Bilder</translation>
  </message>
  <message>
   <source>Modern</source>
   <translation>Moderne</translation>
  </message>
  <message>
   <source>My styles</source>
   <translation>Meine Stile</translation>
  </message>
  <message>
   <source>Nature</source>
   <translation>Natur</translation>
  </message>
  <message>
   <source>Ornament</source>
   <translation>Ornament</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Druck</translation>
  </message>
  <message>
   <source>Recently used</source>
   <translation>Zuletzt verwendet</translation>
  </message>
  <message>
   <source>Screen &amp; Street</source>
   <translation>Bildschirm &amp; Straße</translation>
  </message>
  <message>
   <source>Textile</source>
   <translation>Textil</translation>
  </message>
  <message>
   <source>Watercolour</source>
   <translation>Aquarell</translation>
  </message>
 </context>
 <context>
  <name>ShortcutSheet</name>
  <message>
   <source>Change shortcuts…</source>
   <translation>Tastenkürzel ändern…</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <source>No shortcut is called that.</source>
   <translation>Kein Tastenkürzel heißt so.</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <source>Search shortcuts</source>
   <translation>Tastenkürzel suchen</translation>
  </message>
 </context>
 <context>
  <name>SideBySide</name>
  <message>
   <source>{} above, {} below.</source>
   <translation>{} oben, {} unten.</translation>
  </message>
  <message>
   <source>{} on the left, {} on the right.</source>
   <translation>{} links, {} rechts.</translation>
  </message>
 </context>
 <context>
  <name>SizeEditor</name>
  <message>
   <source>Allow upscaling</source>
   <translation>Vergrößern erlauben</translation>
  </message>
  <message>
   <source>Enlarged to {:.0%}: this adds pixels, not detail.</source>
   <translation>Vergrößert auf {:.0%}: Das bringt Pixel, keine Details.</translation>
  </message>
  <message>
   <source>Limited to what was painted; paint it larger, or allow upscaling.</source>
   <translation>Begrenzt auf das Gemalte; größer malen oder Vergrößern erlauben.</translation>
  </message>
  <message>
   <source>Long side</source>
   <translation>Lange Seite</translation>
  </message>
  <message>
   <source>Resolution</source>
   <translation>Auflösung</translation>
  </message>
  <message>
   <source>Unit of the size</source>
   <translation>Einheit der Größe</translation>
  </message>
  <message>
   <source>Write more pixels than were painted. They add size, not detail.</source>
   <translation>Mehr Pixel schreiben, als gemalt wurden. Sie bringen Größe, keine Details.</translation>
  </message>
  <message>
   <source>at</source>
   <translation>bei</translation>
  </message>
  <message>
   <source>cm</source>
   <translation>cm</translation>
  </message>
  <message>
   <source>pixels</source>
   <translation>Pixel</translation>
  </message>
  <message>
   <source>{} × {} pixels, {} × {} cm in print</source>
   <translation>{} × {} Pixel, gedruckt {} × {} cm</translation>
  </message>
 </context>
 <context>
  <name>StatusBar</name>
  <message>
   <source>Memory that is free for painting</source>
   <translation>Freier Speicher zum Malen</translation>
  </message>
  <message>
   <source>Progress of the painting</source>
   <translation>Fortschritt des Malens</translation>
  </message>
  <message>
   <source>Show the queue</source>
   <translation>Warteschlange zeigen</translation>
  </message>
  <message>
   <source>What computes the pictures</source>
   <translation>Was die Bilder berechnet</translation>
  </message>
  <message>
   <source>{} free</source>
   <translation>{} frei</translation>
  </message>
  <message>
   <source>{} left</source>
   <translation>noch {}</translation>
  </message>
 </context>
 <context>
  <name>StepsModel</name>
  <message>
   <source>Beginning</source>
   <translation>Anfang</translation>
  </message>
  <message>
   <source>{}, undone</source>
   <translation>{}, rückgängig gemacht</translation>
  </message>
 </context>
 <context>
  <name>StepsView</name>
  <message>
   <source>Enter goes back to a step, or on to it again.</source>
   <translation>Enter geht zu einem Schritt zurück oder wieder vor.</translation>
  </message>
  <message>
   <source>Steps to undo</source>
   <translation>Liste der Schritte</translation>
  </message>
 </context>
 <context>
  <name>Studio</name>
  <message>
   <source>Your work cannot be put aside on this disk: save it often.</source>
   <translation>Ihre Arbeit lässt sich auf diesem Laufwerk nicht sichern: bitte oft speichern.</translation>
  </message>
 </context>
 <context>
  <name>StyleBlendBox</name>
  <message>
   <source>Choose a style in the gallery,
or drop a picture of one.</source>
   <translation>Einen Stil in der Galerie wählen
oder ein Bild davon hierher ziehen.</translation>
  </message>
  <message>
   <source>Style</source>
   <translation>Stil</translation>
  </message>
  <message>
   <source>To blend, {}click more styles.</source>
   <translation>Mischen: {}Klick auf weitere Stile.</translation>
  </message>
 </context>
 <context>
  <name>StyleChooser</name>
  <message>
   <source>A blend holds up to {} styles: take one out first.</source>
   <translation>Eine Mischung fasst bis zu {} Stile: erst einen herausnehmen.</translation>
  </message>
 </context>
 <context>
  <name>StyleDeeds</name>
  <message>
   <source>A word to find it by:</source>
   <translation>Ein Wort zum Wiederfinden:</translation>
  </message>
  <message>
   <source>A word to find them by:</source>
   <translation>Ein Wort zum Wiederfinden:</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Add a tag</source>
   <translation>Stichwort hinzufügen</translation>
  </message>
  <message>
   <source>Add the tag “{name}” to {what}</source>
   <translation>{what} mit „{name}“ verschlagworten</translation>
  </message>
  <message>
   <source>Change {what}</source>
   <translation>{what} ändern</translation>
  </message>
  <message>
   <source>Create</source>
   <translation>Anlegen</translation>
  </message>
  <message>
   <source>Delete the style “{}”?</source>
   <translation>Stil „{}“ löschen?</translation>
  </message>
  <message>
   <source>Delete {} styles?</source>
   <translation>{} Stile löschen?</translation>
  </message>
  <message>
   <source>Its name:</source>
   <translation>Name:</translation>
  </message>
  <message>
   <source>Mark {what} as favourite</source>
   <translation>{what} als Favorit markieren</translation>
  </message>
  <message>
   <source>My styles</source>
   <translation>Meine Stile</translation>
  </message>
  <message>
   <source>New collection</source>
   <translation>Neue Sammlung</translation>
  </message>
  <message>
   <source>Put {what} in “{name}”</source>
   <translation>{what} in „{name}“ legen</translation>
  </message>
  <message>
   <source>Take {what} out of “{name}”</source>
   <translation>{what} aus „{name}“ nehmen</translation>
  </message>
  <message>
   <source>The picture is missing, so there is nothing to copy.</source>
   <translation>Das Bild fehlt, es gibt nichts zu kopieren.</translation>
  </message>
  <message>
   <source>Where is “{}” now?</source>
   <translation>Wo ist „{}“ jetzt?</translation>
  </message>
  <message>
   <source>{} styles are on the clipboard.</source>
   <translation>{} Stile sind in der Zwischenablage.</translation>
  </message>
  <message>
   <source>“{}” is on the clipboard.</source>
   <translation>„{}“ ist in der Zwischenablage.</translation>
  </message>
 </context>
 <context>
  <name>StyleDelegate</name>
  <message>
   <source>Title of the style</source>
   <translation>Titel des Stils</translation>
  </message>
 </context>
 <context>
  <name>StyleImporter</name>
  <message>
   <source>Adding a picture</source>
   <translation>Bild wird hinzugefügt</translation>
  </message>
  <message>
   <source>Adding pictures</source>
   <translation>Bilder werden hinzugefügt</translation>
  </message>
  <message>
   <source>Opening “{}”</source>
   <translation>„{}“ wird geöffnet</translation>
  </message>
  <message>
   <source>Writing “{}”</source>
   <translation>„{}“ wird geschrieben</translation>
  </message>
 </context>
 <context>
  <name>StyleMaker</name>
  <message>
   <source>Colours</source>
   <translation>Farben</translation>
  </message>
  <message>
   <source>From a picture…</source>
   <translation>Aus einem Bild…</translation>
  </message>
  <message>
   <source>From my photo</source>
   <translation>Aus meinem Foto</translation>
  </message>
  <message>
   <source>Make a style</source>
   <translation>Stil gestalten</translation>
  </message>
  <message>
   <source>My colours</source>
   <translation>Meine Farben</translation>
  </message>
  <message>
   <source>Open a photo to take its colours.</source>
   <translation>Ein Foto öffnen, um seine Farben zu nehmen.</translation>
  </message>
  <message>
   <source>Painter</source>
   <translation>Maler</translation>
  </message>
  <message>
   <source>Painting…</source>
   <translation>Wird gemalt…</translation>
  </message>
  <message>
   <source>Take the colours of any picture. You can also drop one here.</source>
   <translation>Die Farben eines beliebigen Bildes nehmen. Es lässt sich auch hierher ziehen.</translation>
  </message>
  <message>
   <source>Take the colours of this picture</source>
   <translation>Farben dieses Bildes nehmen</translation>
  </message>
  <message>
   <source>The painter's own</source>
   <translation>Die des Malers</translation>
  </message>
 </context>
 <context>
  <name>StyleMaking</name>
  <message>
   <source> {} more to come.</source>
   <translation> {} weitere folgen.</translation>
  </message>
  <message>
   <source>A style is being painted for the gallery. If you close now, it is lost.</source>
   <translation>Gerade wird ein Stil für die Galerie gemalt. Beim Schließen geht er verloren.</translation>
  </message>
  <message>
   <source>All files</source>
   <translation>Alle Dateien</translation>
  </message>
  <message>
   <source>Painting “{}” at full size…</source>
   <translation>„{}“ wird in voller Größe gemalt…</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation>Bilder</translation>
  </message>
  <message>
   <source>Take the colours of a picture</source>
   <translation>Farben eines Bildes nehmen</translation>
  </message>
  <message>
   <source>“{}” is in the gallery already.</source>
   <translation>„{}“ ist schon in der Galerie.</translation>
  </message>
  <message>
   <source>“{}” is in the gallery.</source>
   <translation>„{}“ ist in der Galerie.</translation>
  </message>
 </context>
 <context>
  <name>StyleMenus</name>
  <message>
   <source>About this style…</source>
   <translation>Über diesen Stil…</translation>
  </message>
  <message>
   <source>Add a tag…</source>
   <translation>Stichwort hinzufügen…</translation>
  </message>
  <message>
   <source>Add to blend</source>
   <translation>Dazumischen</translation>
  </message>
  <message>
   <source>Add to favourites</source>
   <translation>Zu den Favoriten</translation>
  </message>
  <message>
   <source>Blend these styles</source>
   <translation>Diese Stile mischen</translation>
  </message>
  <message>
   <source>Collections</source>
   <translation>Sammlungen</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Ctrl+C</source>
   <translation>Strg+C</translation>
  </message>
  <message>
   <source>Ctrl+Click</source>
   <translation>Strg+Klick</translation>
  </message>
  <message>
   <source>Del</source>
   <translation>Entf</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Enter</translation>
  </message>
  <message>
   <source>Export as style pack…</source>
   <translation>Als Stilpaket exportieren…</translation>
  </message>
  <message>
   <source>Locate…</source>
   <translation>Wiederfinden…</translation>
  </message>
  <message>
   <source>New collection…</source>
   <translation>Neue Sammlung…</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Keine</translation>
  </message>
  <message>
   <source>Rating</source>
   <translation>Bewertung</translation>
  </message>
  <message>
   <source>Remove from favourites</source>
   <translation>Aus den Favoriten entfernen</translation>
  </message>
  <message>
   <source>Remove from the gallery</source>
   <translation>Aus der Galerie entfernen</translation>
  </message>
  <message>
   <source>Remove {} styles</source>
   <translation>{} Stile entfernen</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Umbenennen</translation>
  </message>
  <message>
   <source>Show in folder</source>
   <translation>Im Ordner zeigen</translation>
  </message>
  <message>
   <source>Take out of blend</source>
   <translation>Aus der Mischung nehmen</translation>
  </message>
  <message>
   <source>Use this style</source>
   <translation>Diesen Stil verwenden</translation>
  </message>
 </context>
 <context>
  <name>StyleModel</name>
  <message>
   <source>Click paints with it, Ctrl+click blends it, Shift+click selects up to it.</source>
   <translation>Klick malt damit, Strg+Klick mischt ihn dazu, Umschalt+Klick wählt bis hierher aus.</translation>
  </message>
  <message>
   <source>The picture is not where it was: {}</source>
   <translation>Das Bild ist nicht mehr an seinem Platz: {}</translation>
  </message>
  <message>
   <source>chosen</source>
   <translation>gewählt</translation>
  </message>
  <message>
   <source>favourite</source>
   <translation>Favorit</translation>
  </message>
  <message>
   <source>number {} in the blend</source>
   <translation>Nummer {} der Mischung</translation>
  </message>
  <message>
   <source>rated {} of 5</source>
   <translation>bewertet mit {} von 5</translation>
  </message>
  <message>
   <source>the picture is missing</source>
   <translation>das Bild fehlt</translation>
  </message>
 </context>
 <context>
  <name>StyleRow</name>
  <message>
   <source>Share of “{}”</source>
   <translation>Anteil von „{}“</translation>
  </message>
  <message>
   <source>Take “{}” out of the blend</source>
   <translation>„{}“ aus der Mischung nehmen</translation>
  </message>
 </context>
 <context>
  <name>StyleView</name>
  <message>
   <source>Enter chooses a style, Space adds it to the blend, full stop marks a favourite, 0 to 5 rate it, Ctrl+Space selects it.</source>
   <translation>Enter wählt einen Stil, Leertaste mischt ihn dazu, Punkt markiert einen Favoriten, 0 bis 5 bewerten ihn, Strg+Leertaste wählt ihn aus.</translation>
  </message>
  <message>
   <source>Styles</source>
   <translation>Stile</translation>
  </message>
 </context>
 <context>
  <name>Styling</name>
  <message>
   <source>Add styles</source>
   <translation>Stile hinzufügen</translation>
  </message>
  <message>
   <source>There is no picture on the clipboard.</source>
   <translation>In der Zwischenablage ist kein Bild.</translation>
  </message>
  <message>
   <source>“{}” is in the gallery already.</source>
   <translation>„{}“ ist schon in der Galerie.</translation>
  </message>
  <message>
   <source>“{}” is now one of your styles.</source>
   <translation>„{}“ ist jetzt einer Ihrer Stile.</translation>
  </message>
 </context>
 <context>
  <name>Surface</name>
  <message>
   <source>Photo</source>
   <translation>Foto</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Ergebnis</translation>
  </message>
 </context>
 <context>
  <name>TargetEditor</name>
  <message>
   <source>A file name cannot contain “/”: choose the folder below.</source>
   <translation>Ein Dateiname darf kein „/“ enthalten: den Ordner unten wählen.</translation>
  </message>
  <message>
   <source>Choose a folder</source>
   <translation>Ordner wählen</translation>
  </message>
  <message>
   <source>Date it was painted</source>
   <translation>Datum des Malens</translation>
  </message>
  <message>
   <source>Engine</source>
   <translation>Verfahren</translation>
  </message>
  <message>
   <source>File name</source>
   <translation>Dateiname</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>Give the file a name.</source>
   <translation>Der Datei einen Namen geben.</translation>
  </message>
  <message>
   <source>If it exists</source>
   <translation>Falls vorhanden</translation>
  </message>
  <message>
   <source>If the name is taken</source>
   <translation>Falls der Name vergeben ist</translation>
  </message>
  <message>
   <source>It will be saved as “{}”.</source>
   <translation>Wird als „{}“ gespeichert.</translation>
  </message>
  <message>
   <source>Keep both</source>
   <translation>Beide behalten</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Name of the photo</source>
   <translation>Name des Fotos</translation>
  </message>
  <message>
   <source>Nothing can be saved in this folder: it is read-only.</source>
   <translation>In diesem Ordner lässt sich nichts speichern: Er ist schreibgeschützt.</translation>
  </message>
  <message>
   <source>Number of the version</source>
   <translation>Nummer der Version</translation>
  </message>
  <message>
   <source>Put something into the name</source>
   <translation>Etwas in den Namen einsetzen</translation>
  </message>
  <message>
   <source>Replace it</source>
   <translation>Ersetzen</translation>
  </message>
  <message>
   <source>Running number</source>
   <translation>Laufende Nummer</translation>
  </message>
  <message>
   <source>Size in pixels</source>
   <translation>Größe in Pixeln</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>Überspringen</translation>
  </message>
  <message>
   <source>Style</source>
   <translation>Stil</translation>
  </message>
  <message>
   <source>There is a file of this name, so nothing is written.</source>
   <translation>Eine Datei dieses Namens gibt es schon, es wird nichts geschrieben.</translation>
  </message>
  <message>
   <source>This folder does not exist.</source>
   <translation>Diesen Ordner gibt es nicht.</translation>
  </message>
  <message>
   <source>“{}” and {} more</source>
   <translation>„{}“ und {} weitere</translation>
  </message>
  <message>
   <source>“{}” is not known: the button beside the name lists what can be put in.</source>
   <translation>„{}“ ist unbekannt: Die Schaltfläche neben dem Namen listet, was sich einsetzen lässt.</translation>
  </message>
  <message>
   <source>“{}” will be replaced.</source>
   <translation>„{}“ wird ersetzt.</translation>
  </message>
 </context>
 <context>
  <name>Tile</name>
  <message>
   <source>Sample photo: {}</source>
   <translation>Beispielfoto: {}</translation>
  </message>
 </context>
 <context>
  <name>Tour</name>
  <message>
   <source>Click a style: a moment later you see your photo in it. Rest the pointer on others to try them on. Any picture can be a style: drop it here.</source>
   <translation>Einen Stil anklicken: Gleich darauf ist das Foto darin zu sehen. Zum Anprobieren den Mauszeiger auf anderen ruhen lassen. Jedes Bild kann ein Stil sein: einfach hierher ziehen.</translation>
  </message>
  <message>
   <source>Every result is kept</source>
   <translation>Jedes Ergebnis bleibt</translation>
  </message>
  <message>
   <source>Export saves a picture file, at any size, with its recipe inside: dropped back here, it restores everything. F1 opens the manual, Ctrl+Shift+P finds any command.</source>
   <translation>„Exportieren“ speichert eine Bilddatei in jeder Größe, mit dem Rezept darin: Wieder hierher gezogen, stellt sie alles her. F1 öffnet das Handbuch, Strg+Umschalt+P findet jeden Befehl.</translation>
  </message>
  <message>
   <source>Start paints at full size, and the result comes into this strip. Double-click one to go on from it, rate it with 1 to 5. Undo takes back everything, even deleting.</source>
   <translation>„Start“ malt in voller Größe, das Ergebnis kommt in diesen Streifen. Ein Doppelklick arbeitet daran weiter, 1 bis 5 bewerten es. „Rückgängig“ nimmt alles zurück, sogar das Löschen.</translation>
  </message>
  <message>
   <source>Strength, Brush size and Colour mean the same for every style. Move them: the picture follows. Instant shows and paints at once; Paint takes minutes and goes deeper.</source>
   <translation>Stärke, Pinselgröße und Farbe bedeuten für jeden Stil das Gleiche. Beim Verschieben folgt das Bild. Instant zeigt und malt sofort; Paint braucht Minuten und geht tiefer.</translation>
  </message>
  <message>
   <source>Styles</source>
   <translation>Stile</translation>
  </message>
  <message>
   <source>Take it with you</source>
   <translation>Zum Mitnehmen</translation>
  </message>
  <message>
   <source>This is a sample. Later, drop a photo of your own here. The wheel zooms, dragging moves the picture, and holding the \ key shows the photo again.</source>
   <translation>Dies ist ein Beispiel. Später ein eigenes Foto hierher ziehen. Das Mausrad zoomt, Ziehen verschiebt das Bild, und die Taste \ zeigt das Foto, solange sie gehalten wird.</translation>
  </message>
  <message>
   <source>This studio paints your photos in the style of any picture. Everything happens on this computer. The tour takes a minute; you can try everything while it runs.</source>
   <translation>Dieses Studio malt Ihre Fotos im Stil jedes beliebigen Bildes. Alles geschieht auf diesem Computer. Der Rundgang dauert eine Minute; dabei lässt sich alles ausprobieren.</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>Willkommen</translation>
  </message>
  <message>
   <source>Your hand on it</source>
   <translation>In Ihrer Hand</translation>
  </message>
  <message>
   <source>Your photo</source>
   <translation>Ihr Foto</translation>
  </message>
 </context>
 <context>
  <name>TourCard</name>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>End the tour</source>
   <translation>Rundgang beenden</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Start painting</source>
   <translation>Losmalen</translation>
  </message>
  <message>
   <source>{} of {}</source>
   <translation>{} von {}</translation>
  </message>
 </context>
 <context>
  <name>TourOffer</name>
  <message>
   <source>New here? A short tour shows how everything works, on a sample photo.</source>
   <translation>Neu hier? Ein kurzer Rundgang zeigt an einem Beispielfoto, wie alles funktioniert.</translation>
  </message>
  <message>
   <source>Take the tour</source>
   <translation>Rundgang starten</translation>
  </message>
 </context>
 <context>
  <name>Tuning</name>
  <message>
   <source>Engine: {}</source>
   <translation>Verfahren: {}</translation>
  </message>
  <message>
   <source>Instant</source>
   <translation>Instant</translation>
  </message>
  <message>
   <source>Paint</source>
   <translation>Paint</translation>
  </message>
 </context>
 <context>
  <name>VersionDeeds</name>
  <message>
   <source>Bring it back</source>
   <translation>Zurückholen</translation>
  </message>
  <message>
   <source>Bring them back</source>
   <translation>Zurückholen</translation>
  </message>
  <message>
   <source>Copied the settings of version {}.</source>
   <translation>Einstellungen von Version {} kopiert.</translation>
  </message>
  <message>
   <source>Copied the settings.</source>
   <translation>Einstellungen kopiert.</translation>
  </message>
  <message>
   <source>Delete version {}?</source>
   <translation>Version {} löschen?</translation>
  </message>
  <message>
   <source>Delete {} versions?</source>
   <translation>{} Versionen löschen?</translation>
  </message>
  <message>
   <source>Paste settings</source>
   <translation>Einstellungen einfügen</translation>
  </message>
  <message>
   <source>Ready to go on from the making of version {}: change what you like, then press Start.</source>
   <translation>Bereit, aus der Entstehung von Version {} weiterzumalen: nach Belieben ändern, dann „Start“.</translation>
  </message>
  <message>
   <source>Ready to go on from version {}: change what you like, then press Start.</source>
   <translation>Bereit, von Version {} aus weiterzumalen: nach Belieben ändern, dann „Start“.</translation>
  </message>
  <message>
   <source>The settings are pasted.</source>
   <translation>Die Einstellungen sind eingefügt.</translation>
  </message>
  <message>
   <source>There are no settings on the clipboard.</source>
   <translation>In der Zwischenablage sind keine Einstellungen.</translation>
  </message>
  <message>
   <source>Version {} was deleted.</source>
   <translation>Version {} wurde gelöscht.</translation>
  </message>
  <message>
   <source>{} versions were deleted.</source>
   <translation>{} Versionen wurden gelöscht.</translation>
  </message>
 </context>
 <context>
  <name>VersionMenu</name>
  <message>
   <source>Compare these {}</source>
   <translation>Diese {} vergleichen</translation>
  </message>
  <message>
   <source>Compare with current</source>
   <translation>Mit aktueller vergleichen</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportieren…</translation>
  </message>
  <message>
   <source>Go to this version</source>
   <translation>Zu dieser Version</translation>
  </message>
  <message>
   <source>Rating</source>
   <translation>Bewertung</translation>
  </message>
 </context>
 <context>
  <name>VersionReader</name>
  <message>
   <source>Version {}</source>
   <translation>Version {}</translation>
  </message>
 </context>
 <context>
  <name>Wall</name>
  <message>
   <source>Preview</source>
   <translation>Vorschau</translation>
  </message>
 </context>
 <context>
  <name>WeightsEditor</name>
  <message>
   <source>The network's own</source>
   <translation>Die des Netzes</translation>
  </message>
 </context>
 <context>
  <name>Welcome</name>
  <message>
   <source>Drop a photo here</source>
   <translation>Ein Foto hierher ziehen</translation>
  </message>
  <message>
   <source>Open photo…</source>
   <translation>Foto öffnen…</translation>
  </message>
  <message>
   <source>Then choose a style and watch it being painted.</source>
   <translation>Dann einen Stil wählen und beim Malen zusehen.</translation>
  </message>
  <message>
   <source>Try a sample</source>
   <translation>Beispiel ausprobieren</translation>
  </message>
 </context>
 <context>
  <name>Wipe</name>
  <message>
   <source>{} and {}, parted by a line that can be moved and turned.</source>
   <translation>{} und {}, getrennt durch eine Linie, die sich verschieben und drehen lässt.</translation>
  </message>
 </context>
 <context>
  <name>WorkStrip</name>
  <message>
   <source>Progress in the gallery</source>
   <translation>Fortschritt in der Galerie</translation>
  </message>
  <message>
   <source>Stop this</source>
   <translation>Stoppen</translation>
  </message>
  <message>
   <source>Stop this; what is done so far stays.</source>
   <translation>Stoppen; was schon fertig ist, bleibt.</translation>
  </message>
  <message>
   <source>{} of {}</source>
   <translation>{} von {}</translation>
  </message>
 </context>
 <context>
  <name>_Downloads</name>
  <message>
   <source>Download {}</source>
   <translation>{} herunterladen</translation>
  </message>
  <message>
   <source>Download…</source>
   <translation>Herunterladen…</translation>
  </message>
  <message>
   <source>{} is not on this computer.</source>
   <translation>{} fehlt noch.</translation>
  </message>
 </context>
 <context>
  <name>_Field</name>
  <message>
   <source>Saturation and brightness</source>
   <translation>Sättigung und Helligkeit</translation>
  </message>
 </context>
 <context>
  <name>_HueStrip</name>
  <message>
   <source>Hue</source>
   <translation>Farbton</translation>
  </message>
 </context>
 <context>
  <name>_KeyRow</name>
  <message>
   <source> or </source>
   <translation> oder </translation>
  </message>
  <message>
   <source>Keys of “{}”</source>
   <translation>Tasten von „{}“</translation>
  </message>
  <message>
   <source>no keys</source>
   <translation>keine Tasten</translation>
  </message>
  <message>
   <source>{}: back to {}</source>
   <translation>{}: zurück auf {}</translation>
  </message>
 </context>
 <context>
  <name>_Row</name>
  <message>
   <source>or</source>
   <translation>oder</translation>
  </message>
 </context>
 <context>
  <name>_SettingRow</name>
  <message>
   <source>Takes effect at the next start.</source>
   <translation>Wirkt ab dem nächsten Start.</translation>
  </message>
 </context>
 <context>
  <name>_Swatch</name>
  <message>
   <source>Colour {}: {}</source>
   <translation>Farbe {}: {}</translation>
  </message>
  <message>
   <source>{}: click to change it</source>
   <translation>{}: zum Ändern klicken</translation>
  </message>
 </context>
 <context>
  <name>_Swatches</name>
  <message>
   <source>Main colours: {}</source>
   <translation>Hauptfarben: {}</translation>
  </message>
 </context>
</TS>
